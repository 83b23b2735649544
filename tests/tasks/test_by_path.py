"""Agency and year by the path of a file."""

from __future__ import annotations

import pytest

from tasks.by_path import ByPath, by_path


@pytest.mark.parametrize(
    ("source", "agency", "year"),
    [
        ("示例市教育局2023年政府信息公开工作年度报告.html", "示例市教育局", 2023),
        ("示例市教育局/2023/报告.pdf", "示例市教育局", None),
        ("2023/教育局2022年度报告.pdf", None, 2022),
        ("2022年年报与2023年年报.pdf", None, None),
        ("年报2024.pdf", None, None),
        ("a/t20240131_12345.html", None, None),
        ("2019-2023/示例市教育局.pdf", "示例市教育局", None),
        ("报告.pdf", None, None),
    ],
)
def test_what_a_path_says(source: str, agency: str | None, year: int | None) -> None:
    assert by_path(source) == ByPath(agency, year)
