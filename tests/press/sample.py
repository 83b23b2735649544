"""Prints the sample of raw reports: `python -m tests.press.sample [name …]`.

Writes the documents and sidecars to `data/raw`, their gold to `tests/corpus/sample`. Needs LibreOffice,
chromium and the fonts AR PL UMing CN, AR PL UKai CN and WenQuanYi Zen Hei.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from tests.press import invented_reports as invented
from tests.press import real_reports as real
from tests.press.gold import write_gold
from tests.press.model import PrintedReport
from tests.press.printer import print_report
from tests.press.scan import Scan, scan
from tests.press.web_pages import Page, WordPaste, written
from tests.press.word_files import word_file

ROOT: Final = Path(__file__).parents[2]
RAW: Final = ROOT / "data" / "raw"
GOLD: Final = ROOT / "tests" / "corpus" / "sample"
LARGEST: Final = 200_000
HOST: Final = "example.gov.cn"


def _print(report: PrintedReport, profile: Path) -> bytes:
    """The report as a PDF of the producer that its layout names."""
    return print_report(report, profile)


def _scan(report: PrintedReport, profile: Path) -> bytes:
    """The printed report through an office's scanner, in black and white."""
    options = Scan(dpi=300, mode="1-bit", encoding="ccitt", skew=0.6, salt=0.0001)
    return scan(print_report(report, profile), options, seed=1)


def _page(report: PrintedReport, _: Path) -> bytes:
    """The report on a site, pasted from Word."""
    page = Page(lambda _: WordPaste(), wrapper=".TRS_Editor", charset="gb2312 meta")
    return written(report, page, Random(1))


def _word(report: PrintedReport, _: Path) -> bytes:
    """The report as a Word file."""
    return word_file(report, (), Random(1))


@dataclass(frozen=True)
class Sample:
    """One committed report: how it is made, where it lies, what its collector noted."""

    make: Callable[[], PrintedReport]
    path: str
    write: Callable[[PrintedReport, Path], bytes] = _print
    """Its bytes, with a folder for a program's profile."""
    family: str = "text"
    sidecar: bool = False
    page: str = ""
    """Path on the invented agency's invented site."""
    published_on: str = ""

    @property
    def name(self) -> str:
        """The name of the gold file."""
        return self.make.__name__


SAMPLES: Final = (
    Sample(
        real.suqian_2023,
        "宿迁市/宿迁市人民政府2023年政府信息公开工作年度报告.pdf",
        sidecar=True,
    ),
    Sample(real.suqian_2024, "宿迁市/宿迁市人民政府2024年政府信息公开工作年度报告.pdf"),
    Sample(
        real.shuyang_fgj_2023,
        "宿迁市/沭阳县/沭阳县发展和改革局2023年政府信息公开工作年度报告.pdf",
    ),
    Sample(real.hongze_2023, "淮安市/洪泽区/2023年政府信息公开工作年度报告.pdf"),
    Sample(real.litong_2023, "吴忠市/利通区人民政府2023年政府信息公开工作年度报告.pdf"),
    Sample(real.pingtan_2021, "平潭综合实验区/2021/平潭综合实验区2021年年报.pdf"),
    Sample(real.pingtan_2022, "平潭综合实验区/2022/平潭综合实验区2022年年报.pdf"),
    Sample(real.pingtan_2023, "平潭综合实验区/2023/平潭综合实验区2023年年报.pdf", sidecar=True),
    Sample(real.shanghai_office_2025, "上海市/P020260129412345678901.pdf"),
    Sample(
        invented.qinghe_2025,
        "示例市/青禾区/示例市青禾区人民政府2025年政府信息公开工作年度报告.pdf",
        sidecar=True,
        page="qinghe/zfxxgk/2025.html",
        published_on="2026-03-20",
    ),
    Sample(
        invented.nanping_2023,
        "示例市/南屏区/南屏区自然资源局2023年政府信息公开工作年度报告.pdf",
        sidecar=True,
        page="nanping/zrzyj/zfxxgknb/202401/t20240118_1.html",
        published_on="2024-01-18",
    ),
    Sample(invented.yunxi_2024, "示例市/云溪县/教育局/2024年年度报告.pdf"),
    Sample(invented.baishi_2022, "示例市/白石县/白石县2022年度报告.pdf"),
    Sample(
        invented.linchuan_2024,
        "示例市/临川镇/W020250121.pdf",
        sidecar=True,
        page="linchuan/nb/2024.html",
        published_on="2025-02-10",
    ),
    Sample(invented.xinqiao_2022, "示例市/新桥街道/新桥街道2022年政府信息公开工作年度报告.pdf"),
    Sample(invented.wangjiang_2023, "示例市/望江县/卫生健康委员会/2023.pdf"),
    Sample(invented.changling_2020, "示例市/长岭区/审计局/扫描件0001.pdf", _scan, "scan"),
    Sample(
        invented.shili_office_2024,
        "示例市/人民政府办公室/art_1024_88.html",
        _page,
        "html",
        sidecar=True,
        page="zfb/art/2025/1/23/art_1024_88.html",
        published_on="2025-01-23",
    ),
    Sample(invented.yunxi_2017, "示例市/云溪县/云溪县2017年信息公开年报.docx", _word, "docx"),
)


def main(names: list[str]) -> None:
    """Prints the named samples, or all."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for sample in SAMPLES:
            if not names or sample.name in names:
                _write(sample, Path(profile))


def _write(sample: Sample, profile: Path) -> None:
    report = sample.make()
    content = sample.write(report, profile)
    if len(content) > LARGEST:
        raise ValueError(f"{sample.name}: {len(content)} bytes")
    target = RAW / sample.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    gold = GOLD / f"{sample.name}.json"
    write_gold(report, gold, file=f"data/raw/{sample.path}", family=sample.family)
    if sample.sidecar:
        note: dict[str, str | int] = {"agency": report.agency, "year": report.year}
        if sample.page:
            note["url"] = f"https://www.{HOST}/{sample.page}"
            note["published_on"] = sample.published_on
        text = json.dumps(note, ensure_ascii=False, indent=1) + "\n"
        target.with_suffix(".source.json").write_text(text, encoding="utf-8")
    print(f"{sample.name}: {len(content)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
