"""The libraries' style sheets and scripts that lie in `sheets`, and how a page brings them along."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

SHEETS: Final = Path(__file__).parent / "sheets"
_SMALL: Final = 60_000


@cache
def library(name: str) -> str:
    """The text of a style sheet or script in `sheets`, as its makers published it."""
    return (SHEETS / name).read_text("utf-8")


@dataclass
class Assets:
    """The files that lie beside a page, in a folder named for it."""

    stem: str
    files: dict[str, bytes] = field(default_factory=dict)

    def put(self, name: str, content: str) -> str:
        """Lays a file beside the page; returns the reference to write."""
        path = f"{self.stem}_assets/{name}"
        self.files[path] = content.encode()
        return path


def with_sheet(name: str, assets: Assets, rng: Random) -> str:
    """A library's style sheet on a page: inside if it is small or by chance, else beside it."""
    text = library(name)
    if rng.random() < (0.5 if len(text) < _SMALL else 0.12):
        charset = '@charset "UTF-8";'
        return f"<style>{text.removeprefix(charset)}</style>\n"
    href = assets.put(name, text)
    mark = rng.choice(("", "./"))
    kind = rng.choice((' type="text/css"', ""))
    media = rng.choice(("", "", ' media="all"', ' media="screen"'))
    return f'<link rel="stylesheet"{kind}{media} href="{mark}{href}">\n'


def with_script(name: str, assets: Assets, rng: Random) -> str:
    """A library's script on a page, inside it or beside it."""
    text = library(name)
    if rng.random() < 0.15 and "</script" not in text:
        return f"<script>{text}</script>\n"
    return f'<script type="text/javascript" src="{assets.put(name, text)}"></script>\n'


def not_at_hand(rng: Random) -> str:
    """Links to sheets of the site that were not kept with the page."""
    names = (
        "/css/common.css",
        "/images/gk/style.css?v=20230106",
        "../../../css/xl.css",
        "/css/x.css",
    )
    links = [f'<link href="{name}" rel="stylesheet" type="text/css" />\n' for name in names]
    return "".join(rng.sample(links, rng.randint(1, 2)))
