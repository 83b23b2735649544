"""The inputs of `tests.wording` by themselves: sound gold, another corpus for another seed."""

from __future__ import annotations

from tests.press.form_2021 import APPLICATION_MEASURES, APPLICATIONS, REVIEW, REVIEW_MEASURES
from tests.press.forms import FORMS
from tests.wording import typos
from tests.wording.hostile import CASES, hostile_pages
from tests.wording.second_hand import HOSTILE, SOUND, second_hostile, second_sound
from tests.wording.sound import KINDS, sound_pages
from tests.wording.write import Page


def _number(page: Page, table: str, item: str, measure: str) -> int | None:
    state, value = page.gold.get((table, item, measure), ("absent", None))
    if state == "absent":
        return None
    return int(value or 0)


def _adds_up(pages: list[Page]) -> None:
    for page in pages:
        for table, measures in ((APPLICATIONS, APPLICATION_MEASURES), (REVIEW, REVIEW_MEASURES)):
            for item in {key[1] for key in page.gold if key[0] == table}:
                *parts, total = (_number(page, table, item, measure) for measure in measures)
                if total is not None:
                    assert sum(part or 0 for part in parts) == total, (page.name, item)
        for measure in APPLICATION_MEASURES:
            one, two, done, four = (
                _number(page, APPLICATIONS, item, measure) for item in ("1", "2", "3.7", "4")
            )
            if None not in (one, two, done, four):
                assert (one or 0) + (two or 0) == (done or 0) + (four or 0), page.name


def test_every_kind_leads_a_page_and_every_gold_adds_up() -> None:
    pages = list(sound_pages(0, len(KINDS)))
    assert [page.kinds[0] for page in pages] == [kind.name for kind in KINDS]
    assert not any(page.is_hostile for page in pages)
    _adds_up(pages)


def test_every_case_says_what_must_not_be_published() -> None:
    pages = list(hostile_pages(0, len(CASES)))
    assert [page.kinds[0] for page in pages] == list(CASES)
    assert all(page.is_hostile and page.why and not page.gold for page in pages)


def test_every_gold_of_the_second_hand_adds_up() -> None:
    pages = list(second_sound(0, len(SOUND)))
    assert [page.kinds[0] for page in pages] == list(SOUND)
    assert not any(page.is_hostile for page in pages)
    _adds_up(pages)


def test_every_hostile_page_of_the_second_hand_says_why() -> None:
    pages = list(second_hostile(0, len(HOSTILE)))
    assert [page.kinds[0] for page in pages] == list(HOSTILE)
    assert all(page.is_hostile and page.why and not page.gold for page in pages)


def test_a_seed_names_a_corpus() -> None:
    for made in (sound_pages, hostile_pages, second_sound, second_hostile):
        first, again, other = (list(made(seed, 8)) for seed in (4, 4, 5))
        assert [page.content for page in first] == [page.content for page in again]
        assert not {page.content for page in first} & {page.content for page in other}


def test_a_mistyped_label_is_nearest_to_its_own() -> None:
    from random import Random

    rng = Random(1)
    found = 0
    for form in ("2021", "2019", "2014"):
        labels = FORMS[form].labels
        for label in labels.values():
            text = typos.mistyped(label, rng, form)
            if text:
                found += 1
                assert typos.is_near(text, label, form)
    assert found > 80
    assert not typos.is_near("（三）不于公开", "（一）予以公开", "2021")
