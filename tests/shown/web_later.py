"""Web pages in which one rule hides a digit and a later or stronger one shows it again."""

from typing import Final

from tests.shown.web import ALL, Web, span


def _both(
    name: str,
    why: str,
    css: str,
    attributes: str = 'class="k"',
    *,
    tag: str = "span",
    end: bool = False,
) -> Web:
    return span(name, why, css, attributes, tag=tag, end=end, shown=ALL)


RULES: Final = (
    _both("later-order", "the later of two rules", ".k{display:none}.k{display:inline}"),
    _both("later-class-over-tag", "a class over a tag", "td .k{display:inline}span{display:none}"),
    _both(
        "later-id",
        "an id over classes",
        "#z7{display:inline}.k.k.k{display:none}",
        'id="z7" class="k"',
    ),
    _both(
        "later-not-id",
        ":not(#x) counts as an id",
        "span:not(#x){display:inline}td .k.k{display:none}",
    ),
    _both(
        "later-where", ":where() counts nothing", "span{display:inline}:where(td .k){display:none}"
    ),
    _both(
        "later-inline",
        "an attribute over a sheet",
        ".k{display:none}",
        'class="k" style="display:inline"',
    ),
    _both(
        "later-important-inline",
        "!important over an attribute",
        ".k{display:inline!important}",
        'class="k" style="display:none"',
    ),
    _both(
        "later-important-both",
        "two times !important",
        "td .k{display:inline!important}.k{display:none!important}",
    ),
    _both("later-within", "the later in one rule", ".k{display:none;display:inline}"),
    _both(
        "later-invalid",
        "an invalid value hides nothing",
        ".k{display:none;;}.k{display:inline;display:nun}",
    ),
    _both(
        "later-invalid-selector",
        "one bad selector spoils the list",
        ".k, :unknown-pseudo{display:none}",
    ),
    _both("later-invalid-hack", "a selector with a hack", "* html .k{display:none}"),
    _both("later-comment", "a rule in a comment", "/* .k{display:none} */"),
    _both("later-comment-swallows", "a comment that goes on", "/* .z{} .k{display:none}"),
    _both("later-string-swallows", "a rule in a string", ".z{content:'.k{display:none}'}"),
    _both("later-at-rule-unknown", "a rule that is not known", "@unknown{.k{display:none}}"),
    _both("later-media-print", "@media print", "@media print{.k{display:none}}"),
    _both("later-media-not-all", "@media not all", "@media not all{.k{display:none}}"),
    _both(
        "later-media-wide",
        "@media for small screens",
        "@media screen and (max-width:768px){.k{display:none}}",
    ),
    _both(
        "later-media-unknown",
        "@media that is not known",
        "@media (no-such-thing){.k{display:none}}",
    ),
    _both(
        "later-media-dark",
        "@media for the dark",
        "@media (prefers-color-scheme:dark){.k{display:none}}",
    ),
    _both(
        "later-supports",
        "@supports of nothing known",
        "@supports (display:nothing){.k{display:none}}",
    ),
    _both(
        "later-import-late",
        "@import after a rule does nothing",
        ".z{}@import 'data:text/css,.k{display:none}';",
    ),
    _both("later-case-class", "classes have case in a page with a doctype", ".K{display:none}"),
    _both(
        "later-media-order",
        "a rule in @media before one outside",
        "@media screen{.k{display:none}}.k{display:inline}",
    ),
    _both(
        "later-layer",
        "what is in no layer is stronger",
        ".k{display:inline}@layer a{#zoom .k.k{display:none}}",
    ),
    _both(
        "later-layer-order",
        "the order of layers",
        "@layer a,b;@layer b{.k{display:inline}}@layer a{td .k{display:none}}",
    ),
    _both("later-initial", "initial", ".k{display:none}td .k{display:initial}"),
    _both("later-unset", "all: unset", ".k{display:none}td .k{all:unset}"),
    _both("later-revert", "revert", ".k{display:none}td .k{display:revert}"),
    _both(
        "later-variable",
        "a custom property that is set otherwise nearer by",
        ":root{--d:none}td{--d:inline}.k{display:var(--d)}",
    ),
    _both(
        "later-visible-in-hidden",
        "visible in what is hidden",
        ".m{visibility:hidden}.k{visibility:visible}",
        'class="k"',
    ),
    _both(
        "later-hidden-attr",
        "a style over the attribute hidden",
        "[hidden]{display:inline}",
        "hidden",
    ),
    _both("later-contents", "display: contents shows what is in it", ".k{display:contents}"),
    _both("later-not-prose", ":not() that does not fit", "span:not(.k){display:none}"),
    _both("later-nth", ":nth-child() of another", "td span:nth-child(2){display:none}"),
    _both("later-child-not", "> that does not fit", "tr > .k{display:none}"),
    _both(
        "later-attr-case",
        "an attribute's value with case",
        "[data-v=OLD]{display:none}",
        'data-v="old"',
    ),
    _both("later-empty", ":empty that does not fit", ".k:empty{display:none}"),
    _both("later-scope-limit", "@scope ends before", "@scope (table) to (td){.k{display:none}}"),
    _both("later-nesting-other", "nesting that does not fit", "p{.k{display:none}}"),
    _both("later-hover", "hidden only under the mouse", ".k:hover{display:none}"),
    _both("later-position-static", "left without position", ".k{left:-9999px}"),
    _both("later-width-inline", "width of inline text", ".k{width:0;height:0;overflow:hidden}"),
    _both(
        "later-overflow-shown",
        "a box of no size whose text runs over",
        ".k{display:inline-block;width:0;margin-right:1ch}",
        end=True,
    ),
    _both("later-transform-inline", "transform of inline text", ".k{transform:scale(0)}"),
    _both("later-clip-static", "clip without position", ".k{clip:rect(0,0,0,0)}"),
    _both("later-text-indent-inline", "text-indent of inline text", ".k{text-indent:-9999px}"),
    _both("later-color-then", "white, and black after it", ".k{color:#fff}td .k{color:#000}"),
    _both("later-opacity-then", "opacity more than one", ".k{opacity:0}td .k{opacity:2}"),
    _both("later-white-on-blue", "white on blue", ".k{color:#fff;background:#036}"),
    _both(
        "later-fill",
        "-webkit-text-fill-color is stronger than color",
        ".k{color:#fff;-webkit-text-fill-color:#000}",
    ),
    _both(
        "later-animation",
        "an animation shows it",
        "@keyframes s{to{opacity:1}}.k{opacity:0;animation:s .01s forwards}",
        end=True,
    ),
    _both("later-font-then", "a size again", ".m{font-size:0}.k{font-size:16px}"),
)
PARTS: Final = (
    Web(
        "later-visible-child",
        "visible inside what is hidden",
        "<span style='visibility:hidden'>{H}<b style='visibility:visible'>{S}</b></span>",
        "{S}",
    ),
    Web(
        "later-size-child",
        "a size again inside",
        "<span style='font-size:0'>{H}<b style='font-size:16px'>{S}</b></span>",
        "{S}",
    ),
    Web(
        "later-color-child",
        "a colour again inside",
        "<span style='color:transparent'><b style='color:black'>{S}</b></span>",
        "{S}",
    ),
    Web(
        "later-disabled-sheet",
        "an alternate sheet is not used",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head='<link rel="alternate stylesheet" title="x" href="{NAME}_assets/x.css">',
        assets={"x.css": ".k{display:none}"},
    ),
    Web(
        "later-disabled-link",
        "a sheet that is disabled",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head='<link rel="stylesheet" disabled href="{NAME}_assets/x.css">',
        assets={"x.css": ".k{display:none}"},
    ),
    Web(
        "later-print-link",
        "a sheet for print",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head='<link rel="stylesheet" media="print" href="{NAME}_assets/x.css">',
        assets={"x.css": ".k{display:none}"},
    ),
    Web(
        "later-print-style",
        "a style element for print",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head='<style media="print">.k{display:none}</style>',
    ),
    Web(
        "later-type",
        "a style element of another type",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head='<style type="text/less">.k{display:none}</style>',
    ),
    Web(
        "later-two-links",
        "the later of two sheets",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head='<link rel="stylesheet" href="{NAME}_assets/a.css"><link rel="stylesheet" href="{NAME}_assets/b.css">',
        assets={"a.css": ".k{display:none}", "b.css": "b.k{display:inline}"},
    ),
    Web(
        "later-noscript-style",
        "a style in <noscript>",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head="<noscript><style>.k{display:none}</style></noscript>",
    ),
    Web(
        "later-template-style",
        "a style in <template>",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        top="<template><style>.k{display:none}</style></template>",
    ),
    Web(
        "later-textarea-style",
        "a style in a comment",
        "{A}<b class=k>{H}</b>{B}",
        ALL,
        head="<!-- <style>.k{display:none}</style> -->",
    ),
    Web(
        "later-details-open",
        "details that are open",
        "<details open><summary></summary>{S}</details>",
        "{S}",
    ),
    Web(
        "later-dialog-open",
        "a dialog that is open",
        "<dialog open style='position:static;border:0;padding:0;margin:0'>{S}</dialog>",
        "{S}",
    ),
    Web(
        "later-tabs-radio",
        "a tab by a ticked box",
        "<input type=radio name=t checked hidden><b class=p>{S}</b><input type=radio name=t hidden><b class=p>{T}</b>",
        "{S}",
        head="<style>.p{display:none}input:checked + .p{display:inline}</style>",
        where="alone",
    ),
    Web(
        "later-tabs-class",
        "a tab by a class",
        '<i class="tab">{T}</i><i class="tab on">{S}</i>',
        "{S}",
        head="<style>.tab{display:none}.tab.on{display:block}</style>",
    ),
    Web(
        "later-tabs-fade",
        "tabs as a well-known library makes them",
        '<div class="tab-pane fade">{T}</div><div class="tab-pane fade show active">{S}</div>',
        "{S}",
        head="<style>.fade:not(.show){opacity:0}.tab-content>.tab-pane,.tab-pane{display:none}.tab-pane.active{display:block}</style>",
    ),
    Web(
        "later-tabs-aria",
        "tabs by aria-hidden",
        '<div aria-hidden="true">{T}</div><div aria-hidden="false">{S}</div>',
        "{S}",
        head="<style>[aria-hidden=true]{display:none}</style>",
    ),
    Web(
        "later-carousel",
        "pictures that change places",
        "<div style='width:40px;overflow:hidden;height:20px'><div style='width:80px;transform:translateX(-40px)'><b style='float:left;width:40px'>{T}</b><b style='float:left;width:40px'>{S}</b></div></div>",
        "{S}",
    ),
)

CASES: Final = (*RULES, *PARTS)
