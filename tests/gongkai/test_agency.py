"""What an agency's name says."""

from __future__ import annotations

import pytest

from gongkai.agency import KINDS, kind_of_agency, may_issue_regulations, office_of, place_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("教育部", "ministry"),
        ("中华人民共和国教育部", "ministry"),
        ("国家发展和改革委员会", "ministry"),
        ("国家卫生健康委", "ministry"),
        ("国家税务总局", "ministry"),
        ("江苏省人民政府", "province"),
        ("上海市人民政府", "province"),
        ("广西壮族自治区人民政府", "province"),
        ("上海市人民政府办公厅", "province_department"),
        ("上海市教育委员会", "province_department"),
        ("江苏省公安厅", "province_department"),
        ("宿迁市人民政府", "city"),
        ("云南省昭通市人民政府", "city"),
        ("景德镇市人民政府", "city"),
        ("阿坝藏族羌族自治州人民政府", "city"),
        ("喀什地区行政公署", "city"),
        ("宿迁市市场监督管理局", "city_department"),
        ("宿迁市城市管理局", "city_department"),
        ("宿迁市住房和城乡建设局", "city_department"),
        ("武汉市公安局", "city_department"),
        ("兴安盟审计局", "city_department"),
        ("洪泽区人民政府", "county"),
        ("徐州市泉山区人民政府", "county"),
        ("沙市区人民政府", "county"),
        ("和县人民政府", "county"),
        ("鄂温克族自治旗人民政府", "county"),
        ("苏州市昆山市人民政府", "county"),
        ("上海市浦东新区人民政府", "county"),
        ("示例市云溪县教育局", "county_department"),
        ("沭阳县发展和改革局", "county_department"),
        ("城步苗族自治县城市管理局", "county_department"),
        ("利通区人民政府办公室", "county_department"),
        ("昆山市人民政府", "government"),
        ("示例市人民政府", "government"),
        ("示例市教育局", "department"),
        ("财政局", "department"),
        ("示例市人民政府办公室", "department"),
        ("示例市临川镇人民政府", "township"),
        ("示例市新桥街道办事处", "township"),
        ("义乌市廿三里街道", "township"),
        ("平潭综合实验区", "zone"),
        ("平潭综合实验区管理委员会", "zone"),
        ("国家税务总局宿迁市税务局", "vertical"),
        ("国家统计局宿迁调查队", "vertical"),
        ("北京海关", "vertical"),
        ("宿迁学院", "authorised"),
        ("东方明珠", None),
        ("区", None),
        ("", None),
    ],
)
def test_kinds(name: str, kind: str | None) -> None:
    assert kind_of_agency(name) == kind


def test_a_former_name_in_brackets_says_nothing() -> None:
    assert kind_of_agency("示例市云溪县教育局（原云溪县教育体育局）") == "county_department"


def test_every_kind_has_a_name() -> None:
    assert all(KINDS.values())


@pytest.mark.parametrize(
    ("name", "place", "level"),
    [
        ("宿迁市沭阳县发展和改革局", "宿迁市沭阳县", "county"),
        ("广西壮族自治区教育厅", "广西壮族自治区", "province"),
        ("示例市教育局", "示例市", ""),
        ("示例市山区开发办公室", "示例市", ""),
        ("上海市城市管理行政执法局", "上海市", "province"),
        ("教育部", "", ""),
    ],
)
def test_places(name: str, place: str, level: str) -> None:
    assert place_of(name) == (place, level)


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("教育部", True),
        ("江苏省人民政府", True),
        ("宿迁市人民政府", True),
        ("示例市人民政府", None),
        ("上海市人民政府办公厅", None),
        ("新疆生产建设兵团", None),
        ("平潭综合实验区", None),
        ("国家税务总局宿迁市税务局", None),
        ("东方明珠", None),
        ("洪泽区人民政府", False),
        ("利通区人民政府办公室", False),
        ("宿迁市公安局", False),
        ("示例市教育局", False),
        ("示例市临川镇人民政府", False),
        ("示例市新桥街道办事处", False),
    ],
)
def test_who_may_issue_regulations(name: str, may: bool | None) -> None:
    assert may_issue_regulations(name) is may


def test_a_government_and_its_office() -> None:
    assert office_of("示例市人民政府办公室") == office_of("示例市人民政府") == "示例市人民政府"


@pytest.mark.parametrize("letter", ["县", "市", "区", "（", "国家", "自治"])
def test_a_hostile_name_takes_no_time(letter: str) -> None:
    kind_of_agency(letter * 20_000 + "局")
