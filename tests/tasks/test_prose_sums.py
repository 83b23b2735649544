"""Numbers of the prose that do not come to each other, and those that only seem not to."""

from __future__ import annotations

import pytest

from tasks.reshape.stated import contradictions, stated


def found(*texts: str) -> list[str]:
    said = stated(["\n".join(texts)], True, 2023, "示例市青禾区教育局")
    return [remark.message for remark in contradictions(said)]


@pytest.mark.parametrize(
    "text",
    [
        "全年新收申请78件，上年结转3件，办结75件，结转下年度3件。",
        "2023年收到政府信息公开申请40件，无上年结转。答复申请36件，结转下年2件。",
        "本年度收到申请15件，其中自然人申请12件，法人或其他组织申请2件。",
        "全年答复申请20件，其中予以公开9件，部分公开4件，不予公开3件，无法提供5件。",
    ],
)
def test_what_does_not_come_to_the_rest_is_the_agencys_matter(text: str) -> None:
    (message,) = found(text)
    assert "请机关核对" in message


def test_the_sentences_are_quoted_with_their_page() -> None:
    text = "收到申请15件。自然人申请12件，法人或其他组织申请2件。"
    (remark,) = contradictions(stated([text], True, 2023, "示例市青禾区教育局"))
    assert remark.rule == "prose.sum"
    assert remark.quote == ("收到申请15件。", 1)
    assert "收到申请15件。”“自然人申请12件,法人或其他组织申请2件。" in remark.message


@pytest.mark.parametrize(
    "text",
    [
        # the carry-over may be counted with what was received, or apart from it
        "全年新收申请78件，上年结转3件，办结78件，结转下年度3件。",
        "全年受理申请81件，其中上年结转3件，办结78件，结转下年度3件。",
        # a part is not told
        "全年新收申请78件，办结75件，结转下年度5件。",
        "本年度收到申请15件，其中自然人申请12件。",
        "全年答复申请20件，其中予以公开9件，部分公开4件。",
        # of others, of other years, not exact
        "2022年新收申请78件，上年结转3件，办结75件，结转下年度3件。",
        "收到申请1.5万件，自然人申请12000件，法人或其他组织申请2000件。",
        "下属学校收到申请15件，其中自然人申请12件，法人或其他组织申请2件。",
        # two numbers of one thing
        "收到申请15件。收到申请14件。自然人申请12件，法人或其他组织申请1件。",
    ],
)
def test_what_may_be_right_says_nothing(text: str) -> None:
    assert found(text) == []
