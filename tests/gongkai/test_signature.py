"""Fingerprints of prose."""

from __future__ import annotations

from random import Random

from gongkai.signature import FEWEST, PLACES, likeness, own_sentences, signature

LETTERS = (
    "围绕重点领域梳理目录公布办事指南开展培训检查栏目更新完善制度回应关切解读政策群众企业服务平台数据审核保密责任分工考核评估"
    "宣传窗口专区热线咨询登记归档研判会商答复渠道线上线下走访座谈公示清单流程优化提升质量效率透明规范标准建设推进"
)
WORDS = [LETTERS[place : place + 2] for place in range(0, len(LETTERS), 2)]


def prose(seed: int, sentences: int = 60) -> list[str]:
    """Sentences of nobody's."""
    rng = Random(seed)
    return ["".join(rng.choices(WORDS, k=rng.randint(6, 12))) + "。" for _ in range(sentences)]


def test_the_same_prose_has_the_same_signature() -> None:
    one = signature(["".join(prose(1))], "示例市云溪县教育局")
    assert len(one) == PLACES
    assert one == signature(["".join(prose(1))], "示例市云溪县教育局")
    assert likeness(one, one) == 1


def test_the_signature_never_changes() -> None:
    """It is kept with readings: another one would make every copy unlike its original."""
    assert signature(["".join(prose(1))], None)[:4] == (
        2_324_554,
        12_277_419,
        8_128_386,
        4_340_427,
    )


def test_prose_of_two_minds_is_unlike() -> None:
    assert likeness(*(signature(["".join(prose(seed))], None) for seed in (1, 2))) < 0.3


def test_name_years_and_numbers_are_masked() -> None:
    text = "".join(prose(3))
    said = "{0}在{1}年办理事项{2}件，{3}持续推进{4}公开工作。"
    one = text + said.format("示例市云溪县教育局", 2022, 31, "我局", "云溪县") * 3
    two = text + said.format("示例市白石县审计局", 2023, "1,204", "我委", "白石县") * 3
    pair = signature([one], "示例市云溪县教育局"), signature([two], "示例市白石县审计局")
    assert likeness(*pair) == 1


def test_line_breaks_pages_and_their_numbers_say_nothing() -> None:
    text = "".join(prose(4))
    pages = ["\n".join(text[i : i + 30] for i in range(0, 900, 30)) + "\n- 1 -", text[900:]]
    assert signature([text], None) == signature(pages, None)


def test_a_few_words_changed_leave_it_like() -> None:
    sentences = prose(5)
    changed = [*sentences[:-2], *prose(99, 2)]
    share = likeness(signature(["".join(sentences)], None), signature(["".join(changed)], None))
    assert 0.9 <= share < 1


def test_half_the_text_changed_is_no_copy() -> None:
    sentences = prose(6)
    changed = [*sentences[:30], *prose(98, 30)]
    share = likeness(signature(["".join(sentences)], None), signature(["".join(changed)], None))
    assert 0.2 < share < 0.6


def test_tables_and_what_every_report_says_are_left_out() -> None:
    standard = (
        "本报告由示例市云溪县教育局根据《中华人民共和国政府信息公开条例》编制。"
        "所列数据的统计期限自2023年1月1日起至2023年12月31日止。"
        "2023年，共收到政府信息公开申请12件，办结12件。"
        "坚持以公开为常态、不公开为例外。"
        "（一）主动公开情况。"
        "信息内容本年制发件数本年废止件数现行有效件数规章0 0 0。"
        "2023年度未收取政府信息公开信息处理费。无其他需要报告的事项。"
        "全年未发生因政府信息公开引起的行政复议和行政诉讼。"
    )
    assert own_sentences([standard * 20], "示例市云溪县教育局") == []
    assert signature([standard * 20], "示例市云溪县教育局") == ()


def test_short_prose_has_none() -> None:
    few = prose(7, 4)
    assert sum(map(len, few)) < FEWEST
    assert signature(["".join(few)], None) == ()
    assert likeness((), ()) == 0


def test_a_text_without_full_stops_has_none() -> None:
    assert signature(["一、" * 50_000], None) == ()
    assert signature([], None) == ()
