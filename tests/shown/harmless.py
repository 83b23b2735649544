"""The same means used so that what is shown is what the source says: these must be published."""

from typing import Final

from tests.shown import pdf, web, word
from tests.shown.model import Hostile
from tests.shown.pdf import Paper, Print, Spot
from tests.shown.web import ALL, Web
from tests.shown.word import Doc, in_document, run, style


def _look(name: str, css: str, why: str = "") -> Web:
    """A digit with a class that hides nothing."""
    return Web(
        f"sound-{name}",
        why or css,
        "{A}<span class=k>{H}</span>{B}",
        ALL,
        head=f"<style>.k{{{css}}}</style>",
    )


def _sheet(name: str, css: str, why: str = "", cell: str = "{A}<span class=k>{H}</span>{B}") -> Web:
    return Web(f"sound-{name}", why or css, cell, ALL, head=f"<style>{css}</style>")


def _beside(
    name: str,
    why: str,
    *,
    head: str = "",
    top: str = "",
    foot: str = "",
    cell: str = "{S}",
    td: str = "",
) -> Web:
    return Web(f"sound-{name}", why, cell, "{S}", head=head, top=top, foot=foot, td=td)


WEB: Final = (
    _beside("plain", "nothing at all"),
    _beside("span", "the number in an element", cell="<span>{S}</span>"),
    _beside(
        "word-spans",
        "digits in elements of their own",
        cell="<span lang=EN-US style='font-size:10.5pt'>{A}</span><span lang=EN-US>{B}</span>",
    ),
    _look("color", "color:#333"),
    _look("color-blue", "color:rgb(0,0,255)"),
    _look("background", "background:#ffc;color:#000"),
    _look("block", "display:inline-block"),
    _look("inline", "display:inline"),
    _look("relative", "position:relative;left:0;top:0"),
    _look("user-select", "user-select:none;-webkit-user-select:none"),
    _look("cursor", "cursor:pointer;pointer-events:none"),
    _look("transition", "transition:opacity .3s ease"),
    _look("shadow", "box-shadow:0 0 2px #999;text-shadow:none"),
    _look("opacity", "opacity:1"),
    _look("opacity-light", "opacity:.9"),
    _look("visible", "visibility:visible;overflow:visible"),
    _look("weight", "font-weight:bold;font-family:SimSun,serif;letter-spacing:0"),
    _look("variant", "font-variant:normal;font-feature-settings:'tnum'"),
    _look("transform", "text-transform:uppercase"),
    _look("underline", "text-decoration:underline"),
    _look("margin", "margin:0;padding:0 1px;border:0"),
    _look("line-height", "line-height:1.5;vertical-align:baseline"),
    _look("mso", "mso-bidi-font-family:宋体;mso-font-kerning:0pt;mso-hide:none"),
    _look("direction", "direction:ltr;unicode-bidi:normal"),
    _sheet("hover", ".k:hover{color:red;opacity:.5}"),
    _sheet("print", "@media print{.k{color:#000}.nav{display:none}}"),
    _sheet("small", "@media (max-width:600px){.k{font-size:12px}.side{display:none}}"),
    _sheet("dark", "@media (prefers-color-scheme:dark){.k{color:#eee}}"),
    _sheet("other-class", ".hidden{display:none}.hide{visibility:hidden}"),
    _sheet("other-nested", ".nav{ul{display:none}}"),
    _sheet(
        "reset", "*{margin:0;box-sizing:border-box}a{text-decoration:none}ol,ul{list-style:none}"
    ),
    _sheet("clearfix", ".clearfix::after{content:'';display:table;clear:both}"),
    _sheet("icon", ".icon-home::before{content:'\\e900'}"),
    _sheet("zebra", "tr:nth-child(even) td{background:#f5f5f5}td:first-child{text-align:left}"),
    _sheet(
        "responsive",
        "table{width:100%;max-width:1000px;table-layout:fixed}td{word-break:break-all}",
    ),
    _sheet("float-main", "#zoom{float:left;width:900px}.side{float:right;width:200px}"),
    _sheet(
        "font-face", "@font-face{font-family:icons;src:url(icons.woff)}.icon{font-family:icons}"
    ),
    _beside(
        "tail-hidden",
        "something hidden outside the table",
        head="<style>.pop{display:none}</style>",
        foot="<div class=pop>88</div>",
    ),
    _beside(
        "tail-inline",
        "something hidden by its attribute outside the table",
        foot="<div style='display:none'>203</div>",
    ),
    _beside(
        "top-link",
        "hidden links above",
        top="<div style='position:absolute;left:-9999px'><a href='#zoom'>跳到正文</a></div>",
    ),
    _beside(
        "noscript", "a hint for pages without scripts", top="<noscript>请启用脚本 12</noscript>"
    ),
    _beside(
        "script-other",
        "a script that names other classes",
        foot="<script>document.querySelectorAll('.nav').forEach(e=>e.style.display='none')</script>",
    ),
    _beside(
        "script-count",
        "a script that counts visits",
        foot="<script>var _c=document.getElementById('hits');if(_c){_c.innerHTML='1203'}</script>",
        top="<p>浏览次数：<span id=hits></span></p>",
    ),
    _beside(
        "script-back",
        "a script that scrolls back to the top",
        foot="<script>window.onscroll=function(){var b=document.getElementById('totop');if(b)b.style.display=scrollY>100?'block':'none'}</script><a id=totop style='display:none'>返回顶部</a>",
    ),
    _beside(
        "dialog-other",
        "a dialog outside the table",
        foot="<dialog>4</dialog><template><b>5</b></template>",
    ),
    _beside(
        "rtl-other",
        "right-to-left text outside the table",
        foot="<p dir=rtl>شكرا</p><p><bdo dir=rtl>12</bdo></p>",
    ),
    _beside(
        "center", "the older attributes of a cell", td="align=center valign=middle width=90 nowrap"
    ),
    _beside(
        "p",
        "a paragraph in the cell",
        cell="<p class=MsoNormal align=center style='text-align:center;text-indent:0'>{S}</p>",
    ),
    _beside("nbsp", "spaces around", cell="&nbsp;{S} "),
    _beside("comment", "a comment", cell="{A}<!-- 9 -->{B}"),
    Web(
        "sound-link-sheet",
        "a sheet that lies beside and hides other things",
        "{S}",
        "{S}",
        head='<link rel="stylesheet" href="{NAME}_assets/a.css">',
        assets={"a.css": ".nav,.footer .x{display:none}table{width:100%}"},
    ),
)


