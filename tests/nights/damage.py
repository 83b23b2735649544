"""Broken states and side files, made at random: families of what a night may find."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Final

from tests.nights.inputs import ANOTHER, NOTE, PAPERS, TOTAL, Paper, agency, sidecar_of, wrong
from tests.nights.place import Place, remove, size
from tests.nights.releases import current

DONE: Final = frozenset({0})
FAILED: Final = frozenset({1})
EITHER: Final = frozenset({0, 1})
CALL: Final = frozenset({2})


@dataclass(frozen=True)
class Damage:
    """What was done to a place, and what must come of it.

    Attributes:
        done: In words.
        statuses: Exit statuses that are right.
        touched: Agencies whose figures are not judged.
        says: What must stand somewhere in what people read (stdout, stderr, pages).
        told: What must stand on the terminal, one of each set.
        notes: What its sidecar still says of the second paper, by column of `reports`.
    """

    done: str
    statuses: frozenset[int] = DONE
    touched: frozenset[str] = frozenset()
    says: tuple[str, ...] = ()
    told: tuple[tuple[str, ...], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def with_another(self, other: Damage) -> Damage:
        """Both: what may fail by one may fail by both."""
        either = self.statuses | other.statuses
        both = next(
            (one for one in (CALL, FAILED) if one in (self.statuses, other.statuses)), either
        )
        return Damage(
            f"{self.done}, and {other.done}",
            both,
            self.touched | other.touched,
            self.says + other.says,
            self.told + other.told if both == DONE else (),
            self.notes + other.notes,
        )


Family = Callable[[Random, Place], Damage | None]
"""Does it; `None` where this machine can't."""
SIDECAR: Final = "2023.source.json"
ALL: Final = frozenset(paper.made.agency for paper in PAPERS)


def _bytes(content: bytes) -> str:
    return f"{content[:60]!r}{'…' if len(content) > 60 else ''}, {len(content)} bytes"


