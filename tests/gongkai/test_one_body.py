"""Names of one body, and of two."""

from __future__ import annotations

import pytest

from gongkai.one_body import FullNames, is_one_body

ONE = [
    ("县卫健委", "示例市云溪县卫生健康委员会"),
    ("大庙乡", "大庙乡人民政府"),
    ("市人民政府办公室", "示例市政府办公室"),
    ("海州区教育局", "连云港市海州区教育局"),
    ("海州区住建局", "海州区住房和城乡建设局"),
    ("人社局", "示例市人力资源和社会保障局"),
    ("螅镇", "示例县螅镇人民政府"),
    ("中山街道", "示例区中山街道办事处"),
    ("高新区管委会", "示例市高新区管理委员会"),
    ("市监局", "示例市市场监督管理局"),
    ("示例市财政局（示例市国有资产监督管理局）", "示例市财政局"),
]

TWO = [
    ("云溪县政府", "云溪县政府办公室"),
    ("云溪县公安局", "云溪县公安局城关分局"),
    ("城关分局", "云溪县公安局城关分局"),
    ("连云港市教育局", "连云港市海州区教育局"),
    ("市教育局", "连云港市海州区教育局"),
    ("海州区教育局", "灌云县教育局"),
    ("云溪县教育局", "云溪县体育局"),
    ("大庙乡人民政府", "大庙镇人民政府"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_a_shortened_name_is_the_same_body(one: str, other: str) -> None:
    assert is_one_body(one, other)
    assert is_one_body(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_offices_branches_and_other_regions_are_other_bodies(one: str, other: str) -> None:
    assert not is_one_body(one, other)
    assert not is_one_body(other, one)


def test_a_short_name_is_written_out_where_one_full_name_is_known() -> None:
    known = FullNames(["示例市云溪县教育局", "示例市教育局"])
    assert known.resolved("云溪县教育局") == "示例市云溪县教育局"
    assert known.resolved("教育局") == "教育局"
    assert known.resolved("云溪县财政局") == "云溪县财政局"