def _d(
    name: str,
    why: str,
    properties: str = "",
    *,
    late: str = "",
    paragraph: str = "",
    cell: str = "",
    row: str = "",
) -> Doc:
    return Doc(
        f"sound-{name}",
        why,
        run("{A}") + run("{H}", properties, late=late) + run("{B}"),
        ALL,
        paragraph=paragraph,
        cell=cell,
        row=row,
    )


WORD: Final = (
    _d("plain", "nothing at all"),
    _d("caps", "capitals", "<w:caps/>"),
    _d("emphasis", "a dot below", '<w:em w:val="dot"/>'),
    _d("bold", "bold and coloured", '<w:b/><w:color w:val="C00000"/>'),
    _d("underline", "underlined", '<w:u w:val="single"/>'),
    _d("marker", "a yellow marker", '<w:highlight w:val="yellow"/>'),
    _d("kern", "kerning", '<w:kern w:val="2"/><w:spacing w:val="0"/>'),
    _d("scale", "nine tenths of its width", '<w:w w:val="90"/>'),
    _d("lang", "a language", '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'),
    _d("no-proof", "no spelling", "<w:noProof/>"),
    _d("effect", "an effect that is no longer drawn", '<w:effect w:val="none"/>'),
    _d("fit", "text fitted to the cell", cell="<w:tcFitText/>"),
    _d("hide-mark", "the end mark of the cell does not count", cell="<w:hideMark/>"),
    _d("no-wrap", "not broken", cell="<w:noWrap/>"),
    _d(
        "exact-row",
        "a row of exact height that holds its text",
        row='<w:trHeight w:val="420" w:hRule="exact"/>',
    ),
    _d(
        "repeat",
        "a row that repeats nothing",
        row='<w:cantSplit/><w:trHeight w:val="380" w:hRule="atLeast"/>',
    ),
    _d(
        "auto-dark",
        "automatic colour on a light ground",
        '<w:color w:val="auto"/>',
        cell='<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
    ),
    Doc(
        "sound-style-red",
        "a character style",
        run("{A}") + run("{B}", style="Red"),
        styles=style("Red", '<w:color w:val="FF0000"/>'),
    ),
    Doc(
        "sound-link",
        "a bookmark, proofing marks",
        '<w:bookmarkStart w:id="71" w:name="b"/>'
        + run("{A}")
        + '<w:bookmarkEnd w:id="71"/><w:proofErr w:type="spellStart"/>'
        + run("{B}"),
    ),
    Doc(
        "sound-control",
        "a content control",
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>"
        + run("{S}")
        + "</w:sdtContent></w:sdt>",
        "{S}",
    ),
    Doc(
        "sound-other-hidden",
        "a hidden paragraph outside the tables",
        run("{S}"),
        "{S}",
        edit=in_document(
            lambda x: x.replace(
                "<w:sectPr",
                "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>88</w:t></w:r></w:p><w:sectPr",
                1,
            )
        ),
    ),
)


