"""A reading as text for the screen: every figure with where it stands, and what does not add up.

Labels and quotations are as printed, whatever the language of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.form import forms
from gongkai.number import plain
from gongkai.reasons import told
from gongkai.report import Figure, Reading, Remark
from gongkai.sentences import Said, strip_control
from tasks.one import Added


class _Writer:
    """Sentences in one language."""

    def __init__(self, english: bool) -> None:
        self.english = english

    def say(self, key: str, **values: object) -> str:
        return Said(key, values).told(self.english)


def reason_of(reading: Reading, english: bool = False) -> str:
    """Why a document could not be read, as a sentence; empty where it could."""
    return told(reading.reason, reading.details, english)[1] if reading.reason else ""


def as_text(reading: Reading, added: Added, english: bool = False) -> str:
    """Write a reading down for people."""
    return "\n".join(_lines(reading, added, _Writer(english)))


def _lines(reading: Reading, added: Added, writer: _Writer) -> Iterator[str]:
    say, unknown = writer.say, writer.say("unknown")
    yield say("title", title=strip_control(reading.title) or unknown)
    agency = strip_control(reading.agency or "") or unknown
    yield say("agency_year", agency=agency, year=reading.year or unknown)
    yield say("pages", pages=reading.pages)
    if reading.reason:
        yield say("unreadable", why=strip_control(reason_of(reading, writer.english), 1000))
        return
    form = forms()[str(reading.form)]
    yield say("form", name=form.name, basis=form.basis)
    for table in form.tables:
        yield f"\n{table.name}"
        for item, label in ((item.code, item.label) for item in table.items):
            own = [f for f in reading.figures if f.table == table.table and f.item == item]
            if all(figure.state == "absent" for figure in own):
                continue
            yield f"  {label}"
            for figure in own:
                colon = ": " if writer.english else "："
                yield f"    {table.measure[figure.measure].label}{colon}{_figure(figure, writer)}"
    yield ""
    yield from _added(added, writer)
    if reading.remarks:
        yield f"\n{say('noticed')}"
        yield from (f"  {_remark(remark, writer.english)}" for remark in reading.remarks)


def _added(added: Added, writer: _Writer) -> Iterator[str]:
    if not added.departures:
        yield writer.say("all_adds_up", count=added.checked)
        return
    yield writer.say("does_not_add_up", count=len(added.departures))
    for found in added.departures:
        yield writer.say(
            "side",
            severity=writer.say(found.severity),
            words=found.words,
            where=found.check if writer.english else found.where,
            left=_side(found.left, found.left_terms),
            operator=found.operator,
            right=_side(found.right, found.right_terms),
            rule=found.rule,
            formula=found.formula,
        )


def _side(total: str, terms: str) -> str:
    return total if terms == total else f"{total} [{terms}]"


def _remark(remark: Remark, english: bool) -> str:
    if not english:
        return strip_control(remark.message, 1000)
    cells = ", ".join("/".join(cell) for cell in remark.cells)
    quoted = f"'{strip_control(remark.quote[0])}'" if remark.quote else ""
    return " ".join(part for part in (remark.rule, cells, quoted) if part)


def _figure(figure: Figure, writer: _Writer) -> str:
    said = {
        "number": plain(figure.value) if figure.value is not None else "",
        "blank": writer.say("blank"),
        "absent": writer.say("absent"),
    }[figure.state]
    raw = strip_control(figure.raw or "")
    beside = writer.say("printed", raw=raw) if raw and raw != said else ""
    if figure.second is not None:
        beside += writer.say("read_again", second=strip_control(figure.second))
    if figure.box is None:
        return f"{said}{beside}" + (f"  {figure.pointer}" if figure.pointer else "")
    unit = figure.unit if figure.value is not None else ""
    box = ", ".join(f"{side:g}" for side in figure.box)
    return f"{said}{unit}{beside}" + writer.say("where", page=figure.page, box=box)
