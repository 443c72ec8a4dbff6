/* SPDX-License-Identifier: MIT */
/* Slot ids by CPython's names (3.15's slot ids: PEP 820; up to 83 Include/typeslots.h). 1 to 4 are read as module slots. */
#include "module/module.h"

static const char *const names[] = {
    "Py_slot_end", "Py_mod_create", "Py_mod_exec", "Py_mod_multiple_interpreters", "Py_mod_gil", "Py_mp_subscript",
    "Py_nb_absolute", "Py_nb_add", "Py_nb_and", "Py_nb_bool", "Py_nb_divmod", "Py_nb_float", "Py_nb_floor_divide",
    "Py_nb_index", "Py_nb_inplace_add", "Py_nb_inplace_and", "Py_nb_inplace_floor_divide", "Py_nb_inplace_lshift",
    "Py_nb_inplace_multiply", "Py_nb_inplace_or", "Py_nb_inplace_power", "Py_nb_inplace_remainder",
    "Py_nb_inplace_rshift", "Py_nb_inplace_subtract", "Py_nb_inplace_true_divide", "Py_nb_inplace_xor", "Py_nb_int",
    "Py_nb_invert", "Py_nb_lshift", "Py_nb_multiply", "Py_nb_negative", "Py_nb_or", "Py_nb_positive", "Py_nb_power",
    "Py_nb_remainder", "Py_nb_rshift", "Py_nb_subtract", "Py_nb_true_divide", "Py_nb_xor", "Py_sq_ass_item",
    "Py_sq_concat", "Py_sq_contains", "Py_sq_inplace_concat", "Py_sq_inplace_repeat", "Py_sq_item", "Py_sq_length",
    "Py_sq_repeat", "Py_tp_alloc", "Py_tp_base", "Py_tp_bases", "Py_tp_call", "Py_tp_clear", "Py_tp_dealloc", "Py_tp_del",
    "Py_tp_descr_get", "Py_tp_descr_set", "Py_tp_doc", "Py_tp_getattr", "Py_tp_getattro", "Py_tp_hash", "Py_tp_init",
    "Py_tp_is_gc", "Py_tp_iter", "Py_tp_iternext", "Py_tp_methods", "Py_tp_new", "Py_tp_repr", "Py_tp_richcompare",
    "Py_tp_setattr", "Py_tp_setattro", "Py_tp_str", "Py_tp_traverse", "Py_tp_members", "Py_tp_getset", "Py_tp_free",
    "Py_nb_matrix_multiply", "Py_nb_inplace_matrix_multiply", "Py_am_await", "Py_am_aiter", "Py_am_anext",
    "Py_tp_finalize", "Py_am_send", "Py_tp_vectorcall", "Py_tp_token", "Py_mod_create", "Py_mod_exec",
    "Py_mod_multiple_interpreters", "Py_mod_gil", "Py_bf_getbuffer", "Py_bf_releasebuffer", "Py_mp_ass_subscript",
    "Py_mp_length", "Py_slot_subslots", "Py_tp_slots", "Py_mod_slots", "Py_tp_name", "Py_tp_basicsize",
    "Py_tp_extra_basicsize", "Py_tp_itemsize", "Py_tp_flags", "Py_mod_name", "Py_mod_doc", "Py_mod_state_size",
    "Py_mod_methods", "Py_mod_state_traverse", "Py_mod_state_clear", "Py_mod_state_free", "Py_tp_metaclass",
    "Py_tp_module", "Py_mod_abi", "Py_mod_token",
};
_Static_assert(sizeof names / sizeof names[0] == 111, "3.15 has 111 slot ids");

const char *a3_slot_name(unsigned id)
{
    if (id == 0xffff)
        return "Py_slot_invalid";
    return id < sizeof names / sizeof names[0] ? names[id] : NULL;
}

const char *a3_def_family_name(a3_def_family family)
{
    switch (family) {
    case A3_DEF_PY311:
        return "<=3.11";
    case A3_DEF_PY312:
        return "3.12-3.13";
    case A3_DEF_PY314:
        return "3.14-3.15";
    case A3_DEF_FREETHREADED:
        return "free-threaded";
    case A3_DEF_UNKNOWN:
        break;
    }
    return "unknown";
}