def _n(name: str, why: str, kind: str, entries: str = "", look: str | None = None) -> Print:
    def draw(spot: Spot) -> str:
        spot.note(kind, entries, look=look)
        return spot.say("{S}")

    return Print(f"sound-{name}", why, draw, "{S}")


_BOX: Final = "1 g 0 0 WIDTH HEIGHT re f 0 g\nBT /F1 9.5 Tf 1 0 0 1 1.5 2.6 Tm ({T}) Tj ET"


def _elsewhere(kind: str) -> Print:
    def draw(spot: Spot) -> str:
        spot.note(
            kind,
            "/C [ 1 0 0 ] /Contents (12)",
            rect=(20, 20, 60, 30),
            look="1 0 0 RG 0 0 WIDTH HEIGHT re S",
        )
        return spot.say("{S}")

    return Print(f"sound-elsewhere-{kind.lower()}", f"{kind} beside the tables", draw, "{S}")


def _user_unit(paper: Paper) -> None:
    for page in paper.pages:
        paper.entry(page, "/UserUnit 2")


PDF: Final = (
    Print("sound-plain", "nothing at all", lambda s: s.say("{S}"), "{S}"),
    Print(
        "sound-pieces",
        "digit by digit",
        lambda s: (
            s.say("{1}", x=s.left("{S}"))
            + s.say("{2}", x=s.after("{S}", "{1}"))
            + s.say("{3}", x=s.after("{S}", "{1}{2}"))
        ),
        "{S}",
    ),
    Print("sound-blue", "blue", lambda s: s.say("{S}", before="0 0 1 rg"), "{S}"),
    Print("sound-bold", "drawn and stroked", lambda s: s.say("{S}", before="2 Tr 0.2 w"), "{S}"),
    Print(
        "sound-ground",
        "a light ground below",
        lambda s: (
            f"q 0.95 g {s.left('{S}') - 2:.2f} {s.base - 2:.2f} 20 11 re f Q\n" + s.say("{S}")
        ),
        "{S}",
    ),
    Print(
        "sound-marked",
        "marked content",
        lambda s: "/P << /MCID 0 >> BDC\n" + s.say("{S}") + "EMC\n",
        "{S}",
    ),
    Print("sound-units", "a sheet of double size", lambda s: s.say("{S}"), "{S}", whole=_user_unit),
    _n(
        "highlight",
        "a marker that multiplies",
        "Highlight",
        "/C [ 1 1 0 ]",
        "/M gs 1 1 0 rg 0 0 WIDTH HEIGHT re f",
    ),
    _n("highlight-bare", "a marker without a look", "Highlight", "/C [ 1 1 0 ]"),
    _n("underline", "underlined", "Underline", "/C [ 0 0 1 ]"),
    _n("squiggly", "a wave below", "Squiggly", "/C [ 0 0 1 ]"),
    _n(
        "hidden-note",
        "a note that is hidden",
        "FreeText",
        "/F 2 /Contents ({T}) /DA (/F1 9 Tf)",
        _BOX,
    ),
    _n("hidden-strike", "a line that is hidden", "StrikeOut", "/F 2 /C [ 1 0 0 ]"),
    _n(
        "no-view",
        "a note for print alone",
        "FreeText",
        "/F 36 /Contents ({T}) /DA (/F1 9 Tf)",
        _BOX,
    ),
    _n("link", "a link", "Link", "/Border [ 0 0 0 ]"),
    _n("transparent", "a note that paints nothing", "Square", "/C [ ]", ""),
    _n(
        "frame",
        "a frame around",
        "Square",
        "/C [ 1 0 0 ]",
        "1 0 0 RG 0.4 w 0.2 0.2 m WIDTH 0.2 l WIDTH HEIGHT l 0.2 HEIGHT l h S",
    ),
    _n("widget-empty", "a form field that paints nothing", "Widget", "/FT /Tx /T (n)", ""),
    _n("popup", "a popup that is not open", "Popup", "/Open false"),
    _elsewhere("StrikeOut"),
    _elsewhere("FreeText"),
    _elsewhere("Stamp"),
)


def documents(kind: str, first: int) -> list[Hostile]:
    """The sound documents of one format, whose agencies are numbered from `first` on."""
    if kind == "web":
        return web.pages("harmless", WEB, first)
    if kind == "word":
        return word.files("harmless", WORD, first)
    return pdf.files("harmless", PDF, first)
