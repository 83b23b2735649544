"""Word files in which what Word shows is not what stands in the XML."""

import re
from typing import Final

from tests.press.form_2021 import DISCLOSURE
from tests.shown.word import Doc, Parts, in_document, run, style, with_part

ALL: Final = "{A}{H}{B}"
_A, _B, _H, _S, _T = run("{A}"), run("{B}"), run("{H}"), run("{S}"), run("{T}")
_GONE: Final = style("Gone", "<w:vanish/>")
_GONE_PARAGRAPH: Final = style("GoneP", "<w:vanish/>", "paragraph")
_SHOW: Final = '<w:vanish w:val="0"/>'
_WHO: Final = 'w:author="经办人" w:date="2024-01-15T09:00:00Z"'


def _mid(
    name: str, why: str, properties: str, shown: str | None = "{A}{B}", *, late: str = ""
) -> Doc:
    return Doc(name, why, _A + run("{H}", properties, late=late) + _B, shown)


def _shown_everywhere(parts: Parts) -> None:
    """Hidden by the document's defaults, and every run but one is told to be shown."""
    text = parts["word/styles.xml"].decode()
    text = re.sub(r"(<w:rPrDefault>\s*<w:rPr>)", r"\1", text)
    text = re.sub(r"(</w:rPr>\s*</w:rPrDefault>)", r"<w:vanish/>\1", text)
    parts["word/styles.xml"] = text.encode()
    body = parts["word/document.xml"].decode()
    body = re.sub(r"(<w:rPr><w:rFonts[^>]*/>)(?!<w:vanish|<w:webHidden)", rf"\1{_SHOW}", body)
    parts["word/document.xml"] = body.replace("<w:webHidden/>", "").encode()


