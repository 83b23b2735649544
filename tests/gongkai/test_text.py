"""A text cut once: lines, sentences, clauses, each with its place."""

from __future__ import annotations

from gongkai.text import BREAK, STOP, clauses, closed_up, joined, plain, sentences


def test_digits_that_stood_apart_stay_apart() -> None:
    assert closed_up("共 １２ ３件") == f"共12{BREAK}3件"


def test_every_place_knows_its_line_and_page() -> None:
    whole = joined([("收到申请", 1), ("", 1), ("12件。", 2)])
    assert whole.text == "收到申请12件。"
    assert [whole.page(place) for place in (0, 3, 4, 6)] == [1, 1, 2, 2]
    assert whole.line(5).start == 4
    assert joined([]).page(0) is None


def test_a_sentence_ends_at_a_full_stop_or_where_one_is_missing() -> None:
    text = f"依申请公开情况{STOP}收到12件;答复9件。好!余下"
    assert [text[start : start + len(one)] for start, one in sentences(text)] == [
        "依申请公开情况",
        "收到12件;答复9件。",
        "好!",
        "余下",
    ]
    assert [one for _, one in sentences(text, "。!;")][1] == "收到12件;"


def test_brackets_are_kept_beside_a_sentence() -> None:
    bare = plain("收到12件(含结转2件),答复9件(均按期)。")
    assert bare.text == "收到12件,答复9件。"
    assert bare.asides == {5: "含结转2件", 10: "均按期"}
    assert plain("收到(共)12件。", "()").text == "收到()12件。"


def test_a_comma_of_thousands_and_a_colon_of_a_time_end_no_clause() -> None:
    text = "收到1,234件,截至9:30:答复9件;余3件"
    cut = [(clause, end) for _, clause, end in clauses(text)]
    assert cut == [
        ("收到1,234件", ","),
        ("截至9:30", ":"),
        ("答复9件", ";"),
        ("余3件", ""),
    ]
    assert all(text[start:].startswith(clause) for start, clause, _ in clauses(text))
