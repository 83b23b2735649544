"""Web pages that show what the source does not have as text, or text that is written otherwise."""

import base64
import io
from functools import cache
from pathlib import Path
from typing import Final

import reportlab  # type: ignore[import-untyped]
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tests.shown.web import ALL, Web


@cache
def swapped_font(swaps: tuple[tuple[str, str], ...]) -> bytes:
    """A font of digits in which some show another digit.

    Args:
        swaps: Pairs of a character in the source and the digit that its glyph shows.
    """
    path = Path(str(reportlab.__file__)).parent / "fonts" / "Vera.ttf"
    font = TTFont(path, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = [1, 2]
    cutter = subset.Subsetter(options)
    cutter.populate(text="0123456789 ")
    cutter.subset(font)
    glyphs = dict(font.getBestCmap())
    for table in font["cmap"].tables:
        for source, seen in swaps:
            if ord(source) < 0x10000 and table.isUnicode():
                table.cmap[ord(source)] = glyphs[ord(seen)]
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


_TURNED: Final = tuple(zip("0123456789", "9876543210", strict=True))
_ONE: Final = (("4", "7"), ("7", "4"))
_PRIVATE: Final = tuple((chr(0xE100 + digit), str(digit)) for digit in range(10))
_LETTERS: Final = tuple(zip("abcdefghij", "0123456789", strict=True))
_HAN: Final = tuple(zip("龤龥驋閏麣鑶餼龒鸺龘", "0123456789", strict=True))


def _face(swaps: tuple[tuple[str, str], ...], more: str = "") -> str:
    data = base64.b64encode(swapped_font(swaps)).decode()
    return f"<style>@font-face{{font-family:num;src:url(data:font/ttf;base64,{data});{more}}}.n{{font-family:num}}</style>"


FONTS: Final = (
    Web(
        "font-turned",
        "a font whose digits are turned round",
        "<span class=n>247</span>",
        "752",
        head=_face(_TURNED),
    ),
    Web(
        "font-one-pair",
        "a font in which two digits changed places",
        "<span class=n>1472</span>",
        "1742",
        head=_face(_ONE),
    ),
    Web(
        "font-private",
        "characters of private use that a font shows as digits",
        "<span class=n>&#xe102;&#xe100;&#xe103;</span>",
        "203",
        head=_face(_PRIVATE),
    ),
    Web(
        "font-private-part",
        "one digit is a character of private use",
        "2<span class=n>&#xe108;</span>3",
        "283",
        head=_face(_PRIVATE),
    ),
    Web(
        "font-letters",
        "letters that a font shows as digits",
        "<span class=n>cad</span>",
        "203",
        head=_face(_LETTERS),
    ),
    Web(
        "font-han",
        "Chinese characters that a font shows as digits",
        "<span class=n>驋龤閏</span>",
        "203",
        head=_face(_HAN),
    ),
    Web(
        "font-range",
        "unicode-range: for some digits only",
        "<span class=n>2464</span>",
        "2767",
        head=_face((("4", "7"), ("6", "6")), "unicode-range:U+34"),
        where="alone",
    ),
    Web(
        "font-file",
        "a font that lies beside",
        "<span class=n>8152</span>",
        "1847",
        head="<style>@font-face{font-family:num;src:url({NAME}_assets/num.ttf)}.n{font-family:num,serif}</style>",
        assets={"num.ttf": swapped_font(_TURNED)},
    ),
    Web(
        "font-table",
        "a font for all the table",
        "{S}",
        None,
        head=_face(_TURNED) + "<style>table{font-family:num,serif}</style>",
    ),
    Web(
        "font-inherited",
        "the name of a well-known font given to another",
        "<span style='font-family:SimSun'>247</span>",
        "752",
        head=_face(_TURNED).replace("font-family:num", "font-family:SimSun"),
    ),
    Web(
        "font-short",
        "a font by the short form",
        "<span style='font:400 16px/1.2 num'>1472</span>",
        "1742",
        head=_face(_ONE),
    ),
    Web("font-face-attr", "<font face>", "<font face=num>1472</font>", "1742", head=_face(_ONE)),
)
# The third digit of 2464 is 6, which the range leaves to another font.

PSEUDO: Final = (
    Web(
        "made-before",
        "::before",
        "<span class=k>{B}</span>",
        ALL.replace("{H}", ""),
        head="<style>.k::before{content:'{A}'}</style>",
    ),
    Web(
        "made-after",
        "::after",
        "<span class=k>{A}</span>",
        "{A}{B}",
        head="<style>.k::after{content:'{B}'}</style>",
    ),
    Web(
        "made-after-old",
        ":after with one colon, escaped",
        "<span class=k>{A}</span>",
        "{A}7",
        head=r"<style>.k:after{content:'\37'}</style>",
    ),
    Web(
        "made-cell-after",
        "::after of the cell",
        "{A}",
        "{A}{B}",
        head="<style>td.k::after{content:'{B}'}</style>",
        td="class=k",
    ),
    Web(
        "made-attr",
        "content: attr()",
        "<span class=k data-v='{S}'></span>",
        "{S}",
        head="<style>.k::before{content:attr(data-v)}</style>",
    ),
    Web(
        "made-attr-more",
        "attr() after the number",
        "<span class=k data-v='{H}'>{A}</span>",
        "{A}{H}",
        head="<style>.k::after{content:attr(data-v)}</style>",
    ),
    Web(
        "made-var",
        "content from a custom property",
        "<span class=k style=\"--c:'{H}'\">{A}</span>",
        "{A}{H}",
        head="<style>.k::after{content:var(--c)}</style>",
    ),
    Web(
        "made-counter",
        "counter()",
        "<span class=k></span>",
        "203",
        head="<style>.k{counter-reset:n 203}.k::before{content:counter(n)}</style>",
    ),
    Web(
        "made-counter-after",
        "counter() after digits",
        "<span class=k>2</span>",
        "23",
        head="<style>.k{counter-reset:n 2;counter-increment:n}.k::after{content:counter(n)}</style>",
    ),
    Web(
        "made-counters",
        "counters() with nothing between",
        "<span class=k><b class=k><i></i></b></span>",
        "12",
        head="<style>td .k{counter-reset:n 1}td .k .k{counter-reset:n 2}td i::before{content:counters(n,'')}</style>",
    ),
    Web(
        "made-counter-style",
        "@counter-style",
        "{A}<span class=k></span>",
        "{A}5",
        head="<style>@counter-style z{system:cyclic;symbols:'5'}.k::before{content:counter(a,z)}</style>",
    ),
    Web("made-quotes", "quotes", "<q>{A}</q>", "8{A}9", head="<style>q{quotes:'8' '9'}</style>"),
    Web(
        "made-open-quote",
        "open-quote",
        "<span class=k>{A}</span>",
        "7{A}",
        head="<style>.k{quotes:'7' '8'}.k::before{content:open-quote}</style>",
    ),
    Web(
        "made-content-element",
        "content of an element that is a picture",
        "{A}<span class=k>{H}</span>{B}",
        "{A}{B}",
        head="<style>.k{content:url(data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==)}</style>",
    ),
    Web(
        "made-li",
        "the number of a list item",
        "<ol style='margin:0;list-style-position:inside;display:inline-block'><li value=20></li></ol>",
        None,
    ),
    Web(
        "made-li-bare",
        "a list whose numbers have no point",
        "<ol class=k style='list-style-position:inside;padding:0;margin:0'><li value=2>{A}</li></ol>",
        "2{A}",
        head="<style>@counter-style p{system:extends decimal;suffix:''}.k{list-style-type:p}</style>",
    ),
    Web(
        "made-marker",
        "::marker",
        "<div class=k>{A}</div>",
        "8{A}",
        head="<style>.k{display:list-item;list-style-position:inside}.k::marker{content:'8'}</style>",
    ),
    Web(
        "made-list-string",
        "list-style-type of a string",
        "<div style=\"display:list-item;list-style:inside '6'\">{A}</div>",
        "6{A}",
    ),
    Web(
        "made-first-letter",
        "::first-letter hidden",
        "<div class=k>{H}{S}</div>",
        "{S}",
        head="<style>.k::first-letter{font-size:0}</style>",
    ),
    Web(
        "made-first-letter-color",
        "::first-letter white",
        "<div class=k>{H}{S}</div>",
        "{S}",
        head="<style>.k::first-letter{color:#fff}</style>",
    ),
    Web(
        "made-first-line",
        "::first-line hidden",
        "<div class=k>{T}<br><b>{S}</b></div>",
        "{S}",
        head="<style>.k::first-line{color:transparent}</style>",
    ),
    Web(
        "made-picture",
        "a digit as a picture in its address",
        "{A}<img alt='' src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='10' height='16'><text y='14'>5</text></svg>\">",
        "{A}5",
    ),
    Web(
        "made-picture-alt",
        "a picture that is not there shows its words",
        "{A}<img src='missing.png' alt='{H}'>",
        None,
    ),
    Web(
        "made-background",
        "a digit in the background",
        "{A}<span style=\"display:inline-block;width:10px;height:16px;background:url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3Ctext y=%2214%22%3E5%3C/text%3E%3C/svg%3E')\"></span>",
        "{A}5",
    ),
    Web(
        "made-cell-background",
        "a number in the background of an empty cell",
        "",
        "5",
        td="style=\"background:url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3Ctext y=%2214%22%3E5%3C/text%3E%3C/svg%3E') no-repeat\"",
    ),
    Web(
        "made-svg-text",
        "a drawing with text",
        "{A}<svg width=12 height=16><text y=14>{B}</text></svg>",
        "{A}{B}",
    ),
    Web(
        "made-svg-use",
        "a digit used twice in a drawing",
        "{A}<svg width=12 height=16><defs><text id=u7 y=14>{B}</text></defs><use href='#u7'/></svg>",
        "{A}{B}",
        where="alone",
    ),
    Web(
        "made-border-one",
        "a digit drawn of borders",
        "{A}<i style='display:inline-block;border-left:2px solid #000;height:12px;width:2px'></i>",
        None,
    ),
    Web("made-data-value", "<data value>", "<data value='{T}'>{S}</data>", "{S}"),
)
CONTROLS: Final = (
    Web("control-input", "<input value>", "<input value='{S}' size=4>", "{S}"),
    Web(
        "control-input-after",
        "an input after digits",
        "{A}<input value='{B}' style='border:0;padding:0;width:1em;font:inherit'>",
        "{A}{B}",
    ),
    Web("control-input-hidden", "input type=hidden", "{S}<input type=hidden value='{H}'>", "{S}"),
    Web("control-input-placeholder", "a placeholder", "<input placeholder='{S}' size=4>", None),
    Web("control-button", "input type=button", "{A}<input type=button value='{B}'>", None),
    Web("control-textarea", "<textarea>", "<textarea rows=1 cols=4>{S}</textarea>", "{S}"),
    Web(
        "control-textarea-tags",
        "what looks like markup in <textarea>",
        "<textarea rows=1 cols=30>{A}<b>{H}</b></textarea>",
        None,
    ),
    Web("control-select", "<select>", "<select><option>{S}<option selected>{T}</select>", "{T}"),
    Web(
        "control-select-first",
        "<select> shows the first",
        "<select><option>{S}<option>{T}</select>",
        "{S}",
    ),
    Web(
        "control-select-label", "<option label>", "<select><option label='{T}'>{S}</select>", "{T}"
    ),
    Web("control-meter", "<meter>", "<meter min=0 max=500 value=203>{S}</meter>", None),
    Web("control-progress", "<progress>", "{S}<progress max=9 value=3>{H}</progress>", None),
    Web(
        "control-output",
        "<output> that a form computes",
        "<form oninput='o.value=1'><output name=o>{S}</output></form>",
        "{S}",
    ),
    Web(
        "control-password", "input type=password", "<input type=password value='{S}' size=4>", None
    ),
    Web("control-range", "input type=range", "<input type=range value=20>{S}", None),
)
TEXT: Final = (
    Web("text-ruby", "ruby over digits", "<ruby>{A}<rt>{H}</rt></ruby>{B}", None),
    Web(
        "text-ruby-rp",
        "ruby with brackets for old browsers",
        "<ruby>{S}<rp>(</rp><rt>{T}</rt><rp>)</rp></ruby>",
        None,
    ),
    Web("text-ruby-hidden", "rp is never shown", "<ruby>{A}{B}<rp>{H}</rp></ruby>", "{A}{B}"),
    Web("text-sup", "a raised digit", "{S}<sup>{H}</sup>", None),
    Web("text-sub", "a lowered digit", "{S}<sub>{H}</sub>", None),
    Web(
        "text-sup-style",
        "a digit raised by a style",
        "{S}<span style='vertical-align:super;font-size:60%'>{H}</span>",
        None,
    ),
    Web(
        "text-combining-strike",
        "struck out by U+0336",
        "{1}\u0336{2}\u0336{3}\u0336",
        None,
    ),
    Web("text-combining-solidus", "struck out by U+0338", "{A}{B}{H}\u0338", None),
    Web("text-combining-keycap", "a digit in a box", "{A}{B}\u20e3", None),
    Web("text-enclosed", "digits in circles", "②⓪③", None),
    Web("text-superscript", "raised digits", "{A}²", None),
    Web("text-fraction", "a fraction", "{A}½", None),
    Web("text-roman", "Roman numbers", "Ⅻ", None),
    Web(
        "text-slash-frac",
        "fractions by a font's feature",
        "<span style='font-feature-settings:\"frac\"'>{1}/{2}</span>",
        None,
    ),
    Web("text-zero-width", "a joiner of no width between", "{A}&zwj;{B}", "{A}{B}"),
    Web("text-soft-hyphen", "a soft hyphen between", "{A}&shy;{B}", "{A}{B}"),
    Web("text-wbr", "<wbr> between", "{A}<wbr>{B}", "{A}{B}"),
    Web("text-br", "a line break between", "{A}<br>{B}", None),
    Web("text-blocks", "two blocks", "<div>{A}</div><div>{B}</div>", None),
    Web(
        "text-blocks-by-style",
        "two lines by a style sheet",
        "<span class=k>{A}</span><span class=k>{B}</span>",
        None,
        head="<style>.k{display:block}</style>",
    ),
    Web(
        "text-blocks-apart",
        "two numbers far apart",
        "<span style='margin-right:5em'>{A}</span><span>{B}</span>",
        None,
    ),
    Web(
        "text-word-spacing",
        "two numbers side by side in a flex box",
        "<div style='display:flex;justify-content:space-between;width:90px'><b>{A}</b><b>{B}</b></div>",
        None,
    ),
    Web("text-entity-open", "&#x without semicolon", "{A}&#x37", "{A}7"),
    Web("text-entity-before-digit", "&#5 before a digit is another character", "&#5{A};", None),
    Web("text-entity-arabic", "Arabic digits", "&#1634;&#1632;&#1635;", "203"),
    Web("text-entity-double", "an escaped entity shows as itself", "{A}&amp;#55;", None),
    Web("text-mathml-msup", "a power", "<math><msup><mn>{A}</mn><mn>{B}</mn></msup></math>", None),
    Web(
        "text-mathml-fraction",
        "a fraction of a formula",
        "<math><mfrac><mn>{A}</mn><mn>{B}</mn></mfrac></math>",
        None,
    ),
    Web(
        "text-mathml-phantom",
        "a phantom of a formula",
        "<math><mn>{A}{B}</mn><mphantom><mn>{H}</mn></mphantom></math>",
        "{A}{B}",
    ),
    Web("text-xmp", "<xmp> shows tags", "<xmp>{A}<!--{B}--></xmp>", None),
    Web("text-comment-odd", "a comment that ends at once", "{A}<!-->{H}<!-- -->{B}", ALL),
    Web("text-comment-bang", "a comment that ends with --!>", "{A}<!-- --!>{H}<!-- -->{B}", ALL),
    Web("text-comment-nested", "a comment in a comment", "{A}<!-- <!-- -->{B}", "{A}{B}"),
    Web("text-bogus-comment", "<?…> and </ …> are comments", "{A}<?{H}>{B}</ {H}>", "{A}{B}"),
    Web("text-conditional", "a conditional comment", "{A}<!--[if IE]>{H}<![endif]-->{B}", "{A}{B}"),
    Web(
        "text-conditional-open",
        "a downlevel-revealed comment",
        "{A}<![if !IE]>{H}<![endif]>{B}",
        ALL,
    ),
    Web("text-cdata", "CDATA in HTML is a comment", "{A}<![CDATA[{H}]]>{B}", "{A}{B}"),
    Web(
        "text-svg-cdata",
        "CDATA in a drawing is text",
        "<svg width=40 height=16><text y=14><![CDATA[{S}]]></text></svg>",
        "{S}",
    ),
    Web(
        "text-foster",
        "what stands between cells is shown above the table",
        "{S}",
        "{S}",
        edit=lambda page: page.replace("<tr><td>行政许可</td>", "<tr>88<td>行政许可</td>"),
    ),
    Web("text-lt-digit", "< before a digit is text", "{A}<{B}", None),
    Web("text-attribute-gt", "> in an attribute", "{A}<span title='>{H}<'>{B}</span>", "{A}{B}"),
    Web(
        "text-unclosed-tag", "a tag that is not closed eats the next", "{A}<b {H}</b>{B}", "{A}{B}"
    ),
    Web(
        "text-svg-foreign",
        "foreignObject",
        "<svg width=40 height=20><foreignObject width=40 height=20><b>{S}</b></foreignObject></svg>",
        "{S}",
    ),
    Web(
        "text-svg-switch",
        "<switch> in a drawing shows one",
        "<svg width=40 height=18><switch><text y=14>{S}</text><text y=14>{T}</text></switch></svg>",
        "{S}",
    ),
    Web("text-marquee", "<marquee>", "<marquee>{S}</marquee>", "{S}"),
    Web(
        "text-template-td",
        "a cell in a template",
        "{S}",
        "{S}",
        edit=lambda page: page.replace(
            "<tr><td>行政许可</td>", "<template><td>9</td></template><tr><td>行政许可</td>"
        ),
    ),
    Web(
        "text-srcdoc",
        "a page in the cell",
        "<iframe srcdoc='<body style=margin:0>{S}' width=40 height=24 style='border:0'></iframe>",
        "{S}",
    ),
    Web(
        "text-iframe-beside",
        "a page that lies beside",
        "<iframe src='{NAME}_assets/n.html' width=40 height=24 style='border:0'></iframe>",
        "{S}",
        assets={"n.html": "<!DOCTYPE html><body style='margin:0'>{S}"},
    ),
    Web(
        "text-object",
        "<object> with a page in its address",
        "<object data='data:text/html,<body style=margin:0>{T}' width=40 height=24>{S}</object>",
        "{T}",
    ),
    Web(
        "text-picture-source",
        "a picture of a number",
        "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='30' height='16'><text y='14'>{T}</text></svg>\" alt='{S}'>",
        "{T}",
    ),
)
SHADOW: Final = (
    Web(
        "shadow-slot",
        "a slot shows what is inside",
        "<div><template shadowrootmode=open>{H}<slot></slot></template>{S}</div>",
        "{H}{S}",
    ),
    Web(
        "shadow-closed",
        "a closed shadow tree",
        "<div><template shadowrootmode='closed'><b>{T}</b></template>{S}</div>",
        "{T}",
    ),
    Web(
        "shadow-slot-fallback",
        "what stands in a slot that nothing fills",
        "<div><template shadowrootmode=open><slot name=a>{T}</slot></template></div>",
        "{T}",
    ),
    Web(
        "shadow-slots-order",
        "named slots in another order",
        "<div><template shadowrootmode=open><slot name=c></slot><slot name=b></slot><slot name=a></slot></template><b slot=a>{1}</b><b slot=b>{2}</b><b slot=c>{3}</b></div>",
        "{R}",
    ),
    Web(
        "shadow-style",
        "a style inside hides what is slotted",
        "<div><template shadowrootmode=open><style>::slotted(b){display:none}</style><slot></slot></template>{A}<b>{H}</b>{B}</div>",
        "{A}{B}",
    ),
    Web(
        "shadow-host",
        ":host",
        "{A}{B}<span><template shadowrootmode=open><style>:host{display:none}</style><slot></slot></template>{H}</span>",
        "{A}{B}",
    ),
    Web(
        "shadow-bad-mode",
        "a mode that is none leaves a template",
        "{A}<div style='display:inline'><template shadowrootmode=x>{H}</template>{B}</div>",
        "{A}{B}",
    ),
    Web(
        "shadow-not-here",
        "an element that can have no shadow tree",
        "{A}<a><template shadowrootmode=open>{H}</template>{B}</a>",
        "{A}{B}",
    ),
)

CASES: Final = (*FONTS, *PSEUDO, *CONTROLS, *TEXT, *SHADOW)