VANISHING: Final = (
    Doc("vanish-style", "a character style", _A + run("{H}", style="Gone") + _B, styles=_GONE),
    Doc(
        "vanish-style-based",
        "a style based on one",
        _A + run("{H}", style="Gone2") + _B,
        styles=_GONE + style("Gone2", '<w:color w:val="FF0000"/>', based="Gone"),
    ),
    Doc(
        "vanish-style-shown",
        "a style that takes it back",
        _A + run("{H}", style="Gone2") + _B,
        ALL,
        styles=_GONE + style("Gone2", _SHOW, based="Gone"),
    ),
    Doc(
        "vanish-style-run-off",
        "the run takes it back",
        _A + run("{H}", _SHOW, style="Gone") + _B,
        ALL,
        styles=_GONE,
    ),
    Doc(
        "vanish-paragraph-style",
        "a paragraph style hides a second paragraph",
        _S,
        "{S}",
        after='<w:p><w:pPr><w:pStyle w:val="GoneP"/></w:pPr>' + _T + "</w:p>",
        styles=_GONE_PARAGRAPH,
    ),
    Doc(
        "vanish-paragraph-cell",
        "a paragraph style hides the number",
        _S,
        "",
        paragraph='<w:pStyle w:val="GoneP"/>',
        styles=_GONE_PARAGRAPH,
    ),
    Doc(
        "vanish-toggle",
        "twice hidden by styles is shown",
        run("{A}", _SHOW) + run("{H}", style="Gone") + run("{B}", _SHOW),
        ALL,
        paragraph='<w:pStyle w:val="GoneP"/>',
        styles=_GONE + _GONE_PARAGRAPH,
    ),
    Doc(
        "vanish-defaults",
        "hidden by the document's defaults",
        _A + run("{H}", "<w:webHidden/>") + _B,
        edit=_shown_everywhere,
    ),
    Doc(
        "vanish-table-style",
        "a table's style hides its text",
        _S,
        "",
        styles=style("GoneT", "<w:vanish/>", "table"),
        edit=in_document(lambda x: x.replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="GoneT"/>')),
    ),
    _mid("vanish-on", 'w:val="on"', '<w:vanish w:val="on"/>'),
    _mid("vanish-off", 'w:val="off"', '<w:vanish w:val="off"/>', ALL),
    _mid("vanish-special", "specVanish with vanish", "<w:vanish/><w:specVanish/>"),
    _mid("vanish-web", "hidden in the view of a web page alone", "<w:webHidden/>", ALL),
    Doc(
        "vanish-change-now",
        "hidden since a tracked change",
        _A
        + run("{H}", "<w:vanish/>", late=f'<w:rPrChange w:id="901" {_WHO}><w:rPr/></w:rPrChange>')
        + _B,
    ),
    Doc(
        "vanish-change-before",
        "hidden before a tracked change",
        _A
        + run(
            "{H}", late=f'<w:rPrChange w:id="902" {_WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
        )
        + _B,
        ALL,
    ),
    Doc("vanish-row", "a hidden row", _S, None, row="<w:hidden/>"),
    Doc(
        "vanish-nested-table",
        "a table inside, hidden",
        _S,
        "{S}",
        after='<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="300"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="300" w:type="dxa"/></w:tcPr><w:p>'
        + run("{H}", "<w:vanish/>")
        + "</w:p></w:tc></w:tr></w:tbl><w:p/>",
    ),
)
LOOKS: Final = (
    _mid("look-white", "white", '<w:color w:val="FFFFFF"/>'),
    _mid("look-nearly-white", "nearly white", '<w:color w:val="FEFEFE"/>'),
    _mid(
        "look-theme",
        "the theme's background",
        '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
    ),
    _mid(
        "look-theme-only",
        "a theme's colour over the one given",
        '<w:color w:val="000000" w:themeColor="background1"/>',
    ),
    _mid(
        "look-black-on-black",
        "black on black",
        '<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
        None,
    ),
    _mid(
        "look-solid-shading",
        "a solid pattern over the ground",
        '<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>',
        None,
    ),
    Doc(
        "look-cell-black",
        "black in a black cell",
        run("{S}", '<w:color w:val="000000"/>'),
        None,
        edit=in_document(lambda x: x),
        cell='<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
    ),
    _mid(
        "look-highlight",
        "black on a black marker",
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        None,
    ),
    Doc(
        "look-style-white",
        "a style of white",
        _A + run("{H}", style="Pale") + _B,
        styles=style("Pale", '<w:color w:val="FFFFFF"/>'),
    ),
    _mid("look-size", "one point", '<w:sz w:val="2"/>'),
    Doc(
        "look-size-style",
        "a size by a style",
        _A + run("{H}", style="Tiny").replace("@@SIZE@@", "") + _B,
        styles=style("Tiny", '<w:sz w:val="2"/>'),
    ),
    _mid("look-scale", "one hundredth of its width", '<w:w w:val="1"/>', None),
    _mid("look-spacing", "digits over one another", '<w:spacing w:val="-120"/>', None),
    _mid("look-position", "raised high", '<w:position w:val="24"/>', None),
    _mid("look-superscript", "superscript", '<w:vertAlign w:val="superscript"/>', None),
    Doc(
        "look-superscript-style",
        "superscript by a style",
        _S + run("{H}", style="Up"),
        None,
        styles=style("Up", '<w:vertAlign w:val="superscript"/>'),
    ),
    _mid("look-strike", "struck out", "<w:strike/>", None),
    _mid("look-double-strike", "struck out twice", '<w:dstrike w:val="1"/>', None),
    Doc(
        "look-strike-style",
        "struck out by a style",
        _A + run("{H}", style="Out") + _B,
        None,
        styles=style("Out", "<w:strike/>"),
    ),
    _mid(
        "look-no-fill", "text without a fill", "", late="<w14:textFill><w14:noFill/></w14:textFill>"
    ),
    _mid(
        "look-alpha",
        "text of a transparent fill",
        "",
        late='<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
    ),
    _mid(
        "look-white-fill",
        "text of a white fill",
        "",
        late='<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
    ),
    Doc(
        "look-wingdings",
        "a font of signs",
        _A + run("{H}").replace("@@FONTS@@", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
        None,
    ),
    Doc(
        "look-webdings-all",
        "a font of signs for all",
        run("{S}").replace(
            "@@FONTS@@", '<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings" w:eastAsia="Webdings"/>'
        ),
        None,
    ),
    Doc(
        "look-symbol-digit",
        "w:sym of the font Symbol",
        _A + run("", body='<w:sym w:font="Symbol" w:char="F033"/>'),
        "{A}3",
    ),
    Doc(
        "look-symbol-circle",
        "w:sym of Wingdings",
        _A + run("", body='<w:sym w:font="Wingdings" w:char="F08C"/>'),
        None,
    ),
    _mid("look-combine", "two lines in one", '<w:eastAsianLayout w:id="-7" w:combine="1"/>', None),
    _mid("look-fit", "fitted into a point", '<w:fitText w:val="10" w:id="77"/>', None),
    Doc(
        "look-line-cut",
        "lines of one point",
        _S,
        None,
        paragraph='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
    ),
    Doc(
        "look-row-cut",
        "a row of one point",
        _S,
        None,
        row='<w:trHeight w:val="20" w:hRule="exact"/>',
    ),
    Doc(
        "look-second-cut",
        "a second paragraph below the row's end",
        _S,
        "{S}",
        after='<w:p><w:pPr><w:spacing w:before="600"/></w:pPr>' + _T + "</w:p>",
        row='<w:trHeight w:val="400" w:hRule="exact"/>',
        where="alone",
    ),
    Doc("look-indent", "indented off the page", _S, None, paragraph='<w:ind w:left="-20000"/>'),
    Doc(
        "look-margin",
        "a cell's margin pushes it out",
        _S,
        None,
        cell='<w:tcMar><w:left w:w="9000" w:type="dxa"/></w:tcMar>',
    ),
)
ORDER: Final = (
    Doc(
        "order-bdo-two",
        "bdo over two runs",
        '<w:bdo w:val="rtl">' + run("{1}") + run("{2}{3}") + "</w:bdo>",
        "{R}",
    ),
    Doc(
        "order-bdo-part",
        "bdo over a part",
        run("{1}") + '<w:bdo w:val="rtl">' + run("{3}{2}") + "</w:bdo>",
        "{S}",
    ),
    Doc(
        "order-bdo-in-bdo",
        "bdo in bdo",
        '<w:bdo w:val="rtl">'
        + run("{3}")
        + '<w:bdo w:val="ltr">'
        + run("{1}{2}")
        + "</w:bdo></w:bdo>",
        "{S}",
    ),
    Doc(
        "order-bdo-sdt",
        "bdo in a content control",
        '<w:sdt><w:sdtContent><w:bdo w:val="rtl">' + _S + "</w:bdo></w:sdtContent></w:sdt>",
        "{R}",
    ),
    Doc("order-rlo", "U+202E", run("\u202e{S}\u202c"), "{R}"),
    Doc("order-dir", "w:dir", '<w:dir w:val="rtl">' + _S + "</w:dir>", "{S}"),
    Doc("order-rtl-mixed", "runs of either direction", run("{A}", "<w:rtl/>") + run("{B}"), None),
    Doc(
        "order-bidi-paragraph",
        "runs in a paragraph from right to left",
        run("{A} ") + run("{B}"),
        None,
        paragraph="<w:bidi/>",
    ),
    Doc(
        "order-table",
        "columns from right to left, with their headings",
        _S,
        "{S}",
        edit=in_document(lambda x: x.replace("<w:tblPr>", "<w:tblPr><w:bidiVisual/>")),
    ),
    Doc(
        "order-vertical",
        "a cell written from above",
        _S,
        None,
        cell='<w:textDirection w:val="tbRlV"/>',
    ),
)


def _field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return run("", body=f'<w:fldChar w:fldCharType="{kind}"/>')

    return char("begin") + code + (char("separate") + result if result else "") + char("end")


def _code(text: str) -> str:
    return run("", body=f'<w:instrText xml:space="preserve">{text}</w:instrText>')


def _bound(parts: Parts) -> None:
    with_part(
        parts,
        "customXml/item9.xml",
        '<z:d xmlns:z="urn:z"><z:n>{T}</z:n></z:d>',
        "application/xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml",
        "rIdZ9",
    )


def _chunk(parts: Parts) -> None:
    with_part(
        parts,
        "word/chunk9.htm",
        "<html><body>{T}</body></html>",
        "text/html",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk",
        "rIdZ8",
    )


def _numbered(parts: Parts) -> None:
    text = parts["word/numbering.xml"].decode()
    text = re.sub(
        r"(<w:numbering\b[^>]*>)",
        r'\1<w:abstractNum w:abstractNumId="981"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>',
        text,
        count=1,
    )
    text = text.replace(
        "</w:numbering>",
        '<w:num w:numId="981"><w:abstractNumId w:val="981"/></w:num></w:numbering>',
    )
    parts["word/numbering.xml"] = text.encode()


def _merged_down(text: str) -> str:
    """行政强制's cell goes on what 行政处罚's cell begins, though it has a text of its own."""
    rows = re.split(r"(?=<w:tr>)", text)
    for at, row in enumerate(rows):
        for label, how in (
            ("行政处罚", '<w:vMerge w:val="restart"/>'),
            ("行政强制", "<w:vMerge/>"),
            ("行政许可", ""),
        ):
            if f">{label}</w:t>" in row and how:
                head, mark, tail = row.rpartition("</w:tcPr>")
                head = re.sub(
                    r"(<w:gridSpan[^>]*/>)(?!.*<w:gridSpan)", rf"\1{how}", head, flags=re.S
                )
                rows[at] = head + mark + tail
    return "".join(rows)


def _box(text: str, fill: str = "FFFFFF") -> str:
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="600000" cy="200000"/><wp:wrapNone/><wp:docPr id="981" name="B"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="600000" cy="200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent><w:p>{text}</w:p></w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
    )


MADE: Final = (
    Doc("made-field-code", "a field's code is not shown", _field(_code(" = {T} "), _S), "{S}"),
    Doc(
        "made-field-code-text",
        "text in a field's code is not shown",
        _A + _field(_code(" = ") + _H, _B),
        "{A}{B}",
    ),
    Doc(
        "made-field-no-result",
        "a field without a result shows nothing",
        _A + _field(_code(' QUOTE "{H}" '), ""),
        None,
    ),
    Doc(
        "made-field-nested",
        "a field in a field's code",
        _field(_code(" IF ") + _field(_code(" DOCVARIABLE x "), _H) + _code(' = 1 "x" '), _S),
        "{S}",
    ),
    Doc("made-field-page", "a field that Word counts anew", _field(_code(" PAGE "), _T), None),
    Doc(
        "made-field-simple",
        "a simple field's result",
        '<w:fldSimple w:instr=" = {T} ">' + _S + "</w:fldSimple>",
        "{S}",
    ),
    Doc(
        "made-list",
        "a list's number before the digits",
        _A,
        "2{A}",
        paragraph='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="981"/></w:numPr>',
        edit=_numbered,
        where="alone",
    ),
    Doc(
        "made-del-in-ins",
        "deleted after it was inserted",
        f'{_A}<w:ins w:id="903" {_WHO}><w:del w:id="904" {_WHO}>'
        + run("", body="<w:delText>{H}</w:delText>")
        + f"</w:del></w:ins>{_B}",
        "{A}{B}",
    ),
    Doc(
        "made-del-with-t",
        "deleted, but as shown text",
        f'{_A}<w:del w:id="905" {_WHO}>{_H}</w:del>{_B}',
        "{A}{B}",
    ),
    Doc(
        "made-move-from",
        "moved away",
        f'{_A}<w:moveFrom w:id="906" {_WHO}>{_H}</w:moveFrom>{_B}',
        "{A}{B}",
    ),
    Doc("made-move-to", "moved here", f'{_A}<w:moveTo w:id="907" {_WHO}>{_H}</w:moveTo>{_B}', ALL),
    Doc("made-row-deleted", "a deleted row", _S, None, row=f'<w:del w:id="908" {_WHO}/>'),
    Doc(
        "made-choice",
        "the choice that Word understands",
        f'<mc:AlternateContent><mc:Choice Requires="wps">{_S}</mc:Choice><mc:Fallback>{_T}</mc:Fallback></mc:AlternateContent>',
        "{S}",
    ),
    Doc(
        "made-fallback",
        "a choice that nobody understands",
        f'<mc:AlternateContent><mc:Choice Requires="zz">{_S}</mc:Choice><mc:Fallback>{_T}</mc:Fallback></mc:AlternateContent>',
        "{T}",
    ),
    Doc(
        "made-placeholder",
        "a content control's placeholder",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{_S}</w:sdtContent></w:sdt>",
        None,
    ),
    Doc(
        "made-bound",
        "a content control bound to data beside",
        '<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:z=\'urn:z\'" w:xpath="/z:d[1]/z:n[1]" w:storeItemID=""/><w:text/></w:sdtPr><w:sdtContent>'
        + _S
        + "</w:sdtContent></w:sdt>",
        None,
        edit=_bound,
    ),
    Doc(
        "made-chunk",
        "another file's text",
        "",
        "{T}",
        after='<w:altChunk r:id="rIdZ8"/><w:p/>',
        edit=_chunk,
        where="alone",
    ),
    Doc(
        "made-ruby",
        "ruby",
        "<w:r><w:ruby><w:rubyPr/><w:rt>"
        + _H
        + "</w:rt><w:rubyBase>"
        + _S
        + "</w:rubyBase></w:ruby></w:r>",
        None,
    ),
    Doc("made-break", "a line break between", _A + run("", body="<w:br/>") + _B, None),
    Doc("made-tab", "a tabulator between", _A + run("", body="<w:tab/>") + _B, None),
    Doc("made-hyphen", "a hyphen between", _A + run("", body="<w:noBreakHyphen/>") + _B, None),
    Doc(
        "made-soft-hyphen",
        "a soft hyphen between",
        _A + run("", body="<w:softHyphen/>") + _B,
        "{A}{B}",
    ),
    Doc("made-date", "the day, as Word makes it", _A + run("", body="<w:dayShort/>"), None),
    Doc("made-page-number", "the page, as Word makes it", _A + run("", body="<w:pgNum/>"), None),
    Doc(
        "made-note-mark",
        "a note's mark of one's own",
        _S + run("{H}", '<w:vertAlign w:val="superscript"/>'),
        None,
    ),
    Doc(
        "made-math",
        "a formula of one number",
        "<m:oMath><m:r><m:t>{S}</m:t></m:r></m:oMath>",
        "{S}",
    ),
    Doc(
        "made-math-part",
        "a formula after digits",
        _A + "<m:oMath><m:r><m:t>{B}</m:t></m:r></m:oMath>",
        "{A}{B}",
    ),
    Doc(
        "made-math-fraction",
        "a fraction",
        "<m:oMath><m:f><m:num><m:r><m:t>{A}</m:t></m:r></m:num><m:den><m:r><m:t>{B}</m:t></m:r></m:den></m:f></m:oMath>",
        None,
    ),
    Doc(
        "made-math-power",
        "a power",
        _A
        + "<m:oMath><m:sSup><m:e><m:r><m:t>{1}</m:t></m:r></m:e><m:sup><m:r><m:t>{2}</m:t></m:r></m:sup></m:sSup></m:oMath>",
        None,
    ),
    Doc("made-box", "a white box with another number over it", _box(_T) + _S, None),
    Doc("made-box-empty", "an empty white box over it", _box("") + _S, None),
    Doc(
        "made-box-vml",
        "a white box of the older kind",
        '<w:r><w:pict><v:rect style="position:absolute;width:60pt;height:16pt;z-index:9" fillcolor="white" stroked="f"><v:textbox><w:txbxContent><w:p>'
        + _T
        + "</w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
        + _S,
        None,
    ),
    Doc(
        "made-frame",
        "a frame with another number over it",
        _S,
        None,
        after='<w:p><w:pPr><w:framePr w:w="900" w:h="300" w:hRule="exact" w:wrap="around" w:hAnchor="text" w:vAnchor="text" w:x="1" w:y="-300"/></w:pPr>'
        + _T
        + "</w:p>",
    ),
    Doc(
        "made-merged-down",
        "a cell merged into the one above has a text",
        _S,
        None,
        cells=((DISCLOSURE, "coercion", "decisions"),),
        edit=in_document(_merged_down),
    ),
    Doc(
        "made-two-paragraphs",
        "two numbers in two paragraphs",
        _A,
        None,
        after="<w:p>" + _B + "</w:p>",
    ),
)

CASES: Final = (*VANISHING, *LOOKS, *ORDER, *MADE)
