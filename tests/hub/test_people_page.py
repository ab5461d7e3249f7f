"""The officials of a village on the district's pages: seen, warned of, and stopped with a reason that is meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import DeviceHandedOver, PersonAdded, PersonChanged
from app.hub.enrol import make_code, revoke_person
from app.hub.local import LocalHub
from app.hub.terms import renew
from app.hub.views.people import OfficialRow, officials, one_official
from app.hub.words import day_of
from app.storage.officials import official
from app.sync.enrolment import EnrolledPerson, enrol
from app.usecases.ports import Act
from tests.hub.browsing import Page
from tests.sync.laptop import VILLAGE, Laptop


def seen(district: LocalHub, laptop: Laptop, today: date | None = None) -> OfficialRow:
    """One official, as the district sees him on a day."""
    held = district.district
    with held.database.read() as connection:
        day = today or day_of(held.now_ms())
        return one_official(connection, VILLAGE, laptop.actor.person, but=held.keys.person, today=day)


@pytest.mark.both_stores
def test_an_official_is_stopped_with_a_reason_that_is_meant(
    page: Page, district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    page.sign_in()
    page.go(f"/desa/{VILLAGE}")
    page.follow(page.one(f"a[href$='/orang/{operator.actor.person}']"))  # a laptop is called by who has it, too
    page.snap("satu-orang")
    page.fill("why", "berhenti jadi operator")
    # The browser itself holds a form without its tick; somebody who sends one all the same is told.
    page.all("input[name=sure]")[0].parent.execute_script("document.querySelector('input[name=sure]').required = false")
    page.press("Cabut izin")
    assert "Centang dulu bahwa Anda yakin." in page.text
    assert page.all("#why")[0].get_attribute("value") == "berhenti jadi operator", "what was typed stays"
    assert seen(district, operator).revocation is None
    page.all("input[name=sure]")[0].click()
    page.press("Cabut izin")
    assert "Izin dicabut" in page.text
    stopped = seen(district, operator).revocation
    assert stopped is not None
    assert (stopped.why, stopped.by) == ("berhenti jadi operator", "Rahma Verifikator")
    assert {"berhenti jadi operator", "Rahma Verifikator"} <= {one.text for one in page.all("dd")}
    assert page.all("#why") == []
    assert page.path == f"/desa/{VILLAGE}/orang/{operator.actor.person}"
    assert seen(district, head).revocation is None
    made = operator.visit("f-1")
    while operator.store.entries_after({}, 1 << 24)[-1].turn < 40:
        made = operator.visit("f-1")
    outcome = operator.exchange()
    assert (made, "key_revoked") in outcome.quarantined


def test_the_next_holder_of_a_laptop_is_vouched_for_on_his_page(page: Page, district: LocalHub, head: Laptop) -> None:
    taker = PersonId("estherkase23")
    head.journal.record(
        Act("", PersonAdded(taker, "Ester Kase", "operator", b"e" * 32)),
        Act("", DeviceHandedOver(head.actor.person, taker)),
    )
    head.exchange()
    page.sign_in()
    page.go(f"/desa/{VILLAGE}")
    page.follow(page.one(f"a[href$='/orang/{taker}']"))
    assert "Belum dipastikan kabupaten" in page.text
    page.press("Pastikan")
    assert "Dipastikan kabupaten" in page.text
    assert page.path == f"/desa/{VILLAGE}/orang/{taker}"
    assert "Pastikan orang ini" not in page.text


def test_the_end_of_a_certificate_is_told_before_it_comes(district: LocalHub, head: Laptop, laptop: Laptop) -> None:
    assert (seen(district, head).until, seen(district, head).ends_soon) == ("", False)
    last = day_of(district.district.now_ms()) + timedelta(days=200)
    code = make_code(district.district, VILLAGE, "Bonto", "operator", laptop.actor.name, until=last.isoformat())
    person = EnrolledPerson(laptop.actor.person, laptop.signing.public_key().public_bytes_raw())
    enrol(district.url, code.text, laptop.keys, person)
    for day, soon, ended in ((200, False, False), (30, True, False), (0, True, False), (-1, False, True)):
        found = seen(district, laptop, last - timedelta(days=day))
        assert (found.ends_soon, found.ended) == (soon, ended), day
    assert str(last.year) in seen(district, laptop).until


@pytest.mark.both_stores
def test_last_day_role_and_rts_are_changed_on_the_page_and_reach_the_laptop_signed(
    page: Page, district: LocalHub, head: Laptop, operator: Laptop
) -> None:
    held, who = district.district, operator.actor.person
    here = f"/desa/{VILLAGE}/orang/{who}"
    last = (day_of(held.now_ms()) + timedelta(days=200)).isoformat()
    page.sign_in()
    page.go(here)
    page.press("Simpan perubahan")
    assert "Ini sama dengan yang sudah berlaku. Tidak ada yang diubah." in page.text
    page.fill("rts", "1/1")
    page.press("Simpan perubahan")
    assert "Batas RT hanya untuk pendata." in page.text
    assert page.all("#rts")[0].get_attribute("value") == "1/1", "what was typed stays"
    set_value(page, "until", last)
    set_value(page, "role", "enumerator")
    page.press("Simpan perubahan")
    assert page.path == here
    assert "Belum diubah." not in page.text
    assert "Rahma Verifikator" in page.text
    page.snap("masa-tugas")
    found = seen(district, operator)
    assert (found.held.role, found.held.rts, found.held.until) == ("enumerator", "001/001", last)
    operator.exchange()
    with operator.database.read() as connection:
        known = official(connection, who)
    assert known is not None
    assert (known.role, known.rts, known.until, known.certified) == ("enumerator", ("001/001",), last, True)
    made = operator.visit("f-2")  # of RT 002
    operator.visit("f-1")
    outcome = operator.exchange()
    assert [entry for entry, why in outcome.quarantined if why == "not_allowed"] == [made]
    renew(held, VILLAGE, who, "operator", (), "", by="Rahma")
    assert operator.exchange().quarantined == ()
    page.go(here)
    assert "tanpa batas waktu" in page.text


def set_value(page: Page, name: str, value: str) -> None:
    """Choose a day or a line of a list."""
    field = page.all(f"#{name}")[0]
    field.parent.execute_script("arguments[0].value = arguments[1]", field, value)


@pytest.mark.both_stores
def test_a_certificate_is_changed_only_of_whoever_has_a_good_one(district: LocalHub, head: Laptop) -> None:
    held, taker = district.district, PersonId("estherkase23")
    head.journal.record(Act("", PersonAdded(taker, "Ester Kase", "operator", b"e" * 32)))
    head.exchange()
    yesterday = (day_of(held.now_ms()) - timedelta(days=2)).isoformat()
    for who, role, rts, until, code in (
        (taker, "operator", (), "", "official_unconfirmed"),
        ("nobody", "operator", (), "", "person_unknown"),
        (held.keys.person, "operator", (), "", "person_unknown"),
        (head.actor.person, "verifier", (), "", "enrol_role_unknown"),
        (head.actor.person, "head", ("001/001",), "", "enrol_rt_for_enumerators"),
        (head.actor.person, "head", (), "31-12-2027", "until_unreadable"),
        (head.actor.person, "head", (), yesterday, "until_past"),
        (head.actor.person, "head", (), "", "certificate_unchanged"),
    ):
        with pytest.raises(Refused, match=code):
            renew(held, VILLAGE, who, role, rts, until, by="Rahma")
    revoke_person(held, VILLAGE, head.actor.person, "kata sandi bocor", by="Rahma")
    with pytest.raises(Refused, match="person_revoked"):
        renew(held, VILLAGE, head.actor.person, "operator", (), "", by="Rahma")
    assert seen(district, head).changed is None


@pytest.mark.both_stores
def test_who_rests_goes_on_resting_with_another_certificate(district: LocalHub, head: Laptop, operator: Laptop) -> None:
    rests = PersonChanged(operator.actor.person, operator.actor.name, "operator", (), False)
    head.journal.record(Act("", rests))
    head.exchange()
    renew(district.district, VILLAGE, operator.actor.person, "enumerator", (), "", by="Rahma")
    found = seen(district, operator)
    assert (found.active, found.held.role) == (False, "enumerator")
    operator.exchange()
    with operator.database.read() as connection:
        known = official(connection, operator.actor.person)
    assert known is not None
    assert (known.active, known.role) == (False, "enumerator")


def test_the_district_itself_is_nobody_of_the_village(district: LocalHub, head: Laptop) -> None:
    held = district.district
    with held.database.read() as connection:
        rows = officials(connection, VILLAGE, but=held.keys.person, today=date(2026, 11, 28))
        assert [row.person for row in rows] == [head.actor.person]
        with pytest.raises(Refused, match="official_unknown"):
            one_official(connection, VILLAGE, held.keys.person, but=held.keys.person, today=date(2026, 11, 28))
    revoke_person(held, VILLAGE, head.actor.person, "kata sandi bocor (dua kali)", by="Rahma (Kasi)")
    found = seen(district, head).revocation
    assert found is not None
    assert (found.why, found.by, found.at_ms > 0) == ("kata sandi bocor (dua kali)", "Rahma (Kasi)", True)
