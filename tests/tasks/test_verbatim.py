"""Quotations as they are printed."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from gongkai.report import Prose, Remark
from tasks.reshape.verbatim import verbatim

PAGES = ("一、总体情况\n２０２３年，共收到申请 12\n件（含", "上年 3 件）；⽆诉讼。占用㎡。")


def test_a_sentence_is_told_as_it_is_printed() -> None:
    words = verbatim(PAGES)
    plain = "2023年,共收到申请12件(含上年3件);无诉讼。"
    assert words.sentence(plain) == "２０２３年，共收到申请12件（含上年3件）；无诉讼。"
    assert words.sentence("占用m2。") == "占用㎡。"
    assert words.sentence("别处的话,") == "别处的话,"
    assert words.sentence("") == ""


def test_what_is_quoted_is_as_printed() -> None:
    words = verbatim(PAGES)
    prose = words.prose(Prose(reasons=(("共收到申请12件(含上年3件)", 1),)))
    assert prose.reasons == (("共收到申请12件（含上年3件）", 1),)
    remark = words.remark(Remark("publication.period", "说明。", quote=("2023年,共", 1)))
    assert remark.quote == ("２０２３年，共", 1)
    assert words.remark(Remark("publication.period", "说明。")).quote is None


@given(st.text(max_size=60))
def test_any_text_is_found_and_says_the_same(text: str) -> None:
    words = verbatim((text,))
    shown = words.sentence(words.letters)
    again = verbatim((shown,))
    assert again.letters == words.letters
    assert len(words.printed) == len(words.letters)
    if text.isascii():
        assert shown == "".join(unicodedata.normalize("NFKC", text).split())
