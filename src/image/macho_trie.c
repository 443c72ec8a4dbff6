/* SPDX-License-Identifier: MIT */
/* The export trie: edges carry the names' characters, nodes the exports. It is walked with a stack of our own. A tree spends
 * each of its bytes once, so an edge costs the bytes that it is written with, and a trie whose edges form cycles or share
 * nodes runs out of its own size. Apple's mach-o/loader.h, "dyld_info_command", EXPORT_SYMBOL_FLAGS_*. */
#include "image/macho.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"

enum {
    KIND_MASK = 3, KIND_THREAD_LOCAL = 1, KIND_ABSOLUTE = 2,
    WEAK_DEFINITION = 4, REEXPORT = 8, STUB_AND_RESOLVER = 16
};
/* Nodes above one another: at most the length of the longest name, in fact some dozens. */
enum { DEEPEST = 1 << 16 };

typedef struct node {
    a3_cursor edges;   /* at the next edge */
    unsigned left;     /* edges not yet followed */
    size_t name_size;  /* bytes of the name up to here */
} node;

typedef struct walk {
    a3_macho *m;
    A3_LIST(node) stack;
    a3_arena scratch; /* of the stack */
    a3_buf name;
    uint64_t fuel; /* bytes of edges */
} walk;

static bool fail(walk *w, uint64_t at, const char *what)
{
    a3_macho_fail(w->m, &w->m->im->symbols, A3_MALFORMED, w->m->trie.at + at, "export trie", "%s", what);
    return false;
}

static bool no_memory(walk *w)
{
    a3_fail(&w->m->im->symbols, A3_NOMEM, "no memory for the exports");
    return false;
}

/* An export of another library's symbol: "library:symbol". */
static bool read_reexport(walk *w, a3_cursor *c, a3_export *one)
{
    a3_macho *m = w->m;
    uint64_t ordinal = a3_get_uleb(c);
    const char *name = a3_get_string(c);
    if (!c->ok)
        return true; /* said by the caller */
    const char *library = a3_macho_library(m, ordinal > INT64_MAX ? INT64_MAX : (int64_t)ordinal);
    if (!a3_macho_charge(m, strlen(name) + (library ? strlen(library) : 0)))
        return false;
    one->flags |= A3_SYM_FORWARD;
    one->forward = a3_printf(m->im->arena, "%s:%s", library ? library : "",
                             *name ? a3_macho_plain_name(name) : one->name);
    return one->forward != NULL || no_memory(w);
}

static bool add_export(walk *w, a3_span info, uint64_t at)
{
    a3_macho *m = w->m;
    if (!a3_macho_charge(m, w->name.size))
        return false;
    const char *name = a3_strndup(m->im->arena, a3_buf_text(&w->name), w->name.size);
    a3_export *one = name ? a3_macho_add_export(m, a3_macho_plain_name(name)) : NULL;
    if (one == NULL)
        return name != NULL ? false : no_memory(w);
    a3_cursor c = a3_cursor_at(info, 0, false);
    uint64_t flags = a3_get_uleb(&c);
    if (flags & WEAK_DEFINITION)
        one->flags |= A3_SYM_WEAK;
    if ((flags & KIND_MASK) == KIND_THREAD_LOCAL)
        one->flags |= A3_SYM_TLS;
    if (flags & REEXPORT) {
        if (!read_reexport(w, &c, one))
            return false;
    } else {
        uint64_t value = a3_get_uleb(&c);
        one->address = (flags & KIND_MASK) == KIND_ABSOLUTE ? value : m->im->base + value;
        if (flags & STUB_AND_RESOLVER)
            a3_get_uleb(&c); /* the resolver; the stub stands for the symbol */
    }
    return c.ok || fail(w, at, "a node's export does not fit into its size");
}

/* The node at `offset`: its export, and itself on the stack where it has edges. */
static bool enter(walk *w, uint64_t offset)
{
    a3_span trie = w->m->trie.bytes;
    a3_cursor c = a3_cursor_at(trie, offset, false);
    a3_span info = a3_get_span(&c, a3_get_uleb(&c));
    unsigned edges = a3_get8(&c);
    if (!c.ok)
        return fail(w, offset, "a node reaches beyond the trie");
    if (info.size > 0 && !add_export(w, info, offset))
        return false;
    if (edges == 0)
        return true;
    if (w->stack.count >= DEEPEST)
        return fail(w, offset, "nodes are nested too deeply");
    node *n = A3_PUSH(&w->scratch, &w->stack);
    if (n == NULL)
        return no_memory(w);
    *n = (node){.edges = c, .left = edges, .name_size = w->name.size};
    return true;
}

static bool follow(walk *w)
{
    node *n = &w->stack.items[w->stack.count - 1];
    if (n->left == 0) {
        w->stack.count--;
        return true;
    }
    n->left--;
    size_t at = n->edges.pos;
    const char *label = a3_get_string(&n->edges);
    uint64_t target = a3_get_uleb(&n->edges);
    if (!n->edges.ok)
        return fail(w, at, "an edge reaches beyond the trie");
    uint64_t cost = n->edges.pos - at;
    if (cost > w->fuel)
        return fail(w, at, "its nodes form no tree");
    w->fuel -= cost;
    if (target >= w->m->trie.bytes.size)
        return fail(w, at, "an edge leads out of the trie");
    w->name.size = n->name_size;
    a3_buf_str(&w->name, label);
    return a3_buf_ok(&w->name) ? enter(w, target) : no_memory(w);
}

bool a3_macho_read_trie(a3_macho *m)
{
    if (m->trie.bytes.size == 0)
        return true;
    walk w = {.m = m, .name = A3_BUF_INIT, .fuel = m->trie.bytes.size};
    a3_arena_init(&w.scratch, m->im->limits->arena);
    bool ok = enter(&w, 0);
    while (ok && w.stack.count > 0)
        ok = follow(&w);
    a3_buf_free(&w.name);
    a3_arena_free(&w.scratch);
    return ok;
}
