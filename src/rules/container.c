/* SPDX-License-Identifier: MIT */
/* Z: the ZIP. Faults of one kind make one finding, with each place as evidence. */
#include <stdio.h>
#include <string.h>

#include "rules/judge.h"

static a3_rule_id rule_of(a3_zip_code code, a3_severity *severity)
{
    static const a3_rule_id rules[] = {
        [A3_ZIP_FRAMING] = A3_RULE_Z101, [A3_ZIP_CONFUSION] = A3_RULE_Z102, [A3_ZIP_UNSAFE_PATH] = A3_RULE_Z103,
        [A3_ZIP_DUPLICATE] = A3_RULE_Z104, [A3_ZIP_CASE_DUPLICATE] = A3_RULE_Z104, [A3_ZIP_METHOD] = A3_RULE_Z105,
        [A3_ZIP_ENCRYPTED] = A3_RULE_Z106, [A3_ZIP_BOMB] = A3_RULE_Z107, [A3_ZIP_CRC] = A3_RULE_Z108,
        [A3_ZIP_SYMLINK] = A3_RULE_Z109, [A3_ZIP_LIMIT] = A3_RULE_Z110};
    *severity = code == A3_ZIP_CASE_DUPLICATE ? A3_SEVERITY_WARNING : a3_rule_severity(rules[code]);
    return rules[code];
}

static bool same_kind(const a3_zip_fault *a, const a3_zip_fault *b)
{
    if (a->code != b->code || (a->server == NULL) != (b->server == NULL) || (a->member == NULL) != (b->member == NULL))
        return false;
    if (a->server != NULL && strcmp(a->server, b->server) != 0)
        return false;
    return a->server != NULL || a->code != A3_ZIP_FRAMING || strcmp(a->text, b->text) == 0;
}

static void place(a3_pass *pass, a3_finding *finding, const a3_zip_fault *fault, bool text)
{
    char offset[40] = "";
    if (fault->offset != A3_NO_OFFSET)
        snprintf(offset, sizeof offset, " (at byte 0x%llx)", (unsigned long long)fault->offset);
    if (fault->member != NULL)
        a3_evidence(pass->out, finding, "%s%s%s%s", fault->member, text ? ": " : "", text ? fault->text : "", offset);
    else if (text || offset[0] != '\0')
        a3_evidence(pass->out, finding, "%s%s", text ? fault->text : "the archive", offset);
}

void a3_pass_container(a3_pass *pass)
{
    const a3_container *zip = &pass->subject->container;
    if (pass->subject->kind != A3_INPUT_WHEEL || zip->fault_count == 0)
        return;
    bool *said = A3_NEW_ARRAY(pass->out->arena, bool, zip->fault_count);
    for (size_t i = 0; said != NULL && i < zip->fault_count; i++) {
        const a3_zip_fault *first = &zip->faults[i];
        if (said[i])
            continue;
        size_t count = 0;
        enum { SPAN = 100000 }; /* kinds are few: the scan for one kind is linear, and there are at most a few dozen kinds */
        for (size_t k = i; k < zip->fault_count && k - i < SPAN; k++)
            count += !said[k] && same_kind(first, &zip->faults[k]);
        a3_severity severity;
        a3_rule_id rule = rule_of(first->code, &severity);
        a3_finding *finding;
        if (count == 1)
            finding = a3_find_as(pass->out, rule, severity, first->member, NULL, "%s", first->text);
        else
            finding = a3_find_as(pass->out, rule, severity, NULL, NULL, "%zu members: %s", count, first->text);
        for (size_t k = i; k < zip->fault_count && k - i < SPAN; k++)
            if (!said[k] && same_kind(first, &zip->faults[k])) {
                said[k] = true;
                place(pass, finding, &zip->faults[k], count > 1 && strcmp(first->text, zip->faults[k].text) != 0);
            }
    }
}
