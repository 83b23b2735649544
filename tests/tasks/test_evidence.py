"""What a row is, by its words, number and place together."""

from __future__ import annotations

import pytest

from gongkai.form import Form
from gongkai.label import Label
from tasks.reshape.evidence import Place, Weighed, weigh


def weighed(form: Form, printed: str, due: list[str], otherwise: bool = False) -> Weighed:
    items = [(item.code, item.labels) for item in form.table["applications"].items]
    taken = [code for code, _ in items if code not in due]
    return weigh(Label.of(printed), items, Place(due, taken, otherwise))


def test_a_slip_counts_where_the_item_is_missing(form: Form) -> None:
    found = weighed(form, "4.保护第三方合法权利", ["3.3.4"])
    assert (found.item, found.is_sure) == ("3.3.4", True)


def test_a_slip_where_the_item_is_there_has_two_readings(form: Form) -> None:
    found = weighed(form, "4.保护第三方合法权利", ["3.3.5"])
    assert (found.item, found.rivals) == ("", ("3.3.4",))


def test_another_number_in_front_speaks_against_an_item(form: Form) -> None:
    assert weighed(form, "9.保护第三方合法权利", ["3.3.4"]).item == ""
    assert weighed(form, "9.保护第三方合法权利", ["3.3.4"], otherwise=True).item == "3.3.4"


def test_a_short_label_is_known_by_its_place_where_rows_are_numbered_otherwise(form: Form) -> None:
    assert weighed(form, "其他", ["3.6.3"], otherwise=True).item == "3.6.3"
    assert weighed(form, "19.其他", ["3.6.3"], otherwise=True).item == "3.6.3"


@pytest.mark.parametrize("printed", ["1.属于工作秘密", "政策解读", ""])
def test_other_words_are_no_item(form: Form, printed: str) -> None:
    assert weighed(form, printed, ["3.4.2"]) == Weighed()


def test_a_label_between_two_others_has_two_readings(form: Form) -> None:
    items = [("a", [Label.of("1.属于甲类信息")]), ("b", [Label.of("1.属于乙类信息")])]
    found = weigh(Label.of("1.属于丙类信息"), items, Place(["a", "b"], []))
    assert set(found.rivals) == {"a", "b"}
