/* SPDX-License-Identifier: MIT */
#include "report/html.h"

static const char style[] =
    ":root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--dim:#5b6570;--line:#dfe3e8;--soft:#f4f6f8;--ok:#d3f0dc;--ok-fg:#0b4f22;--ok-bar:#3fae66;"
    "--bad:#ffd7d6;--bad-fg:#86090f;--bad-bar:#d63a3f;--warn:#fff0c2;--warn-fg:#6a4600;--warn-bar:#e0a500;--gap:#ffe3cc;--gap-fg:#7d3300;--gap-bar:#ec8340;"
    "--sdist:#dde7fd;--sdist-fg:#1f3f8f;--sdist-bar:#6c93ea;--none:#f1f3f5;--none-fg:#5f6973;--none-bar:#d3d8de}\n"
    "@media (prefers-color-scheme:dark){:root{--bg:#12161b;--fg:#e6eaef;--dim:#98a3af;--line:#2b323a;--soft:#1a2027;--ok:#143d24;--ok-fg:#a3ebb9;--ok-bar:#35965a;"
    "--bad:#5a1a1d;--bad-fg:#ffc1be;--bad-bar:#d94b4f;--warn:#473809;--warn-fg:#f9df95;--warn-bar:#c99a17;--gap:#51290e;--gap-fg:#ffc9a3;--gap-bar:#d07133;"
    "--sdist:#1c2f5e;--sdist-fg:#bcd0ff;--sdist-bar:#5378cb;--none:#1c2229;--none-fg:#8a95a1;--none-bar:#3a434d}}\n"
    "*{box-sizing:border-box}body{margin:0 auto;padding:1.6rem clamp(1rem,3vw,2.5rem) 3rem;max-width:120rem;background:var(--bg);color:var(--fg);"
    "font:15px/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",sans-serif}\n"
    "h1{font-size:1.1rem;font-weight:600;margin:0 0 .2rem}h2{font-size:1.7rem;font-weight:650;letter-spacing:-.01em;margin:1.6rem 0 .7rem}"
    "h3{font-size:1rem;margin:1.8rem 0 .5rem}p{margin:.2rem 0;max-width:75rem}.dim{color:var(--dim)}h2 .dim{font-weight:400}\n"
    "code,.tiles b,.tiles small{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,\"DejaVu Sans Mono\",monospace}code{font-size:.87em;overflow-wrap:anywhere}"
    "small{display:block;font-size:.8rem}a{color:inherit;text-decoration:none}a:hover{text-decoration:underline}:target{outline:2px solid var(--sdist-bar);outline-offset:3px}\n"
    ".ok{background:var(--ok);color:var(--ok-fg)}.bad{background:var(--bad);color:var(--bad-fg)}.warn{background:var(--warn);color:var(--warn-fg)}"
    ".gap{background:var(--gap);color:var(--gap-fg)}.sdist{background:var(--sdist);color:var(--sdist-fg)}.none{background:var(--none);color:var(--none-fg)}\n"
    ".bar{display:flex;gap:2px;height:.7rem;max-width:60rem;border-radius:.35rem;overflow:hidden;margin:.2rem 0 .6rem}.bar i{min-width:3px}"
    ".bar .ok{background:var(--ok-bar)}.bar .bad{background:var(--bad-bar)}.bar .warn{background:var(--warn-bar)}.bar .gap{background:var(--gap-bar)}"
    ".bar .sdist{background:var(--sdist-bar)}.bar .none{background:var(--none-bar)}\n"
    ".chip{display:inline-block;padding:.05rem .5rem;border-radius:.35rem;font-size:.85rem;margin:0 .1rem 0 .4rem;white-space:nowrap}"
    ".tallies .chip{margin:0 .4rem .4rem 0;padding:.15rem .65rem;font-size:.9rem}.tallies .chip b{font-variant-numeric:tabular-nums}\n"
    ".scroll{overflow:auto;max-height:92vh;margin:.7rem -.2rem;width:fit-content;max-width:calc(100% + .4rem)}table{border-collapse:separate;border-spacing:3px}"
    "th,td{padding:.3rem .55rem;text-align:left;vertical-align:top}th{font-weight:600}thead th,thead td,tbody th{background:var(--bg)}"
    "tbody th{position:sticky;left:0;z-index:1;white-space:nowrap}\n"
    ".tiles{font-size:12.5px;line-height:1.35}.tiles td{border-radius:5px;min-width:5rem;padding:.25rem .5rem .3rem}.tiles td b{display:block;font-weight:600}"
    ".tiles td small{font-size:11.5px}.tiles td strong{color:var(--bad-fg)}.tiles thead{position:sticky;top:0;z-index:2}.tiles thead tr>*{padding-top:.15rem;padding-bottom:.15rem}"
    ".tiles thead td{position:sticky;left:0;z-index:3;min-width:0}.tiles [scope=colgroup]{border-bottom:2px solid var(--line);white-space:nowrap}"
    ".tiles [scope=col]{color:var(--dim);font-weight:500}.tiles [scope=row]{padding-right:1rem;font-size:14px;vertical-align:middle}"
    ".tiles [scope=row] small{font-weight:400;color:var(--dim);font-family:inherit;font-size:11.5px}.kind th{padding:.7rem .2rem .1rem;color:var(--dim);font-size:12.5px}"
    ".kind span{position:sticky;left:.2rem}\n"
    ".list{border-spacing:0}.list th,.list td{padding:.45rem .8rem;border-bottom:1px solid var(--line);background:none}.list thead th{color:var(--dim);font-weight:500;font-size:.85rem;"
    "position:sticky;top:0;background:var(--bg);z-index:2}.list tbody th{background:var(--bg)}.list .chip{margin:0}.list td:nth-child(-n+4){white-space:nowrap}.list td div{margin-bottom:.2rem}.list small{color:var(--dim);display:inline;margin-left:.5rem}\n"
    "ul,ol{margin:.3rem 0;padding-left:2.4rem}li{margin:.15rem 0}.contents{display:flex;flex-wrap:wrap;gap:.2rem 2rem;padding:0;list-style:none}"
    ".cards{list-style:none;padding:0;display:grid;gap:.5rem;max-width:75rem}.cards li{margin:0;padding:.5rem .8rem;border-radius:6px}"
    ".cards .note{background:var(--soft)}.cards .more{list-style:disc;padding-left:1.2rem;margin:.2rem 0 0;font-size:.85rem}.cards .more li{padding:0;border-radius:0}"
    "details{margin:1.4rem 0}summary{cursor:pointer;font-weight:600}footer{margin-top:3rem;color:var(--dim);font-size:.85rem}\n"
    "@media print{.scroll{max-height:none;overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

