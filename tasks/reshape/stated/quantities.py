"""The quantities the prose states, loaded once, with their patterns compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from gongkai.errors import DeclarationError
from gongkai.numeral import NUMERALS

DECLARED = Path(__file__).parent / "quantities.yaml"

_UNIT = "[件条份宗起例人项个次]"
_NUMBER = (
    rf"(?<![\d.,{NUMERALS}几约近逾超第每多少~—-])(?<!超过)(?<!不少于)"
    rf"(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?万?|[{NUMERALS}]+)"
    r"(?!\d|[.,]\d)(?:UNIT)(?!以上|以下|以内|左右|上下|多|余|不到|不足)"
)
_GAP = r"[^\d,;、()一二三四五六七八九十百]{0,8}?"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    group: str = ""
    counted: tuple[str, ...]
    denied: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    narrows: tuple[str, ...] = ()
    unit: str = _UNIT
    follows: str = ""
    about: str = ""
    kind: Literal["whole", "part"] = "whole"


@dataclass(frozen=True)
class Quantity:
    """A quantity with its patterns; the group `count` of a match is the number.

    Attributes:
        group: quantities that are told in a row: of results, applicants, documents.
        follows: bare words that stand for it after another of its group; None for none.
        about: a word without which a sentence may be of something else; empty for none.
        is_part: whether it is a part of all by nature.
    """

    code: str
    name: str
    group: str
    counted: tuple[re.Pattern[str], ...]
    denied: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    narrows: re.Pattern[str] | None
    follows: re.Pattern[str] | None
    about: str
    is_part: bool


@lru_cache(maxsize=1)
def quantities() -> Mapping[str, Quantity]:
    """All quantities by code.

    Raises:
        DeclarationError: the file is not as it must be.
    """
    try:
        entries = TypeAdapter(dict[str, _Entry]).validate_python(
            yaml.safe_load(DECLARED.read_bytes())
        )
        return {code: _compiled(code, entry) for code, entry in entries.items()}
    except (ValidationError, yaml.YAMLError, re.error) as error:
        raise DeclarationError(f"正文数量的声明 {DECLARED.name} 有误：{error}") from error


def _compiled(code: str, entry: _Entry) -> Quantity:
    number = _NUMBER.replace("UNIT", entry.unit)

    def pattern(text: str) -> re.Pattern[str]:
        first, *others = text.split("{N}")
        plain = number.replace("?P<count>", "")
        whole = first + (number + plain.join(others) if others else "")
        return re.compile(whole.replace("{G}", _GAP))

    return Quantity(
        code,
        entry.name,
        entry.group,
        tuple(pattern(text) for text in entry.counted),
        tuple(re.compile(rf"(?:{text})") for text in entry.denied),
        re.compile("|".join(entry.unless)) if entry.unless else None,
        re.compile("|".join(entry.narrows)) if entry.narrows else None,
        pattern(entry.follows) if entry.follows else None,
        entry.about,
        entry.kind == "part",
    )
