"""Find what came in: documents under a folder, their hashes and sidecars.

Nothing is opened as a document here and nothing is modified; whether a file is
a report is for the reader to say.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gongkai.errors import RunError
from gongkai.report import Document, Sidecar
from tasks.agencies import REGISTER

SIDECAR = ".source.json"
_LARGEST_SIDECAR = 1024 * 1024
_LONGEST_NAME = 100
_FIRST_YEAR, _LAST_YEAR = 2008, 2099


def collect(raw: Path) -> list[Document]:
    """Return every document under `raw`, ordered by path.

    Hidden files, sidecars and the register of agencies are no documents. A file that
    vanishes or cannot be read while it is hashed is returned with an empty hash.

    Raises:
        RunError: the folder does not exist.
    """
    if not raw.is_dir():
        raise RunError("no_raw", folder=raw)
    return [_document(raw, path) for path in _files(raw)]


def _files(raw: Path) -> Iterator[Path]:
    for path in sorted(raw.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(raw).parts)
        beside = path.name.endswith(SIDECAR) or path == raw / REGISTER
        if not hidden and not beside and path.is_file():
            yield path


def _document(raw: Path, path: Path) -> Document:
    source = path.relative_to(raw).as_posix().encode("utf-8", "replace").decode()
    try:
        return Document(source, file_hash(path), path.stat().st_size, sidecar_of(path))
    except OSError:
        return Document(source, "", 0)


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sidecar_of(path: Path) -> Sidecar:
    """Read `NAME.source.json` beside a document (`NAME` with or without its ending)."""
    for name in (path.name + SIDECAR, path.stem + SIDECAR):
        beside = path.with_name(name)
        if beside.is_file():
            return _parse_sidecar(beside)
    return Sidecar()


def _parse_sidecar(path: Path) -> Sidecar:
    """Read a sidecar; a wrong one is a sidecar with a fault, never half believed."""
    try:
        if path.stat().st_size > _LARGEST_SIDECAR:
            raise _FieldError("文件过大")
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict):
            raise _FieldError("内容应为一个对象")
        return Sidecar(
            _agency(content.get("agency")),
            _year(content.get("year")),
            _url(content.get("url")),
            _date(content.get("published_on")),
            _time(content.get("collected_at")),
        )
    except (ValueError, OSError, RecursionError) as error:
        why = str(error) if isinstance(error, _FieldError) else "不是有效的 JSON 对象"
        return Sidecar(fault=f"来源说明 {path.name} 有误：{why}，未予采用，请改正后重新运行。")


class _FieldError(ValueError):
    """A field of a sidecar is wrong; the message is part of a Chinese sentence."""


def _agency(value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not 2 <= len(value.strip()) <= _LONGEST_NAME:
        raise _FieldError(f"agency 应为 2 到 {_LONGEST_NAME} 个字的机关名称")
    name = value.strip()
    if not name.isprintable() or any(mark in name for mark in ("/", "\\", "..", "<", ">")):
        raise _FieldError("agency 含有机关名称中不应有的字符")
    return name


def _year(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise _FieldError("year 应为四位整数")
    if not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise _FieldError(f"year 应在 {_FIRST_YEAR} 到 {_LAST_YEAR} 之间")
    return value


def _url(value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.startswith(("http://", "https://")):
        raise _FieldError("url 应以 http:// 或 https:// 开头")
    return value


def _date(value: Any) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _FieldError("published_on 应为 2024-01-31 这样的日期") from error


def _time(value: Any) -> dt.datetime | None:
    if value is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _FieldError("collected_at 应为 ISO 8601 时间") from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
