"""What the district's pages call a village's laptops: no two of them alike."""

from __future__ import annotations

from app.domain.laptop_names import number_words
from app.hub.local import LocalHub
from app.hub.views.laptop_work import laptops_page
from tests.hub.browsing import Page
from tests.sync.laptop import Laptop


def test_two_laptops_of_one_computer_name_are_told_apart_on_the_page(
    page: Page, district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    page.sign_in()
    page.go("/laptop")
    rows = {one.text.split("\n")[0]: one.text for one in page.all("#terdaftar li")}
    assert set(rows) == {head.actor.name, operator.actor.name}
    for laptop in (head, operator):
        row = rows[laptop.actor.name]
        assert f"komputer Laptop desa · nomor {number_words(laptop.keys.device)}" in row
        assert "didaftarkan " in row
    page.snap("laptop-dua")
    page.snap("laptop-dua-ponsel", 360, 1400)
    page.go(f"/laptop/{operator.enrolment.village if operator.enrolment else ''}/{operator.keys.device}")
    assert page.one("h1").text == operator.actor.name
    assert number_words(operator.keys.device) in page.one(".lead").text
    page.snap("satu-laptop-dua")


def test_a_laptop_is_found_by_its_person_and_by_its_number_as_it_is_shown(
    district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    with district.district.database.read() as connection:

        def found(wanted: str) -> set[str]:
            return {one.device for one in laptops_page(connection, wanted, 1).rows}

        assert found(number_words(head.keys.device)) == {head.keys.device}
        assert found(number_words(operator.keys.device)[:7].lower()) == {operator.keys.device}
        assert head.keys.device in found(head.actor.name.upper())
        assert found("tidak ada orang begini") == set()
