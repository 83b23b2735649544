"""What a `NAME.source.json` says: each field by itself, believed wholly or not at all."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from gongkai.names import agency_fault, shown
from gongkai.report import Sidecar

SIDECAR = ".source.json"
LARGEST = 1024 * 1024
"""Bytes; five short fields need a thousandth of this."""

FIRST_YEAR, LAST_YEAR = 2008, 2099
"""Report years: the regulation is in force since 2008."""

_LONGEST_URL = 2048
_NOT_IN_URL = frozenset(' \\<>"`{}|^')
_MOST_DIGITS = 18
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class _FieldError(ValueError):
    """A field of a sidecar is wrong; the message is part of a Chinese sentence."""


class _Unusable:
    """A number that no field can hold."""


_LIKE_A_YEAR = re.compile(r"\s*\d{4,5}\s*")
"""A year in quotes, or mistyped by a digit."""


class _Object(dict[str, Any]):
    """A JSON object that knows which of its keys stand in it more than once."""

    twice: frozenset[str] = frozenset()


def parsed(name: str, content: bytes) -> Sidecar:
    """Read a sidecar: a wrong field is left out and told, the others count.

    Args:
        name: of the file, as text.
        content: its bytes; more than `LARGEST` are too many.
    """
    if len(content) > LARGEST:
        return lost(name, f"文件超过 {LARGEST // 2**20} MB")
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        said = json.loads(
            text, object_pairs_hook=_object, parse_int=_number, parse_float=_no_number,
            parse_constant=_no_number,
        )  # fmt: skip
    except UnicodeDecodeError:
        return lost(name, "不是 UTF-8 编码")
    except RecursionError:
        return lost(name, "括号嵌套过深")
    except json.JSONDecodeError as error:
        return lost(name, f"第 {error.lineno} 行第 {error.colno} 个字符处不合 JSON 语法")
    if not isinstance(said, _Object):
        return lost(name, "内容应为一个对象（写在花括号中）")
    return _of_fields(name, said)


def lost(name: str, why: str) -> Sidecar:
    """A sidecar none of which can be used."""
    fault = f"来源说明 {name} 有误：{why}，未予采用，请改正后重新运行。"
    return Sidecar(fault=fault, lost=tuple(_FIELDS), names_another=True)


def _of_fields(name: str, said: _Object) -> Sidecar:
    fields: dict[str, Any] = {}
    faults: list[str] = []
    wrong: list[str] = []
    names_another = False
    for field, read in _FIELDS.items():
        value = said.get(field)
        try:
            if field in said.twice:
                raise _FieldError("写了不止一次")
            fields[field] = None if value is None else read(value)
        except _FieldError as error:
            faults.append(f"{field} {error}")
            wrong.append(field)
            names_another |= _is_name(field, value, field in said.twice)
    return Sidecar(
        **fields, fault=_told(name, faults), lost=tuple(wrong), names_another=names_another
    )


def _is_name(field: str, value: Any, twice: bool) -> bool:
    """Whether a wrong value, or one of two, may have been meant as an agency's name or a year."""
    if twice:
        return field in ("agency", "year")
    if field == "agency":
        return isinstance(value, str) and bool(value.strip())
    return field == "year" and _LIKE_A_YEAR.fullmatch(str(value)) is not None


def _told(name: str, faults: Sequence[str]) -> str:
    if not faults:
        return ""
    rest = "这一项未予采用" if len(faults) == 1 else "这几项未予采用"
    listed = "；".join(faults)
    return f"来源说明 {name} 有误：{listed}。{rest}，其余各项照用，请改正后重新运行。"


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        made.twice = frozenset(field for field in _FIELDS if keys.count(field) > 1)
    return made


def _number(digits: str) -> int | _Unusable:
    return int(digits) if len(digits) <= _MOST_DIGITS else _Unusable()


def _no_number(_text: str) -> _Unusable:
    return _Unusable()


def _found(value: Any) -> str:
    return "一个用不了的数" if isinstance(value, _Unusable) else shown(value)


def _agency(value: Any) -> str:
    if not isinstance(value, str):
        raise _FieldError(f"应为机关名称，而写的是{_found(value)}")
    name = value.strip()
    if fault := agency_fault(name):
        raise _FieldError(f"{fault}，而写的是{shown(value)}")
    return name


def _year(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _FieldError(f"应为不加引号的四位整数，而写的是{_found(value)}")
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise _FieldError(f"应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间，而写的是 {value}")
    return value


def _url(value: Any) -> str:
    if not isinstance(value, str):
        raise _FieldError(f"应为网址，而写的是{_found(value)}")
    if len(value) > _LONGEST_URL:
        raise _FieldError(f"应为不超过 {_LONGEST_URL} 个字符的网址，而有 {len(value)} 个字符")
    if not value.isprintable() or not _NOT_IN_URL.isdisjoint(value):
        raise _FieldError(f"含有网址中不应有的字符，写的是{shown(value)}")
    try:
        parts = urlsplit(value)
        whole = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # brackets or a port that are none
        whole = False
    if not whole:
        raise _FieldError(f"应为以 http:// 或 https:// 开头的完整网址，而写的是{shown(value)}")
    if "@" in parts.netloc:
        raise _FieldError("含有用户名或密码，网址要公开，请去掉“@”及其前面的部分")
    return value


def _date(value: Any) -> dt.date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return _in_time(dt.date.fromisoformat(value), value)
        except ValueError as error:
            if isinstance(error, _FieldError):
                raise
    raise _FieldError(f"应为 2024-01-31 这样的日期，而写的是{_found(value)}")


def _time(value: Any) -> dt.datetime:
    if isinstance(value, str) and value.isascii():
        try:
            moment = _in_time(dt.datetime.fromisoformat(value), value)
            return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
        except ValueError as error:
            if isinstance(error, _FieldError):
                raise
    raise _FieldError(f"应为 2024-01-31T08:00:00+08:00 这样的时间，而写的是{_found(value)}")


D = TypeVar("D", dt.date, dt.datetime)


def _in_time(day: D, value: str) -> D:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _FieldError(f"应在 {FIRST_YEAR} 到 {LAST_YEAR} 年之间，而写的是{shown(value)}")
    return day


_FIELDS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "agency": _agency,
    "year": _year,
    "url": _url,
    "published_on": _date,
    "collected_at": _time,
}
"""Every field by the name it has in the file and in `Sidecar`, and how it is read."""
