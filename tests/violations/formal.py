"""The smallest faults of form and publication."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.press.forms import FORMS
from tests.press.prose import preface
from tests.violations.sentences import work
from tests.violations.sound import A, P, before, sound
from tests.violations.violation import Violation, one


def outdated(rng: Random, _: str) -> Violation:
    """The notice of the form before."""
    report = sound(rng, "2021")
    text = (
        f"本报告由{report.agency}根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于"
        f"政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。所列数据的统计期限"
        f"自{report.year}年1月1日起至{report.year}年12月31日止。"
    )
    rule = "publication.outdated_notice"
    return one(rule, replace(report, preface=text))


def period(rng: Random, form: str) -> Violation:
    """A period that ends too early."""
    report = sound(rng, form)
    text = f"本报告由{report.agency}编制。所列数据的统计期限自{report.year}年1月1日起至{report.year}年11月30日止。"
    rule = "publication.period"
    return one(rule, replace(report, preface=text))


def other_agency(rng: Random, form: str) -> Violation:
    """Another agency to turn to."""
    report = sound(rng, form, "示例市青禾区教育局")
    text = f"本报告由{report.agency}编制。如有疑问，请与示例市临川县水利局联系。"
    rule = "publication.other_agency"
    return one(rule, replace(report, preface=text))


def other_author(rng: Random, form: str) -> Violation:
    """Another agency's name as the author's."""
    report = sound(rng, form, "示例市青禾区教育局")
    text = f"本报告由示例市临川县水利局编制。所列数据的统计期限自{report.year}年1月1日起至{report.year}年12月31日止。"
    rule = "publication.other_author"
    return one(rule, replace(report, preface=text))


def late(rng: Random, form: str) -> Violation:
    """One day late."""
    report = sound(rng, form)
    rule = "publication.late"
    return one(rule, replace(report, day=f"{report.year + 1}-02-01"))


def early(rng: Random, form: str) -> Violation:
    """Before the year is over."""
    report = sound(rng, form)
    rule = "publication.early"
    return one(rule, replace(report, day=f"{report.year}-12-20"))


def blank(rng: Random, form: str) -> Violation:
    """A zero left out."""
    report = sound(rng, form)
    zeros = [
        c
        for c, v in report.numbers.items()
        if v == 0 and c[0] == A and c[2] == "research" and c[1][:2] in ("3.",) and c[1] != "3.7"
    ]
    cell = rng.choice([c for c in zeros if report.numbers[A, c[1], "total"] > 0] or zeros)
    rule = "publication.blank"
    return one(rule, replace(report, texts={cell: ""}))


def authority(rng: Random, _: str) -> Violation:
    """A rule (规章) of an agency that may make none."""
    report = sound(rng, "2021").changed({(P, "regulations", "in_force"): 1})
    rule = "publication.authority"
    return one(rule, report)


def notice_typo(rng: Random, _: str) -> Violation:
    """A number of the notice that does not exist."""
    report = sound(rng, "2021")
    text = (
        f"本报告由{report.agency}根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》"
        f"（国办公开办函〔2012〕30号）编制。所列数据的统计期限自{report.year}年1月1日起至{report.year}年12月31日止。"
    )
    return one("publication.notice_typo", replace(report, preface=text))


def missing_section(rng: Random, form: str) -> Violation:
    """A part left out."""
    report = sound(rng, form)
    words = ("公开的深度还不够，业务人员的能力有待提升，将加强培训和检查。",)
    report = rng.choice(
        (
            replace(report, labels={"section.1": "　"}),
            replace(report, labels={"section.5": "　"}, problems=()),
            replace(report, labels={"section.6": "　"}, problems=words, other=()),
        )
    )
    return one("publication.missing_section", report)


def renamed_section(rng: Random, form: str) -> Violation:
    """A heading in other words."""
    section, title = rng.choice(
        (("section.5", "五、工作中的问题和不足"), ("section.6", "六、其他情况和事项说明"))
    )
    report = replace(sound(rng, form), labels={section: title})
    return one("publication.renamed_section", report)


def section_order(rng: Random, form: str) -> Violation:
    """A heading with the number of the next."""
    title = FORMS["2021"].labels["section.5"].replace("五、", "六、")
    report = replace(sound(rng, form), labels={"section.5": title})
    return one("publication.section_order", report)


def empty_section(rng: Random, form: str) -> Violation:
    """Problems of which nothing is said, or another part with its heading only."""
    report = sound(rng, form)
    report = rng.choice(
        (
            replace(report, problems=()),
            replace(report, problems=("无。",)),
            replace(report, other=()),
        )
    )
    return one("publication.empty_section", report)


def copied_last_year(rng: Random, form: str) -> Violation:
    """The words of last year's report over again."""
    words = work(rng)
    report = replace(sound(rng, form), sentences=words)
    last = replace(before(rng, report), sentences=words)
    return one("publication.copied_last_year", report, last)


def copied_other(rng: Random, form: str) -> Violation:
    """The words of another agency's report."""
    words = work(rng)
    report = replace(sound(rng, form, "示例市青禾区教育局"), sentences=words)
    other = replace(sound(rng, form, "示例市望江县水利局", report.year), sentences=words)
    return one("publication.copied_other", report, other)


def late_unregulated(rng: Random, form: str) -> Violation:
    """A township's report in April."""
    report = sound(rng, form, "示例市望江县临川镇人民政府")
    report = replace(report, day=f"{report.year + 1}-04-01")
    return one("publication.late_unregulated", report)


def image_only(rng: Random, form: str) -> Violation:
    """Pages that are pictures."""
    return one("publication.image_only", replace(sound(rng, form), scanned=True))


def other_form(rng: Random, _: str) -> Violation:
    """The form of the years before."""
    report = sound(rng, "2019")
    year = 2021 + rng.randint(0, 4)
    text = preface(report.agency, year, "2021")
    later = replace(report, year=year, preface=text, day=f"{year + 1}-01-20")
    return one("report.other_form", later)


def two_documents(rng: Random, form: str) -> Violation:
    """Two undated reports with different numbers."""
    report = replace(sound(rng, form), day="")
    other = sound(rng, form, report.agency, report.year)
    return one("report.two_documents", report, replace(other, day=""))
