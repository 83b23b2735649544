"""Web pages that show digits, or whole cells, in another order than the source has them."""

from typing import Final

from tests.press.form_2021 import DISCLOSURE, REVIEW
from tests.shown.web import Web

_ONE_BY_ONE: Final = "<b>{1}</b><b>{2}</b><b>{3}</b>"


def _digits(
    name: str, style: str, why: str = "", pieces: str = _ONE_BY_ONE, shown: str | None = "{R}"
) -> Web:
    return Web(name, why or style, f'<span style="{style}">{pieces}</span>', shown)


TEXT: Final = (
    Web(
        "order-bdo-nested",
        "bdo in bdo",
        "<bdo dir=rtl>{3}<bdo dir=ltr>{1}{2}</bdo></bdo>",
        "{1}{2}{3}",
    ),
    Web("order-bdo-upper", "<BDO DIR=RTL>", "<BDO DIR=RTL>{S}</BDO>", "{R}"),
    Web(
        "order-bdo-spans",
        "bdo around elements",
        "<bdo dir='rtl'><i>{1}</i><i>{2}{3}</i></bdo>",
        "{R}",
    ),
    _digits("order-override", "unicode-bidi:bidi-override;direction:rtl", pieces="{S}"),
    _digits("order-isolate-override", "direction:rtl;unicode-bidi:isolate-override", pieces="{S}"),
    Web("order-rlo", "U+202E", "\u202e{S}\u202c", "{R}"),
    Web("order-rlo-entity", "&#8238;", "&#8238;{S}&#8236;", "{R}"),
    Web("order-rlo-hex", "&#x202e; without an end", "&#x202e;{S}", "{R}"),
    Web("order-rlo-inner", "U+202E before the last two digits", "{1}&#x202e;{3}{2}", "{S}"),
    Web(
        "order-lro",
        "U+202D in right-to-left text",
        "<span dir=rtl>&#x202d;{S}&#x202c;</span>",
        "{S}",
    ),
    Web(
        "order-rtl-marks", "right-to-left marks between digits", "{1}&rlm;{2}&rlm;{3}", "{1}{3}{2}"
    ),
    Web(
        "order-rtl-spaced",
        "numbers apart in a right-to-left span",
        "<span dir=rtl>{A} &#8207;{B}</span>",
        None,
    ),
    Web(
        "order-inline-blocks-rtl",
        "inline-blocks in a right-to-left cell",
        "<b>{1}</b><b>{2}</b><b>{3}</b>",
        "{R}",
        head="<style>td.k{direction:rtl}td.k b{display:inline-block}</style>",
        td="class=k",
    ),
    Web(
        "order-isolates-rtl",
        "isolates in a right-to-left cell",
        "<bdi>{1}</bdi><bdi>{2}</bdi><bdi>{3}</bdi>",
        "{R}",
        td="dir=rtl",
    ),
    Web(
        "order-plaintext",
        "unicode-bidi: plaintext",
        "<span style='unicode-bidi:plaintext;direction:rtl'>{S}</span>",
        "{S}",
    ),
    Web(
        "order-rli",
        "U+2067 isolates in a right-to-left cell",
        "&#x2067;{1}&#x2069;&#x2067;{2}&#x2069;&#x2067;{3}&#x2069;",
        "{R}",
        td="dir=rtl",
    ),
    Web(
        "order-hebrew-between",
        "digits apart by a Hebrew letter of no size",
        "{1}<span style='font-size:0'>&#1488;</span>{2}<span style='font-size:0'>&#1488;</span>{3}",
        "{1}{3}{2}",
    ),
)
BOXES: Final = (
    _digits(
        "order-flex-order",
        "display:inline-flex",
        pieces="<b style='order:3'>{1}</b><b style='order:2'>{2}</b><b>{3}</b>",
    ),
    _digits("order-flex-reverse-flow", "display:inline-flex;flex-flow:row-reverse nowrap"),
    _digits(
        "order-flex-wrap-reverse", "display:inline-flex;flex-direction:column-reverse", shown=None
    ),
    _digits("order-flex-rtl", "display:inline-flex;direction:rtl"),
    _digits(
        "order-flex-auto-margin",
        "display:inline-flex",
        pieces="<b style='order:1'>{1}</b><b style='order:-1'>{2}</b><b style='order:0'>{3}</b>",
        shown="{2}{3}{1}",
    ),
    _digits(
        "order-grid-column",
        "display:inline-grid;grid-auto-flow:column",
        pieces="<b style='grid-column:3'>{1}</b><b style='grid-column:2;grid-row:1'>{2}</b><b style='grid-column:1;grid-row:1'>{3}</b>",
    ),
    _digits(
        "order-grid-place",
        "display:inline-grid",
        pieces="<b style='grid-area:1/3'>{1}</b><b style='grid-area:1/2'>{2}</b><b style='grid-area:1/1'>{3}</b>",
    ),
    _digits(
        "order-grid-areas",
        "display:inline-grid;grid-template-areas:'c b a'",
        pieces="<b style='grid-area:a'>{1}</b><b style='grid-area:b'>{2}</b><b style='grid-area:c'>{3}</b>",
    ),
    _digits("order-grid-rtl", "display:inline-grid;grid-auto-flow:column;direction:rtl"),
    _digits(
        "order-grid-order",
        "display:inline-grid;grid-auto-flow:column",
        pieces="<b style='order:1'>{1}</b><b>{2}</b><b>{3}</b>",
        shown="{2}{3}{1}",
    ),
    Web(
        "order-float-right",
        "float: right",
        "<span style='display:inline-block'><b style='float:right'>{1}</b><b style='float:right'>{2}</b><b style='float:right'>{3}</b></span>",
        "{R}",
    ),
    Web(
        "order-float-left-last",
        "the last digit floats to the left",
        "<span style='display:inline-block'>{A}<b style='float:left'>{B}</b></span>",
        "{B}{A}",
    ),
    Web(
        "order-float-end",
        "float: inline-end",
        "<span style='display:inline-block'><b style='float:inline-end'>{1}</b>{2}{3}</span>",
        "{2}{3}{1}",
    ),
    Web(
        "order-relative",
        "digits that change places",
        "<span style='font-family:monospace'><b style='position:relative;left:1ch'>{1}</b><b style='position:relative;left:-1ch'>{2}</b>{3}</span>",
        "{2}{1}{3}",
    ),
    Web(
        "order-absolute",
        "digits at places of their own",
        "<span style='position:relative;display:inline-block;width:30px;height:18px'><b style='position:absolute;left:20px'>{1}</b><b style='position:absolute;left:10px'>{2}</b><b style='position:absolute;left:0'>{3}</b></span>",
        "{R}",
    ),
    Web(
        "order-translate",
        "digits moved by transform",
        "<span style='font-family:monospace'><b style='display:inline-block;transform:translateX(2ch)'>{1}</b><b>{2}</b><b style='display:inline-block;transform:translateX(-2ch)'>{3}</b></span>",
        "{R}",
    ),
    Web(
        "order-margin",
        "a negative margin",
        "<span style='font-family:monospace;padding-left:1ch;display:inline-block'>{1}<b style='margin-left:-2ch;margin-right:1ch;font-weight:400'>{2}</b></span>",
        "{2}{1}",
    ),
    Web(
        "order-mirror",
        "turned round by rotate",
        "<span style='display:inline-block;transform:rotate(180deg)'>6{A}9</span>",
        None,
    ),
    Web(
        "order-mirror-letters",
        "every digit mirrored, then all",
        "<span style='display:inline-block;transform:scaleX(-1)'><b style='display:inline-block;transform:scaleX(-1)'>{1}</b><b style='display:inline-block;transform:scaleX(-1)'>{2}</b><b style='display:inline-block;transform:scaleX(-1)'>{3}</b></span>",
        "{R}",
    ),
    Web(
        "order-vertical",
        "vertical from right to left",
        "<span style='writing-mode:vertical-rl'><i style='display:block'>{1}</i><i style='display:block'>{2}</i></span>",
        None,
    ),
    Web(
        "order-vertical-blocks",
        "vertical columns of upright digits",
        "<div style='writing-mode:vertical-rl;text-orientation:upright;display:inline-block'><div>{1}</div><div>{2}</div><div>{3}</div></div>",
        "{R}",
    ),
    Web(
        "order-inline-table",
        "cells of an inner table, from right to left",
        "<span style='display:inline-table;direction:rtl'><b style='display:table-cell'>{1}</b><b style='display:table-cell'>{2}</b><b style='display:table-cell'>{3}</b></span>",
        "{R}",
    ),
    Web(
        "order-inner-table-rtl",
        "a table inside, from right to left",
        "<table dir=rtl style='border:0'><tr><td style='border:0;padding:0'>{1}<td style='border:0;padding:0'>{2}<td style='border:0;padding:0'>{3}</table>",
        "{R}",
    ),
    Web(
        "order-columns",
        "columns of one digit",
        "<div style='columns:3;column-gap:0;height:1.2em;direction:rtl;width:2.4em'><p style='margin:0;break-after:column'>{1}</p><p style='margin:0;break-after:column'>{2}</p><p style='margin:0'>{3}</p></div>",
        "{R}",
    ),
    Web(
        "order-svg-x",
        "a drawing's text with places",
        "<svg width=40 height=18><text y=14 x='20 10 0' fill=black>{S}</text></svg>",
        "{R}",
    ),
    Web(
        "order-svg-tspan",
        "a drawing's pieces of text",
        "<svg width=40 height=18><text y=14><tspan x=20>{1}</tspan><tspan x=10>{2}</tspan><tspan x=0>{3}</tspan></text></svg>",
        "{R}",
    ),
    Web(
        "order-sub-absolute",
        "a digit put before",
        "<span style='position:relative;padding-left:1ch;font-family:monospace'>{1}{2}<b style='position:absolute;left:0;font-weight:400'>{3}</b></span>",
        "{3}{1}{2}",
    ),
)