void a3_html_begin(a3_buf *out, const char *title)
{
    a3_buf_str(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"abi3t-audit " PACKAGE_VERSION "\">\n");
    a3_html_element(out, "title", NULL, title);
    a3_buf_str(out, "\n<style>\n");
    a3_buf_str(out, style);
    a3_buf_str(out, "</style>\n</head>\n<body>\n");
}

void a3_html_end(a3_buf *out) { a3_buf_str(out, "<footer>abi3t-audit " PACKAGE_VERSION "</footer>\n</body>\n</html>\n"); }

void a3_html_element(a3_buf *out, const char *tag, const char *class, const char *text)
{
    a3_buf_printf(out, class ? "<%s class=\"%s\">" : "<%s>", tag, class);
    a3_xml_text(out, text);
    a3_buf_printf(out, "</%s>", tag);
}

void a3_html_tallies(a3_buf *out, const a3_html_tally *tallies, size_t count)
{
    a3_buf_str(out, "<div class=\"bar\" aria-hidden=\"true\">");
    for (size_t i = 0; i < count; i++)
        if (tallies[i].count > 0)
            a3_buf_printf(out, "<i class=\"%s\" style=\"flex:%zu\"></i>", tallies[i].class, tallies[i].count);
    a3_buf_str(out, "</div>\n<p class=\"tallies\">");
    for (size_t i = 0; i < count; i++)
        if (tallies[i].count > 0)
            a3_buf_printf(out, "<span class=\"chip %s\">%s <b>%zu</b> %s</span>", tallies[i].class, tallies[i].mark, tallies[i].count, tallies[i].word);
    a3_buf_str(out, "</p>\n");
}

void a3_html_findings(a3_buf *out, const a3_findings *findings, bool verbose)
{
    static const char *const classes[] = {"note", "note", "warn", "bad"};
    bool open = false;
    for (size_t i = 0; i < findings->count; i++) {
        const a3_finding *finding = &findings->items[i];
        bool minor = finding->severity == A3_SEVERITY_NOTE || finding->ignored != NULL;
        if (minor && !verbose)
            continue;
        a3_buf_printf(out, "%s<li class=\"%s\"><b>%s</b> %s %s", open ? "" : "<h3>Findings</h3>\n<ul class=\"cards\">\n",
                      finding->ignored ? "note" : classes[finding->severity], finding->ignored ? "ignored" : a3_severity_name(finding->severity),
                      a3_rule_code(finding->rule), a3_rule_name(finding->rule));
        open = true;
        if (finding->member != NULL) {
            a3_buf_char(out, ' ');
            a3_html_element(out, "code", NULL, finding->member);
        }
        a3_html_element(out, "p", NULL, finding->message);
        a3_buf_str(out, finding->evidence.count ? "<ul class=\"more\">" : "");
        for (size_t k = 0; k < finding->evidence.count; k++)
            a3_html_element(out, "li", NULL, finding->evidence.items[k]);
        if (finding->evidence_total > finding->evidence.count)
            a3_buf_printf(out, "<li>... and %zu more</li>", finding->evidence_total - finding->evidence.count);
        a3_buf_str(out, finding->evidence.count ? "</ul></li>\n" : "</li>\n");
    }
    a3_buf_str(out, open ? "</ul>\n" : "");
}
