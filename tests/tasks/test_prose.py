"""Numbers in prose, only with the sentence that says them."""

from __future__ import annotations

import pytest

from tasks.reshape.prose import quotations

PAGES = (
    "2010年政府信息公开工作年度报告\n2010年，我局共收到政府信息公开申\n请1,234件，",
    "其中当面申请12件。全年已答复1230件，答复率99%。\n未发生因政府信息公开引起的行政诉讼。"
    "行政复议案件3件，均维持。",
)


def test_quantities_with_sentence_and_page() -> None:
    found = {q.quantity: q for q in quotations(PAGES)}
    assert {code: q.value for code, q in found.items()} == {
        "received": 1234,
        "answered": 1230,
        "reviewed": 3,
        "litigated": 0,
    }
    assert found["received"].page == 1
    assert found["received"].sentence.endswith("其中当面申请12件。")
    assert found["answered"].page == 2


def test_a_source_without_pages() -> None:
    assert {q.page for q in quotations(["".join(PAGES)], paged=False)} == {None}


@pytest.mark.parametrize(
    ("sentence", "quantity", "value"),
    [
        ("全年受理依申请公开15件。", "received", 15),
        ("全年受理信息公开申请15件。", "received", 15),
        ("共收到15件政府信息公开申请。", "received", 15),
        ("未收到公民、法人的信息公开申请。", "received", 0),
        ("15件申请均已按时答复。", "answered", 15),
        ("答复率为100%。", "answered", None),
        ("因政府信息公开申请行政复议2件。", "reviewed", 2),
        ("没有发生行政复议、行政诉讼案件。", "reviewed", 0),
        ("没有发生行政复议、行政诉讼案件。", "litigated", 0),
        ("提起行政诉讼4起。", "litigated", 4),
        ("全年主动公开信息12345条。", "received", None),
    ],
)
def test_wordings(sentence: str, quantity: str, value: int | None) -> None:
    found = {q.quantity: q.value for q in quotations([sentence])}
    assert found.get(quantity) == value