_ISSUED: Final = ((DISCLOSURE, "normative_documents", "issued"),)
_CORRECTED: Final = ((REVIEW, "reconsideration", "corrected"), (REVIEW, "reconsideration", "total"))

TABLES: Final = (
    Web(
        "order-table-rtl",
        "a table's columns from right to left, with their headings",
        "{S}",
        "{S}",
        edit=lambda page: page.replace("<table ", "<table dir=rtl "),
    ),
    Web(
        "order-table-direction",
        "direction of the table in a style sheet",
        "{S}",
        "{S}",
        head="<style>table{direction:rtl}td{direction:ltr}</style>",
    ),
    Web("order-body-rtl", "the page is right to left", "{S}", "{S}", body="dir=rtl"),
    Web(
        "order-row-flex",
        "the numbers of a row turned round",
        "{S}",
        None,
        cells=_CORRECTED,
        head="<style>tr:last-child{display:flex;flex-direction:row-reverse}</style>",
    ),
    Web(
        "order-cells-order",
        "a cell moved to the end of its row",
        "{S}",
        None,
        cells=_ISSUED,
        head="<style>tr:nth-child(4){display:flex}tr:nth-child(4) td:nth-child(2){order:9}</style>",
    ),
    Web(
        "order-cells-swapped",
        "two numbers that changed rows",
        "{S}",
        None,
        cells=_ISSUED,
        head="<style>tr:nth-child(3) td:nth-child(2),tr:nth-child(4) td:nth-child(2){position:relative;border:0}tr:nth-child(3) td:nth-child(2){top:26px}tr:nth-child(4) td:nth-child(2){top:-26px}</style>",
    ),
    Web(
        "order-cell-moved",
        "a number moved out of its cell",
        "{S}",
        None,
        cells=_ISSUED,
        td="style='position:relative;left:140px;border:0'",
    ),
    Web(
        "order-label-moved",
        "labels that changed rows",
        "{S}",
        None,
        cells=_ISSUED,
        head="<style>tr:nth-child(3) td:first-child,tr:nth-child(4) td:first-child{position:relative;border:0}tr:nth-child(3) td:first-child{top:26px}tr:nth-child(4) td:first-child{top:-26px}</style>",
    ),
    Web(
        "order-col-collapse",
        "a column collapsed",
        "{S}",
        "",
        cells=_CORRECTED,
        edit=lambda page: page.replace(
            "<tbody>", "<colgroup><col><col style='visibility:collapse'></colgroup><tbody>"
        ),
    ),
    Web(
        "order-row-collapse",
        "a row collapsed",
        "{S}",
        "",
        cells=_ISSUED,
        head="<style>tr:nth-child(4){visibility:collapse}</style>",
    ),
    Web(
        "order-row-none",
        "a row that is not shown",
        "{S}",
        "",
        cells=_ISSUED,
        head="<style>tr:nth-child(4){display:none}</style>",
    ),
    Web(
        "order-cell-none",
        "the cell before is not shown, so that all others move",
        "{S}",
        None,
        cells=_CORRECTED,
        head="<style>tr:last-child td:first-child{display:none}</style>",
    ),
    Web(
        "order-vertical-table",
        "a table written from above",
        "{S}",
        "{S}",
        cells=_ISSUED,
        head="<style>table{writing-mode:vertical-lr}</style>",
    ),
    Web(
        "order-row-below",
        "a row shown below the others, with its label",
        "{S}",
        "{S}",
        cells=_ISSUED,
        head="<style>tr:nth-child(4){display:table-footer-group}</style>",
    ),
    Web(
        "order-table-gone",
        "a table that is not shown",
        "{S}",
        "",
        cells=_ISSUED,
        head="<style>table:first-of-type{display:none}</style>",
    ),
    Web(
        "order-cover-table",
        "a table moved over it, white",
        "{S}",
        None,
        cells=_ISSUED,
        top="<style>#zoom{position:relative}</style><div style='position:absolute;left:0;top:0;width:100%;height:6000px;background:#fff;z-index:5'></div>",
    ),
)

CASES: Final = (*TEXT, *BOXES, *TABLES)