def odd_thing(rng: Random, path: Path, kinds: str = "folder fifo nowhere loop zero socket") -> str:
    """Puts something that is no file in a path's place."""
    remove(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    kind = rng.choice(kinds.split())
    if kind == "folder":
        path.mkdir()
        (path / "x").write_bytes(b"x")
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        here = Path.cwd()
        os.chdir(path.parent)
        try:
            socket.socket(socket.AF_UNIX).bind(path.name)
        finally:
            os.chdir(here)
    else:
        path.symlink_to(
            {"nowhere": "/nowhere/at all", "loop": path.name, "zero": "/dev/zero"}[kind]
        )
    return kind


def flip(rng: Random, path: Path) -> str:
    """Flips one bit of a file."""
    content = bytearray(path.read_bytes())
    at = rng.randrange(len(content))
    content[at] ^= 1 << rng.randrange(8)
    path.write_bytes(content)
    return f"bit flipped at {at} of {len(content)}"


def damaged(rng: Random, path: Path, kinds: str = "flip cut empty garbage gone folder") -> str:
    """Damages a file."""
    kind = rng.choice(kinds.split())
    content = path.read_bytes()
    if kind == "flip":
        return flip(rng, path) if content else "left empty"
    if kind == "cut":
        path.write_bytes(content[: rng.randrange(len(content) + 1)])
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "garbage":
        path.write_bytes(rng.randbytes(rng.choice((1, 100, 5000))))
    elif kind == "gone":
        path.unlink()
    else:
        return f"a {odd_thing(rng, path, 'folder')} in its place"
    return kind


# Sidecars.


def _whole_sidecars() -> list[bytes]:
    note = json.dumps(NOTE, ensure_ascii=False)
    return [
        b"", b"{", b"[]", b"null", b"NaN", b"1e999", b'"\\ud800"', b"\0\0\0\0", b"{}garbage",
        b"[" * 100_000, b'{"a":' * 50_000 + b"1" + b"}" * 50_000, b"9" * 10_000,
        note.encode() + b"}", note.encode()[:40], note.encode("utf-16"), note.encode("utf-32"),
        note.encode("gb18030"), b"\xff\xfe\xff", b" " * 5_000_000 + note.encode(),
        b'{"a":"' + b"x" * 20_000_000 + b'"}', note.replace(",", ",,").encode(),
        note.replace('"', "'").encode(), b"agency: x\nyear: 2023\n", b"<html></html>",
        b'{"agency":"\xd5\xfd"}', b'{"agency":"\xed\xa0\x80"}',
    ]  # fmt: skip


def sidecar_whole(rng: Random, place: Place) -> Damage:
    """A sidecar that is none."""
    content = rng.choice(_whole_sidecars())
    (place.raw / "乙" / SIDECAR).write_bytes(content)
    return Damage(f"sidecar {_bytes(content)}", DONE, frozenset({agency(1)}), (SIDECAR,))


def sidecar_bom(rng: Random, place: Place) -> Damage:
    """A sidecar with a BOM, white space, or keys that nobody knows: sound."""
    note = json.dumps(
        {**NOTE, "备注": "x" * rng.randrange(9), "x": [[]]}, ensure_ascii=rng.random() < 0.5
    )
    content = rng.choice((b"\xef\xbb\xbf", b"\r\n\t ", b"\xef\xbb\xbf\n")) + note.encode()
    (place.raw / "乙" / SIDECAR).write_bytes(content)
    return Damage(f"sidecar {_bytes(content)}")


BAD: Final[dict[str, tuple[str, ...]]] = {
    "url": ('"http://a/\\ud800"', "1e400", "[]", "{}", "true", '"\\u0000"', "12", '"x y\\n"', "[[[[]]]]",
            '"javascript:alert(1)"', '"http://[::1"', '"http://a:99999999/"', '"<script>alert(1)</script>"',
            '"' + "u" * 1_000_000 + '"'),
    "published_on": ('"2024-02-30"', '"0000-00-00"', '"99999-01-01"', "20240131", '"2024-13-01"', "[]", "-1",
                     '"２０２４-01-29"', "1e400", '"\\ud800"', '"yesterday"', "9" * 5000, "true", '"2024-01"',
                     '"2024-01-29T99:99:99"', '"-2024-01-01"', '"10000-01-01"', "{}", '"0001-01-01"'),
    "collected_at": ('"2024-02-30T00:00:00Z"', '"\\ud800"', "1e308", "[]", '"99999-01-01T00:00:00Z"', "true",
                     '"2024-01-29T00:00:00+99:00"', '"0001-01-01T00:00:00+14:00"', '"9999-12-31T23:59:59-14:00"',
                     "1706486400", "9" * 400, '"2024-01-29T25:61:00"'),
    "year": ('"\\ud800"', "1e400", "-1", "0", "99999999999999999999", "9" * 5000, "2023.5", "true", "[]", "{}",
             '""', '"２０２３.5"', '"abc"', "1e308", "-0", '"2023\\u0000"', "99999", "[2023]", "3000000000"),
    "agency": ('"\\ud800"', "1", "true", "[]", "{}", '""', '" "', '"\\u0000"', "1e400", '"\\u202e\\u200b"',
               '"\\n\\n"', '["示例市乙局"]', '"' + "局" * 300_000 + '"'),
    "sha256": ('"\\ud800"', "1", "[]", '"zz"'),
    "charset": ('"\\ud800"', '"no-such"', "1", '"rot13"', '"idna"', '"unicode_escape"', '"zlib"', "[]"),
    "replaces": ('"\\ud800"', "1", "[]", '"zz"', "{}"),
    "status": ('"\\ud800"', '"x"', "[]", "1e400"),
    "renditions": ('"\\ud800"', "1", '["../../../etc/passwd"]', "{}", "[[]]", '["2023.html"]'),
    "link_text": ('"\\ud800"', "1", "[]", '"<b>"'),
    "scope": ('"\\ud800"', "1", "[]", '"x"'),
}  # fmt: skip


LENIENT: Final = frozenset(
    {'"0001-01-01"', "99999", '"２０２４-01-29"', "20240131", "1706486400", '""', '"10000-01-01"'}
)
"""What may be understood, or passed over."""


def sidecar_field(rng: Random, place: Place) -> Damage | None:
    """A sidecar with one field that can't be: that field is lost and no other."""
    if not (place.raw / PAPERS[1].name).is_file():
        return None
    field = rng.choice(("url", "published_on", "collected_at", "year", "agency", *BAD))
    value = rng.choice(BAD[field])
    others = {name: json.dumps(it, ensure_ascii=False) for name, it in NOTE.items()}
    text = ", ".join(f'"{name}": {it}' for name, it in {**others, field: value}.items())
    (place.raw / "乙" / SIDECAR).write_text("{" + text + "}", encoding="utf-8")
    # What might be meant is an override; what can't be meant takes nothing else with it.
    meant = field in ("charset", "scope", "renditions", "status") or (
        (field, value[:2]) in {("agency", '"局'), ("agency", '"\\')}
        or value in ("0", "-0", "99999")
    )
    touched = frozenset({agency(1)} if meant else ())
    dated = field in ("published_on", "year", "collected_at") and value not in LENIENT
    says = (SIDECAR,) if not meant and (dated or "ud800" in value) else ()
    notes = tuple(
        (name, str(NOTE[name])) for name in ("url", "published_on") if not meant and name != field
    )
    done = f"sidecar {field}: {value[:40]}, {len(value)} long"
    return Damage(done, DONE, touched, says, notes=notes)


def sidecar_odd(rng: Random, place: Place) -> Damage:
    """Something else in a sidecar's place, or a sidecar of nothing."""
    if rng.random() < 0.3:
        path = place.raw / rng.choice(("x.source.json", ".source.json", "甲/2022.pdf.source.json"))
        path.write_text(json.dumps(NOTE), encoding="utf-8")
        return Damage(f"a sidecar of nothing: {path.name}")
    kind = odd_thing(rng, place.raw / "乙" / SIDECAR)
    return Damage(f"a {kind} in a sidecar's place", DONE, frozenset({agency(1)}))


# The register.

_AGENCY: Final = "- agency: 示例市人民政府\n  children: [示例市乙局, 示例市甲局]\n"


def _bomb(rng: Random) -> bytes:
    depth, width = rng.choice(((9, 9), (30, 2), (5, 60), (200, 3)))
    lines = ['a0: &a0 ["lol","lol"]']
    lines += [
        f"a{number}: &a{number} [{','.join([f'*a{number - 1}'] * width)}]"
        for number in range(1, depth)
    ]
    return "\n".join(lines).encode()


def _merge_bomb(rng: Random) -> bytes:
    lines = ["a0: &a0 {x: 1}"]
    lines += [
        f"a{number}: &a{number} {{<<: [{','.join([f'*a{number - 1}'] * 9)}], k{number}: 1}}"
        for number in range(1, rng.choice((8, 30)))
    ]
    return "\n".join(lines).encode()


def _names_bomb(_: Random) -> bytes:
    """A list that looks like a register, with its children multiplied."""
    lines = ["- agency: 示例市人民政府", "  children: &c0 [示例市乙局]"]
    for number in range(1, 12):
        lines += [
            f"- agency: 示例市{number}",
            f"  children: &c{number} [{','.join([f'*c{number - 1}'] * 9)}]",
        ]
    return "\n".join(lines).encode()


def _named(value: str) -> bytes:
    """A register whose one agency has this for a name."""
    return f"- agency: {value}\n  children: [示例市乙局]\n".encode()


DISTRUSTED: Final[tuple[Callable[[Random], bytes], ...]] = (
    _bomb, _bomb, _merge_bomb, _names_bomb,
    lambda _: b"- &a [*a]", lambda _: b"&a\n- agency: *a\n", lambda _: b"- &x {agency: x, children: [*x]}",
    lambda _: (_AGENCY + "  complete: [99999999999999999999]").encode(),
    lambda _: (_AGENCY + f"  complete: [{'9' * 10_000}]").encode(),
    lambda _: (_AGENCY + f"  complete: [0x{'f' * 10_000}]").encode(),
    lambda _: (_AGENCY + "  complete: [.nan]").encode(), lambda _: (_AGENCY + "  complete: [1e999]").encode(),
    lambda _: (_AGENCY + "  complete: 2023").encode(), lambda _: (_AGENCY + "  complete: [[2023]]").encode(),
    lambda _: (_AGENCY + "  complete: [2023.5]").encode(),
    lambda _: _named("123"), lambda _: _named(r"null"), lambda _: b"- [[a]]", lambda _: b"just text",
    lambda _: b"42", lambda _: b"{a: b}", lambda _: _named("[x]"), lambda _: _named(r"{x: y}"),
    lambda _: '- agency: 甲\n  children: 示例市乙局'.encode(), lambda _: _named("true"),
    lambda _: '- agency: 甲\n  children: [1, [2]]'.encode(), lambda _: _named("2024-01-01"),
    lambda _: _named(r'"\ud800"'), lambda _: _named(r'"\0"'), lambda _: b"\0\0\0",
    lambda _: b"[" * 20_000, lambda _: b"{" * 20_000, lambda _: b"- " * 5_000 + b"a", lambda _: b"a: " * 3_000,
    lambda _: _named("!!python/object/apply:os.system ['touch pwned']"),
    lambda _: _named("!!python/name:os.system"), lambda _: _named(r"!unknown x"),
    lambda _: _named("!!timestamp 2024-99-99"), lambda _: _named(r"!!int x"), lambda _: _named(r"!!float x"),
    lambda _: b"\t- agency: x", lambda _: _named("'x"), lambda _: _named(r"*nowhere"), lambda _: b"%YAML 9.9\n---\n- 1",
    lambda _: b"---\n- agency: a\n---\n- agency: b\n", lambda _: b"? [a, b]\n: c", lambda _: b"- ? {a: b}\n  : c",
    lambda rng: rng.randbytes(3_000), lambda _: b"\xef\xbb\xbf" + b"\xff" * 9, lambda _: b"\x80" + _AGENCY.encode(),
    lambda _: _named("!!binary 5Q=="), lambda _: b"- {agency: x, agency: {}}", lambda _: _named(r"1:30:00"),
)  # fmt: skip
DOUBTFUL: Final[tuple[Callable[[Random], bytes], ...]] = (
    lambda _: (_AGENCY + "  complete: [-5]").encode(),
    lambda _: b"", lambda _: b"# nothing\n", lambda _: b"---\n", lambda _: b"[]", lambda _: b"null",
    lambda _: _AGENCY.encode("utf-16"), lambda _: _AGENCY.encode("gb18030"),
    lambda _: (_AGENCY + _AGENCY).encode(), lambda _: (_AGENCY + "  unknown: 1").encode(),
    lambda _: "- agency: 甲\n  children: [甲]".encode(), lambda _: '- agency: 甲\n  children: []'.encode(),
    lambda _: "- agency: 甲\n  children: [乙]\n- agency: 乙\n  children: [甲]".encode(),
    lambda _: ("- agency: " + "局" * 500_000).encode(), lambda _: "- agency: \"甲\\n<script>\"".encode(),
    lambda _: "".join(f"- agency: 示例市{n}局\n" for n in range(20_000)).encode(),
    lambda _: (_AGENCY + "  complete: [2023, 2023]").encode(), lambda _: (_AGENCY + "  complete: [0o3747]").encode(),
    lambda _: (_AGENCY + "  complete: [99999]").encode(), lambda _: b"# " + b"x" * 20_000_000,
    lambda _: (_AGENCY.replace("乙局, ", "乙局, 示例市乙局, ")).encode(),
)  # fmt: skip


def register_distrusted(rng: Random, place: Place) -> Damage:
    """A register that can't be trusted."""
    content = rng.choice(DISTRUSTED)(rng)
    (place.raw / "agencies.yaml").write_bytes(content)
    return Damage(f"register {_bytes(content)}", FAILED, told=(("agencies.yaml",),))


def register_doubtful(rng: Random, place: Place) -> Damage:
    """A register that may be taken or refused, but not half."""
    content = rng.choice(DOUBTFUL)(rng)
    (place.raw / "agencies.yaml").write_bytes(content)
    return Damage(f"register, doubtful, {_bytes(content)}", EITHER)


def register_sound(rng: Random, place: Place) -> Damage:
    """A sound register, with a BOM or other line ends."""
    text = rng.choice(("\ufeff", "", "---\n", "# 机关\n")) + _AGENCY
    text = text.replace("\n", rng.choice(("\n", "\r\n")))
    (place.raw / "agencies.yaml").write_bytes(text.encode())
    return Damage(f"register, sound, {_bytes(text.encode())}")


def register_odd(rng: Random, place: Place) -> Damage:
    """Something else in the register's place, or two registers."""
    if rng.random() < 0.2:
        (place.raw / "agencies.yaml").write_text(_AGENCY, encoding="utf-8")
        (place.raw / "agencies.csv").write_text("agency\n示例市甲局\n", encoding="utf-8")
        return Damage("two registers", EITHER)
    return Damage(
        f"a {odd_thing(rng, place.raw / 'agencies.yaml')} in the register's place", EITHER
    )


# The state of the processed folder.


def pointer(rng: Random, place: Place) -> Damage:
    """`current.json` broken: the newest complete release is taken, and said."""
    path = place.processed / "current.json"
    named = path.read_bytes()
    contents = (
        named[: rng.randrange(1, len(named) - 1)], b"", b"{}", b"[]", b"null", b'{"release": 1}',
        b'{"release": null}', b'{"release": ""}', b'{"release": "."}', b'{"release": ".."}',
        b'{"release": "r-0000000000000000"}', b'{"release": "../../../etc"}', b'{"release": "/etc"}',
        b'{"release": "\\u0000"}', b'{"release": "\\ud800"}', b'{"release": ["x"]}', b"[" * 100_000,
        b'{"release": "' + b"r" * 5_000 + b'"}', named + named, b"\xff\xfe" + rng.randbytes(20),
        b"9" * 10_000, b'{"release": "../processed/releases"}', b'{"release": {"a": 1}}',
    )  # fmt: skip
    content = rng.choice(contents)
    path.write_bytes(content)
    return Damage(f"current.json {_bytes(content)}", told=(("current.json", "发布"),))


def pointer_odd(rng: Random, place: Place) -> Damage:
    """Something else in the place of `current.json`, or nothing."""
    path = place.processed / "current.json"
    if rng.random() < 0.3:
        path.unlink()
        return Damage("current.json gone")
    return Damage(f"a {odd_thing(rng, path)} in the place of current.json", EITHER)


def _release(place: Place) -> Path:
    found = current(place.processed)
    if found is None:
        found = max((place.processed / "releases").iterdir(), key=lambda path: path.stat().st_mtime)
    return found


def release_file(rng: Random, place: Place) -> Damage | None:
    """A file of the current release damaged: noticed, and the release written anew."""
    release = _release(place)
    path = rng.choice(sorted(path for path in release.rglob("*") if path.is_file()))
    if rng.random() < 0.15:
        path = release / "manifest.json"
    if not path.is_file():
        return None
    return Damage(f"{path.relative_to(release)}: {damaged(rng, path)}")


def release_more(rng: Random, place: Place) -> Damage:
    """A file or folder in the current release that does not belong there."""
    release = _release(place)
    folder = rng.choice(sorted([release, *(path for path in release.rglob("*") if path.is_dir())]))
    path = folder / rng.choice(
        ("part-1.parquet", "x", ".hidden", "Thumbs.db", "year=2023", "注.txt")
    )
    if rng.random() < 0.3:
        path.mkdir(exist_ok=True)
    else:
        path.write_bytes(rng.choice((b"", b"PAR1", b"x" * 100)))
    return Damage(f"added {path.relative_to(release)} to the release")


def release_manifest(rng: Random, place: Place) -> Damage:
    """The manifest of the current release says something else."""
    path = _release(place) / "manifest.json"
    says = json.loads(path.read_bytes())
    key = rng.choice(sorted(says))
    value = rng.choice(
        (None, 1, "x", [], {}, [None], [{}], {"x": None}, -1, [[1]], "\ud800", 1e300)
    )
    deep = isinstance(says[key], list) and says[key] and rng.random() < 0.5
    if deep:
        says[key][0] = value
    else:
        says[key] = value
    path.write_text(json.dumps(says), encoding="utf-8")
    return Damage(f"manifest: {key}{'[0]' if deep else ''} is {value!r}")


def release_moved(rng: Random, place: Place) -> Damage:
    """The current release's folder gone, renamed, emptied, or a file."""
    release = _release(place)
    kind = rng.choice(("gone", "renamed", "emptied", "file"))
    if kind == "renamed":
        release.rename(release.with_name("r-ffffffffffffffff"))
    else:
        shutil.rmtree(release)
        if kind == "emptied":
            release.mkdir()
        if kind == "file":
            release.write_bytes(b"x")
    return Damage(f"the current release's folder {kind}")


def older_release(rng: Random, place: Place) -> Damage | None:
    """A file of an older release damaged: of no consequence tonight."""
    now = _release(place)
    files = sorted(
        path
        for path in (place.processed / "releases").rglob("*")
        if path.is_file() and now not in path.parents
    )
    if not files:
        return None
    path = rng.choice(files)
    return Damage(f"older release, {path.name}: {damaged(rng, path)}")


def strays(rng: Random, place: Place) -> Damage:
    """What killed runs and people leave among the releases."""
    name = rng.choice(
        (
            ".staging-x",
            "r-0000000000000000",
            "x.tmp",
            ".r-65704466f4988e92.part",
            "新建文件夹",
            "r-",
        )
    )
    path = place.processed / rng.choice(("releases", ".", "store")) / name
    kind = rng.choice(("file", "folder", "filled", "nowhere"))
    if kind == "filled":
        shutil.copytree(_release(place) / "facts", path / "facts")
    elif kind == "folder":
        path.mkdir()
    elif kind == "file":
        path.write_bytes(b"x")
    else:
        path.symlink_to("/nowhere")
    return Damage(f"stray {kind} {path.relative_to(place.processed)}")


def structure(rng: Random, place: Place) -> Damage:
    """A file where a folder of the processed folder should be."""
    name = rng.choice(("store", "releases", ".prefect"))
    path = place.processed / name
    if rng.random() < 0.5:
        remove(path)
        return Damage(f"{name} gone")
    return Damage(
        f"a {odd_thing(rng, path, 'fifo nowhere loop zero')} in the place of {name}", EITHER
    )


def _store_files(place: Place) -> list[Path]:
    return sorted(path for path in (place.processed / "store").rglob("*") if path.is_file())


def store_entry(rng: Random, place: Place) -> Damage | None:
    """Entries of the store damaged or replaced: read again."""
    files = _store_files(place)
    if not files:
        return None
    chosen = rng.sample(files, min(len(files), rng.choice((1, 3, 1000))))
    done = [f"{path.relative_to(place.processed)}: {damaged(rng, path)}" for path in chosen]
    return Damage(f"{len(done)} store entries, first {done[0]}")


def store_odd(rng: Random, place: Place) -> Damage | None:
    """Something that is no file in the place of a store entry."""
    files = _store_files(place)
    if not files:
        return None
    path = rng.choice(files)
    return Damage(f"a {odd_thing(rng, path)} in the place of store {path.parent.parent.name}")


def store_value(rng: Random, place: Place) -> Damage | None:
    """Numbers changed in store entries that stay valid JSON: found, and read again."""
    changed = 0
    for path in _store_files(place):
        try:
            says = json.loads(path.read_bytes())
        except ValueError:
            continue
        new = _other_numbers(rng, says)
        if new != says:
            path.write_text(json.dumps(new, ensure_ascii=False), encoding="utf-8")
            changed += 1
    return Damage(f"numbers changed in {changed} store entries") if changed else None


def _other_numbers(rng: Random, says: object) -> object:
    if isinstance(says, dict):
        return {key: _other_numbers(rng, value) for key, value in says.items()}
    if isinstance(says, list):
        return [_other_numbers(rng, value) for value in says]
    if isinstance(says, str) and says.isdecimal() and len(says) < 6 and rng.random() < 0.3:
        return str(int(says) + 1)
    return says


def prefect_database(rng: Random, place: Place) -> Damage | None:
    """A damaged Prefect database: set aside, and said."""
    folder = place.processed / ".prefect"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    if not files:
        return None
    path = rng.choice((*files, *(path for path in files if path.name.endswith(".db"))))
    done = damaged(rng, path, "garbage cut empty folder gone flip")
    spoilt = path.name.endswith(".db") and (done == "garbage" or "folder" in done)
    return Damage(f"{path.name}: {done}", told=(("数据库", "Prefect"),) if spoilt else ())


def lock_odd(rng: Random, place: Place) -> Damage:
    """An odd lock file."""
    path = place.processed / ".lock"
    if rng.random() < 0.4:
        content = rng.choice((b"99999999", b"1", rng.randbytes(50), b"0" * 1_000_000))
        path.write_bytes(content)
        return Damage(f"lock file {_bytes(content)}")
    return Damage(f"a {odd_thing(rng, path)} in the lock's place", EITHER)


def read_only(rng: Random, place: Place) -> Damage | None:
    """A folder in which nothing can be written."""
    name = rng.choice(
        ("processed", "processed/releases", "processed/store", "processed/.prefect", "raw")
    )
    path = place.folder / name
    if not path.is_dir() or not place.read_only(path):
        return None
    if name == "raw":
        return Damage("raw is read-only")
    told = (("只读", "权限", "写入", "写", "read-only"),) if name == "processed" else ()
    return Damage(f"{name} is read-only", FAILED if name == "processed" else EITHER, told=told)


def unchangeable(rng: Random, place: Place) -> Damage | None:
    """A file that can't be replaced."""
    name = rng.choice(("current.json", ".lock", "releases", "store"))
    path = place.processed / name
    if not path.exists() or path.is_symlink() or not place.lock(path):
        return None
    return Damage(f"{name} can't be changed", EITHER)


def full_disk(rng: Random, place: Place) -> Damage | None:
    """A disk that is full at some moment: said as such."""
    room = rng.choice((0, 1 << 14, 1 << 17, rng.randrange(1 << 20), rng.randrange(1 << 23)))
    if not place.small_disk(place.processed, size(place.processed) + (1 << 19) + room):
        return None
    filler = place.processed / "filler"
    with filler.open("wb", buffering=0) as to:
        for block in (1 << 18, 1 << 12):
            try:
                while True:
                    to.write(b"x" * block)
            except OSError:
                continue
    with filler.open("r+b") as to:
        to.truncate(max(0, filler.stat().st_size - room))
    return Damage(f"full disk but for {room} bytes", EITHER, told=(("空间", "磁盘", "已满"),))


# Names, and what lies in the raw folder besides documents.

NAMES: Final[tuple[bytes, ...]] = (
    ("年" * 80).encode() + b".html", ("年" * 83).encode() + b".html", b"x" * 240 + b".html", b"x" * 250 + b".html",
    "年度报告".encode("gb18030") + b".html", "示例市乙局２０２３".encode("gb18030") + b".html", b"\xff\xfe.html",
    b"a\nb.html", b"a\tb\rc.html", b"\x1b[31mred\x1b[0m.html", "\u202elmth.oga.html".encode(), b" .html", b"x .html",
    b"-rf.html", b"--help.html", b"a'b\"c.html", b"<script>alert(1)</script>".replace(b"/", b"") + b".html",
    b"&amp;{{x}}${y}%s%n.html", b"x.HTML", b"x.htm", b"x", b".hidden.html", b"~$x.html", "😀.html".encode(),
    "é.html".encode(), "é.html".encode(), b"a\\b.html", b"con.html", b"x.source.html", b"*.html", b"a?b#c.html",
    b"http:~~a.html", b"x.tar.gz.html", "\u200b.html".encode(), b"year=2023.html",
)  # fmt: skip


def named(rng: Random, place: Place) -> Damage:
    """A sound document renamed to an odd name, or one more under it."""
    name = rng.choice(NAMES)
    to = os.fsencode(place.raw / "乙") + b"/" + name
    old = place.raw / "乙" / "2023.html"
    hidden = name.startswith((b".", b"~$"))
    if rng.random() < 0.5 or hidden:
        Path(os.fsdecode(to)).write_bytes(old.read_bytes())
        return Damage(f"a copy of a document named {name[:40]!r}, {len(name)} bytes")
    old.rename(os.fsdecode(to))
    sidecar_of(old).unlink()
    return Damage(f"a document renamed to {name[:40]!r}, {len(name)} bytes")


def deep(rng: Random, place: Place) -> Damage:
    """Folders in folders, or a sound document far down."""
    depth = rng.choice((30, 100, 300))
    here = os.open(place.raw, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("文件夹", dir_fd=here)
        deeper = os.open("文件夹", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    document = os.open("x.html", os.O_WRONLY | os.O_CREAT, dir_fd=here)
    os.write(document, b"<html>nothing</html>")
    os.close(document)
    os.close(here)
    return Damage(f"a page {depth} folders down")


def raw_odd(rng: Random, place: Place) -> Damage:
    """FIFOs, sockets and links among the documents."""
    name = rng.choice(("x.pdf", "x.html", "x", "folder.pdf/x.docx", "乙/x.html"))
    return Damage(f"a {odd_thing(rng, place.raw / name)} {name}")


def raw_links(rng: Random, place: Place) -> Damage:
    """Links to folders: round in a circle, outside, to the processed folder."""
    to = rng.choice((place.raw, place.raw.parent, place.processed, place.raw / "甲"))
    (place.raw / "链接").symlink_to(to)
    return Damage(f"a link to {to.name} in the raw folder", EITHER)


def emptied(rng: Random, place: Place) -> Damage:
    """All documents gone, or without content: the run stops and names them."""
    kind = rng.choice(("emptied", "0 bytes", "1 byte", "replaced", "gone", "sidecars stay"))
    names = [paper.name.split("/")[0] for paper in PAPERS]
    for path in sorted(place.raw.rglob("*")):
        if not path.is_file() or (kind == "sidecars stay" and path.suffix == ".json"):
            continue
        if kind in ("emptied", "gone", "sidecars stay"):
            path.unlink()
        elif kind == "replaced":
            path.write_bytes(rng.randbytes(500))
        else:
            path.write_bytes(b"" if kind == "0 bytes" else b"x")
    if kind == "emptied":
        for name in names:
            remove(place.raw / name)
    if kind == "gone":
        remove(place.raw)
        return Damage("the raw folder gone", frozenset({1, 2}))
    told = tuple((paper.name, paper.made.agency) for paper in PAPERS)
    return Damage(f"all documents: {kind}", FAILED, told=told)


def one_gone(rng: Random, place: Place) -> Damage:
    """One document gone, or without content: its figures stay in `earlier/`, and it is said."""
    paper = rng.choice(PAPERS[:3])
    path = place.raw / paper.name
    kind = rng.choice(("gone", "empty", "cut", "garbage"))
    if kind == "gone":
        path.unlink()
    else:
        damaged(rng, path, kind)
    told = ((paper.name, paper.made.agency),) if kind == "gone" else ()
    return Damage(f"{paper.name}: {kind}", DONE, frozenset({paper.made.agency}), told=told)


def mutant(rng: Random, place: Place) -> Damage:
    """A document with some bytes changed, beside the sound ones."""
    paper = rng.choice(PAPERS[:3])
    content = bytearray((place.raw / paper.name).read_bytes())
    for _ in range(rng.choice((1, 5, 50))):
        at = rng.randrange(len(content))
        content[at : at + rng.choice((0, 1, 4))] = rng.randbytes(rng.choice((0, 1, 4)))
    path = place.raw / f"x{Path(paper.name).suffix}"
    path.write_bytes(content)
    return Damage(f"a mutant of {paper.name}", DONE, frozenset({paper.made.agency}))


def lone_surrogate(rng: Random, place: Place) -> Damage:
    """A page whose words have character references that are no characters."""
    text = (place.raw / "乙" / "2023.html").read_text("utf-8")
    odd = rng.choice(
        ("&#xD800;", "&#x110000;", "&#0;", "&#99999999999;", "&#xFFFF;", "\x00", "\u202e")
    )
    at = rng.choice([at for at, char in enumerate(text) if char == "本"])
    (place.raw / "乙" / "2023.html").write_text(text[:at] + odd + text[at:], encoding="utf-8")
    return Damage(f"{odd!r} in a page", DONE, frozenset({agency(1)}))


# Settings, calls and surroundings.

SETTINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("GONGKAI_WORKERS", ("abc", "-1", "0", "1.5", "2,5", "nan", "9" * 400, "１２x", "0x2")),
    ("GONGKAI_SECONDS", ("abc", "-5", "nan", "-inf", "1 2")),
    ("GONGKAI_PICTURE_SECONDS", ("abc", "-5", "nan")),
    ("GONGKAI_SECOND_SHARE", ("7", "-0.1", "nan", "abc", "1.0000001", "inf")),
    ("GONGKAI_SHARD", ("0", "-1", "abc", "1e3", "nan")),
    ("GONGKAI_CRON", ("99 99 * * *", "abc", "* * *", "0 2 * * * * * *")),
    ("GONGKAI_WAIT", ("abc", "-1", "nan")),
)


def setting(rng: Random, place: Place) -> Damage:
    """A setting that can't be: refused at once."""
    name, values = rng.choice(SETTINGS)
    value = rng.choice(values)
    place.settings[name] = value
    return Damage(f"{name}={value[:30]}", CALL, told=((name,),))


def call(rng: Random, place: Place) -> Damage:
    """A call that can't be."""
    years = rng.choice(
        (
            "abc",
            "2023-2019",
            "2019-",
            "-",
            "99999999999999999999",
            "2019-2020-2021",
            "",
            "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape"),
        )
    )
    kind = rng.choice(("years", "option", "command", "verify", "extract", "nothing"))
    if kind == "years":
        place.command = ["backfill", f"--years={years}"]
        return Damage(f"backfill --years={years!r}", CALL)
    if kind == "option":
        place.options += [rng.choice(("--no-such", "extra", "--raw", "--lang=xx"))]
        return Damage(f"run {place.options[-1]}", CALL)
    if kind == "command":
        place.command = [rng.choice(("publish", "", "-", "运行"))]
        return Damage(f"command {place.command[0]!r}", CALL)
    file = place.folder / "x"
    what = odd_thing(rng, file, "folder nowhere loop")
    place.command = ["verify" if kind == "verify" else "extract", str(file)]
    place.whole = True
    return Damage(f"{place.command[0]} of a {what}", frozenset({1, 2}))


def surroundings(rng: Random, place: Place) -> Damage:
    """An environment in which a program may find itself."""
    name, value, statuses = rng.choice(
        (
            ("PYTHONIOENCODING", "ascii", DONE), ("LC_ALL", "C", DONE), ("LC_ALL", "POSIX", DONE), ("PYTHONUTF8", "0", DONE),
            ("LANG", "zh_CN.GBK", DONE), ("COLUMNS", "0", DONE), ("COLUMNS", "1", DONE), ("TERM", "", DONE),
            ("HOME", "/nowhere", DONE), ("HOME", "/dev/null", DONE), ("TMPDIR", "/nowhere", EITHER), ("TZ", "No/Where", DONE),
            ("TZ", "Pacific/Kiritimati", DONE), ("PREFECT_API_URL", "http://127.0.0.1:9/api", EITHER),
            ("PREFECT_API_URL", "garbage", EITHER), ("PREFECT_HOME", "/dev/null", EITHER), ("NO_COLOR", "1", DONE), ("http_proxy", "http://127.0.0.1:9", DONE), ("PATH", "/nowhere", DONE),
            ("PREFECT_API_DATABASE_CONNECTION_URL", "sqlite+aiosqlite:////nowhere/x.db", EITHER),
            ("all_proxy", "socks5://127.0.0.1:9", DONE), ("PYTHONWARNINGS", "error", EITHER), ("PYTHONOPTIMIZE", "2", DONE),
            ("OMP_NUM_THREADS", "x", DONE), ("GONGKAI_NO_SUCH", "1", DONE), ("PYTHONHASHSEED", "7", DONE),
        )
    )  # fmt: skip
    place.settings[name] = value
    return Damage(f"{name}={value}", statuses)


def folders(rng: Random, place: Place) -> Damage:
    """Odd folders to point at."""
    kind = rng.choice(("in raw", "same", "file", "name", "name", "link", "raw file", "raw in"))
    if kind == "in raw":
        place.processed = place.processed.rename(place.raw / "processed")
        return Damage("the processed folder in the raw folder", frozenset({0, 1, 2}))
    if kind == "same":
        place.processed = place.raw
        return Damage("the raw folder as processed folder", frozenset({0, 1, 2}))
    if kind == "file":
        place.processed = place.folder / "file"
        place.processed.write_bytes(b"x")
        return Damage("a file as processed folder", frozenset({1, 2}))
    if kind == "raw file":
        place.raw = place.raw / "甲" / "2023.pdf"
        return Damage("a file as raw folder", frozenset({1, 2}))
    if kind == "raw in":
        place.raw = place.raw.rename(place.processed / "raw")
        return Damage("the raw folder in the processed folder", frozenset({0, 1, 2}))
    if kind == "link":
        (place.folder / "link").symlink_to(place.processed)
        place.processed = place.folder / "link"
        return Damage("a link to the processed folder")
    name = rng.choice(
        (
            "a b",
            "a\nb",
            "a%20b?c#d",
            "示例",
            "a'b\"c",
            "a;b&c",
            "{x}",
            os.fsdecode("数据".encode("gb18030")),
            "x" * 200,
            "sqlite:x",
            "[x]*",
        )
    )
    place.processed = place.processed.rename(place.folder / name)
    return Damage(f"the processed folder named {name[:40]!r}")


def streams(rng: Random, place: Place) -> Damage:
    """Nowhere to write messages to."""
    which = rng.choice(("out", "err", "both"))
    full = "/dev/full"
    place.streams = (None if which == "err" else full, None if which == "out" else full)
    return Damage(f"std{which} to a full device", frozenset({0, 1, 120}))


def first_run(rng: Random, place: Place) -> Damage:
    """No release yet, and nothing to make one of."""
    remove(place.processed)
    kind = rng.choice(("nothing", "no documents", "no parent", "emptied"))
    if kind == "no parent":
        place.processed = place.folder / "a" / "b" / "c"
        return Damage("processed three folders deep that are not there")
    if kind == "nothing":
        place.processed.mkdir()
        return Damage("an empty processed folder")
    for path in sorted(place.raw.iterdir()):
        remove(path)
    if kind == "no documents":
        (place.raw / "说明.txt").write_text("无", encoding="utf-8")
    return Damage(f"first run: {kind}", EITHER, ALL)


def corrected(rng: Random, place: Place) -> Damage:
    """Not broken: the held report corrected."""
    paper = PAPERS[3]
    sound = replace(paper, made=wrong(paper.made, -7))
    if sound.made.cells[TOTAL] == paper.made.cells[TOTAL]:
        raise ValueError("nothing corrected")
    sound.put(place.raw)
    return Damage("the held report corrected", DONE, frozenset({paper.made.agency}))


FAMILIES: Final[tuple[Family, ...]] = (
    sidecar_whole, sidecar_bom, sidecar_field, sidecar_field, sidecar_odd,
    register_distrusted, register_distrusted, register_doubtful, register_sound, register_odd,
    pointer, pointer, pointer_odd, release_file, release_file, release_more, release_manifest, release_moved,
    older_release, strays, structure, store_entry, store_odd, store_value, prefect_database, prefect_database,
    lock_odd, read_only, unchangeable, full_disk, full_disk, named, named, deep, raw_odd, raw_links, emptied, one_gone,
    mutant, lone_surrogate, setting, call, surroundings, folders, streams, first_run, corrected,
)  # fmt: skip
"""Drawn in rounds, each once a round."""
BESIDES: Final[tuple[Family, ...]] = (
    sidecar_field, store_entry, store_value, prefect_database, older_release, strays, raw_odd, deep,
)  # fmt: skip
"""What may be so besides."""
FOR_TWO: Final = frozenset(
    {
        sidecar_whole,
        sidecar_field,
        register_distrusted,
        register_sound,
        pointer,
        release_file,
        store_entry,
    }
    | {store_odd, prefect_database, named, mutant, corrected, emptied}
)
"""Families that go with another."""
FOR_THE_RELEASE: Final = frozenset(
    family.__name__
    for family in (
        release_file,
        release_more,
        release_manifest,
        release_moved,
        pointer,
        pointer_odd,
    )
)
"""Families after which the release that was current need not be as it was."""


def more(place: Place) -> Paper:
    """Something new besides, so that there is something to publish."""
    ANOTHER.put(place.raw)
    return ANOTHER
