"""What the name of an agency says of it: what kind it is, and whether it may issue 规章.

A name says what its words say and no more: a 市 that is in no list may be a city
or a county, and is then a `government` of a level that cannot be told.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from gongkai.declaration import parse
from gongkai.errors import DeclarationError

DECLARATION = Path(__file__).parent / "agency.yaml"

Kind = Literal[
    "ministry",
    "province",
    "province_department",
    "city",
    "city_department",
    "county",
    "county_department",
    "government",
    "department",
    "township",
    "zone",
    "vertical",
    "authorised",
]
Level = Literal["province", "city", "county", ""]

KINDS: dict[Kind, str] = {
    "ministry": "国务院部门",
    "province": "省级政府",
    "province_department": "省级部门",
    "city": "地市级政府",
    "city_department": "地市级部门",
    "county": "县级政府",
    "county_department": "县级部门",
    "government": "县级以上地方政府",
    "department": "县级以上地方政府部门",
    "township": "乡镇人民政府或街道办事处",
    "zone": "开发区、新区等的管理机构",
    "vertical": "垂直管理机关",
    "authorised": "法律、法规授权的组织或公共企事业单位",
}
"""What people call each kind."""

GOVERNMENTS: frozenset[Kind] = frozenset({"province", "city", "county", "government"})
"""Local governments from the county up, whose reports are due later (条例第四十九条)."""

DEPARTMENTS: frozenset[Kind] = frozenset(
    {
        "ministry",
        "province_department",
        "city_department",
        "county_department",
        "department",
        "vertical",
    }
)
"""What is due with the departments, the branches of State Council departments included."""

_DEPARTMENT_OF: dict[Level, Kind] = {
    "province": "province_department",
    "city": "city_department",
    "county": "county_department",
    "": "department",
}
_ASIDE = re.compile(r"\([^()]*\)")
_OFFICE = re.compile(r"(?<=政府)(?:办公厅|办公室|办)$")
_GOVERNMENT = re.compile(r"(?:人民政府|行政公署|政府)$")
_REGION = re.compile(r"(?!自治区)[^市县]{2,8}?(?:自治区|省)|新疆生产建设兵团")
_MUNICIPAL = "市(?!场|区|市(?!场|政|容|民|级|直|属))"
"""市 as the end of a place, not the beginning of 市场 or in 沙市区, 津市市."""

_CITY = re.compile(
    rf"[^县区]{{2,11}}?自治州|[^县区]{{2,6}}?(?:地区|盟)|.{{1,6}}?{_MUNICIPAL}|[^市县区]{{2,5}}?州"
)
_COUNTY = re.compile(
    rf".{{2,14}}?自治县|.[^和与及]{{0,8}}?(?:县|林区|特区|新区|区|旗|(?<!城){_MUNICIPAL})"
)
_NO_PLACE = re.compile("(?:社|地|小|山|灾|库|园|景)区|(?:城市|市场|市政|城乡|城镇).*")
_OF_STATE = re.compile(
    r"国家.{2,20}(?:局|署|委员会|委)|国务院.{2,20}|中华人民共和国.{2,16}[部署局会行]"
)


class _Words(BaseModel):
    """The declaration, see the top of `agency.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    municipalities: frozenset[str]
    cities: str
    ministries: frozenset[str]
    townships: tuple[str, ...]
    zones: tuple[str, ...]
    departments: tuple[str, ...]
    authorised: tuple[str, ...]
    vertical: tuple[str, ...]
    shared: tuple[str, ...]
    short: dict[str, str]
    reporting: tuple[str, ...]

    @cached_property
    def known_cities(self) -> frozenset[str]:
        """The stems of the cities' names."""
        return frozenset(self.cities.split())


@lru_cache(maxsize=1)
def words() -> _Words:
    """The words and names that tell kinds apart.

    Raises:
        DeclarationError: the declaration is not as it must be.
    """
    try:
        return _Words(**parse(DECLARATION.read_bytes()))
    except (ValidationError, TypeError, yaml.YAMLError) as error:
        raise DeclarationError("declaration", file=DECLARATION.name, why=error) from error


def plain_name(name: str) -> str:
    """A name without white space and without what stands in brackets.

    >>> plain_name("示例市 财政局（示例市国有资产监督管理局）")
    '示例市财政局'
    """
    return _ASIDE.sub("", unicodedata.normalize("NFKC", "".join(name.split())))


@lru_cache(maxsize=65536)
def kind_of_agency(name: str) -> Kind | None:
    """What kind of agency a name is that of; None if it cannot be told.

    >>> kind_of_agency("宿迁市人民政府"), kind_of_agency("宿迁市沭阳县发展和改革局")
    ('city', 'county_department')
    """
    plain = plain_name(name)
    for of in (_of_state, _of_authorised, _of_township, _of_government, _of_department):
        kind = of(plain)
        if kind is not None:
            return kind
    return None


@lru_cache(maxsize=65536)
def place_of(name: str) -> tuple[str, Level]:
    """The places a name begins with, and the level of the last of them."""
    rest = plain = plain_name(name)
    level: Level = ""
    region = _REGION.match(rest)
    if region is not None:
        rest, level = rest[region.end() :], "province"
    city = _CITY.match(rest)
    upper = ""
    if city is not None:
        upper, rest = city.group(), rest[city.end() :]
        level = _level_of_city(upper)
    county = _COUNTY.match(rest)
    # 上海市城市管理局, 示例市山区开发办公室: part of what the agency does.
    if county is not None and not _NO_PLACE.fullmatch(county.group()):
        rest, level = rest[county.end() :], "county"
    return plain.removesuffix(rest) if rest else plain, level


@lru_cache(maxsize=65536)
def region_of(name: str) -> str:
    """The region by which lists are ordered: the city a name begins with, else its first place.

    >>> region_of("江苏省宿迁市沭阳县财政局"), region_of("沭阳县财政局"), region_of("教育局")
    ('宿迁市', '沭阳县', '')
    """
    plain = plain_name(name)
    region = _REGION.match(plain)
    rest = plain[region.end() :] if region else plain
    city = _CITY.match(rest)
    if city is not None:
        return city.group()
    return region.group() if region else place_of(plain)[0]


def may_issue_regulations(agency: str) -> bool | None:
    """Whether an agency may issue 规章 (立法法第九十一、九十三条); None if it cannot be told.

    Departments of the State Council and governments of provinces and cities with
    districts may; an office of such a government often reports for it.
    """
    plain = plain_name(agency)
    kind = kind_of_agency(plain)
    if kind in ("ministry", "province", "city"):
        return None if plain.endswith("兵团") else True
    if kind in ("county", "county_department", "township"):
        return False
    if kind in ("province_department", "city_department", "department"):
        return None if _OFFICE.search(plain) else False
    return None


def office_of(name: str) -> str:
    """The government whose office (办公厅, 办公室) a name is, else the name itself."""
    return _OFFICE.sub("", plain_name(name))


def _level_of_city(name: str) -> Level:
    if name in words().municipalities:
        return "province"
    stem = name.removesuffix("市").removesuffix("地区")
    return "city" if name.endswith(("州", "盟")) or stem in words().known_cities else ""


def _of_state(name: str) -> Kind | None:
    if name in words().ministries:
        return "ministry"
    if not _OF_STATE.fullmatch(name):
        return None
    # 国家税务总局示例市税务局, 国家统计局示例调查队: a branch of what it begins with.
    return "vertical" if re.search("(?:总局|统计局|[^总]局).+(?:局|队)$", name) else "ministry"


def _of_authorised(name: str) -> Kind | None:
    return "authorised" if name.endswith(words().authorised) else None


def _of_township(name: str) -> Kind | None:
    place = _GOVERNMENT.sub("", office_of(name)).removesuffix("党政办公室").removesuffix("党政办")
    return "township" if len(place) > 1 and place.endswith(words().townships) else None


def _of_government(name: str) -> Kind | None:
    of_office = office_of(name) != name
    body = office_of(name)
    place = _GOVERNMENT.sub("", body)
    is_named = place != body
    known, level = place_of(place)
    if known != place or not place:
        return None
    if place.endswith(words().zones) and not is_named:
        return "zone"
    if not is_named and not level and not place.endswith("市"):
        return None
    if of_office:
        return _DEPARTMENT_OF[level]
    return level or "government"


def _of_department(name: str) -> Kind | None:
    known, level = place_of(name)
    rest = name.removeprefix(known)
    if any(word in rest for word in words().vertical):
        return "vertical"
    if name.endswith(("管理委员会", "管委会")):
        place = name.removesuffix("管理委员会").removesuffix("管委会")
        if place.endswith(words().zones):
            return "zone"
    if not rest.endswith(words().departments):
        return None
    if rest.endswith("厅") or (not known and name.startswith("省")):
        return "province_department"
    return _DEPARTMENT_OF[level]
