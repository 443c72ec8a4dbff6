/* SPDX-License-Identifier: MIT */
#include "report/html.h"

static const char style[] =
    ":root{color-scheme:light dark;--bg:#fff;--fg:#1c2024;--dim:#5c6570;--line:#d5dae0;--head:#f3f5f7;--ok:#dcf3e1;--ok-fg:#0b5a24;"
    "--bad:#fbdcdc;--bad-fg:#8f1216;--warn:#fdf0cf;--warn-fg:#6b4700;--sdist:#e2e9fb;--sdist-fg:#223f8a;--none:#f3f5f7}\n"
    "@media (prefers-color-scheme:dark){:root{--bg:#14171a;--fg:#e4e8ec;--dim:#9aa5b1;--line:#343b43;--head:#1e2328;--ok:#12381f;--ok-fg:#8fe0a6;"
    "--bad:#4a1719;--bad-fg:#ffb3b3;--warn:#43340c;--warn-fg:#f6d98b;--sdist:#1b2a52;--sdist-fg:#b5c8ff;--none:#1e2328}}\n"
    "*{box-sizing:border-box}body{margin:0 auto;padding:1.5rem;max-width:110rem;background:var(--bg);color:var(--fg);"
    "font:15px/1.45 system-ui,\"Segoe UI\",Roboto,\"DejaVu Sans\",sans-serif}\n"
    "h1{font-size:1.4rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2rem 0 .4rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}\n"
    "p{margin:.3rem 0}.dim{color:var(--dim)}code{font:.87em ui-monospace,\"DejaVu Sans Mono\",monospace;overflow-wrap:anywhere}\n"
    ".scroll{overflow:auto;max-height:90vh;border:1px solid var(--line);border-radius:6px;margin:.6rem 0;width:fit-content;max-width:100%}\n"
    "table{border-collapse:separate;border-spacing:0}th,td{padding:.35rem .6rem;border-right:1px solid var(--line);"
    "border-bottom:1px solid var(--line);text-align:left;vertical-align:top}\n"
    "thead th{position:sticky;top:0;background:var(--head);z-index:2}tbody th{position:sticky;left:0;background:var(--head);white-space:nowrap;z-index:1}\n"
    "thead th:first-child{left:0;z-index:3}tr:last-child>*{border-bottom:0}tr>*:last-child{border-right:0}\n"
    ".grid td{min-width:6.2rem;white-space:nowrap}.grid thead th{min-width:6.2rem}small{display:block;font-size:.78rem;opacity:.85}\n"
    ".ok{background:var(--ok);color:var(--ok-fg)}.bad{background:var(--bad);color:var(--bad-fg)}.warn{background:var(--warn);color:var(--warn-fg)}"
    ".sdist{background:var(--sdist);color:var(--sdist-fg)}.none{background:var(--none);color:var(--dim)}.gap{outline:2px dashed var(--warn-fg);outline-offset:-3px}\n"
    "td b{font-weight:600}ul,ol{margin:.3rem 0;padding-left:1.6rem}li{margin:.2rem 0}.key span{display:inline-block;padding:.1rem .5rem;"
    "border-radius:4px;margin:.1rem .3rem .1rem 0}@media print{.scroll{max-height:none;overflow:visible}}\n";

void a3_html_begin(a3_buf *out, const char *title)
{
    a3_buf_str(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"abi3t-audit " PACKAGE_VERSION "\">\n");
    a3_html_element(out, "title", NULL, title);
    a3_buf_str(out, "\n<style>\n");
    a3_buf_str(out, style);
    a3_buf_str(out, "</style>\n</head>\n<body>\n");
}

void a3_html_end(a3_buf *out) { a3_buf_str(out, "<p class=\"dim\">abi3t-audit " PACKAGE_VERSION "</p>\n</body>\n</html>\n"); }

void a3_html_element(a3_buf *out, const char *tag, const char *class, const char *text)
{
    a3_buf_printf(out, class ? "<%s class=\"%s\">" : "<%s>", tag, class);
    a3_xml_text(out, text);
    a3_buf_printf(out, "</%s>", tag);
}

void a3_html_findings(a3_buf *out, const a3_findings *findings, bool verbose)
{
    bool open = false;
    for (size_t i = 0; i < findings->count; i++) {
        const a3_finding *finding = &findings->items[i];
        bool minor = finding->severity == A3_SEVERITY_NOTE || finding->ignored != NULL;
        if (minor && !verbose)
            continue;
        if (!open)
            a3_buf_str(out, "<h3>Findings</h3>\n<ul>\n");
        open = true;
        a3_buf_printf(out, "<li><b>%s</b> %s %s: ", a3_severity_name(finding->severity), a3_rule_code(finding->rule), a3_rule_name(finding->rule));
        if (finding->member != NULL) {
            a3_html_element(out, "code", NULL, finding->member);
            a3_buf_str(out, ": ");
        }
        a3_xml_text(out, finding->message);
        for (size_t k = 0; k < finding->evidence.count; k++)
            a3_html_element(out, "small", NULL, finding->evidence.items[k]);
        if (finding->evidence_total > finding->evidence.count)
            a3_buf_printf(out, "<small>... and %zu more</small>", finding->evidence_total - finding->evidence.count);
        a3_buf_str(out, "</li>\n");
    }
    if (open)
        a3_buf_str(out, "</ul>\n");
}
