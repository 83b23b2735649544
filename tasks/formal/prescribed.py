"""What is prescribed, from `prescribed.yaml`, checked once."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from gongkai.declaration import parse
from gongkai.errors import DeclarationError

DECLARATION = Path(__file__).parent / "prescribed.yaml"

ORDINALS = "一二三四五六七八九十"


def _compiled(text: object) -> object:
    # Patterns that are folded over lines have a space where a line ends.
    return re.compile("".join(text.split())) if isinstance(text, str) else text


Pattern = Annotated[re.Pattern[str], BeforeValidator(_compiled)]


class _Declared(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Section(_Declared):
    """One of the six parts, see the top of `prescribed.yaml`."""

    title: str
    accepted: Pattern
    about: Pattern
    instead: Pattern


class Notice(_Declared):
    """The notice a form rests on."""

    form: str
    notice: Pattern
    cited: str
    until: int | None = None


class Regulation(_Declared):
    """The 条例 before the present one."""

    old: Pattern
    cited: str
    since: int


class Numbered(_Declared):
    """A notice by kind, year and number."""

    kind: str
    year: int
    number: int

    @property
    def name(self) -> str:
        """As it is to be printed."""
        return f"{self.kind}〔{self.year}〕{self.number}号"


class Deadline(_Declared):
    """The last day of publication, in the year after the report's."""

    month: int
    day: int
    basis: str


class Deadlines(_Declared):
    """By what is due."""

    all_before_2019: Deadline
    departments: Deadline
    governments: Deadline


class Selves(_Declared):
    """What agencies with such a name do not call themselves."""

    ends: tuple[str, ...]
    others: tuple[str, ...]


class Prescribed(_Declared):
    """The whole declaration."""

    sections: tuple[Section, ...]
    rows: Pattern
    furniture: Pattern
    signature: Pattern
    nothing: Pattern
    forms: tuple[Notice, ...]
    regulation: Regulation
    kinds: tuple[Numbered, ...]
    misspelled: Pattern
    orders: tuple[int, ...]
    basis: Pattern
    aggregates: tuple[Pattern, ...]
    separate: Pattern
    deadlines: Deadlines
    selves: tuple[Selves, ...]


@lru_cache(maxsize=1)
def prescribed() -> Prescribed:
    """The declaration.

    Raises:
        DeclarationError: it is not as it must be.
    """
    try:
        return Prescribed(**parse(DECLARATION.read_bytes()))
    except (ValidationError, TypeError, yaml.YAMLError, re.error) as error:
        raise DeclarationError("declaration", file=DECLARATION.name, why=error) from error
