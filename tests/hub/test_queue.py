"""The queue by village and age, and many proposals answered at once."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.errors import Refused, Unavailable
from app.domain.ids import EntryId, FamilyId, MemberId, PersonId
from app.domain.payloads import (
    ChangeProposed,
    DecisionMade,
    Endorsed,
    FieldChange,
    ItemDecided,
    ObjectionFiled,
    ProposalsToldApart,
)
from app.hub.bulk import decide_all, hindrances
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.tables import proposal
from app.hub.views.proposal import proposal_view
from app.hub.views.queue import DUE, LATE, SOON, Wish, by_village, queue_page
from app.hub.words import day_of
from app.usecases.ports import Act
from tests.hub.browsing import Page, proposed
from tests.hub.conftest import LIST, NUR
from tests.postgres import SQLITE
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.laptop import VILLAGE as CODE

DAY_MS = 86_400_000
RAHMA = PersonId("verifikator1")


def suggest(laptop: Laptop, family: str, *, steps: int = 2, address: str = "Jalan Baru") -> EntryId:
    """A correction; its village has taken so many of its two steps."""
    said = ChangeProposed("correction", changes=(FieldChange("address", "Dusun Satu", address),))
    made = laptop.journal.record(Act(family, said))[0]
    if steps > 0:
        laptop.journal.record(Act(family, ItemDecided(made, "agreed", "2026-11-20", "")))
    if steps > 1:
        laptop.journal.record(Act(family, Endorsed(made)))
    return made


def why_not(district: LocalHub, *proposals: EntryId) -> list[str]:
    """Why each cannot be answered with others."""
    with district.district.database.read() as connection:
        found = hindrances(connection, [(CODE, one) for one in proposals])
    return [found[CODE, one] for one in proposals]


def test_a_proposal_about_a_member_is_called_by_that_member_wherever_it_is_answered(
    district: LocalHub, page: Page, head: Laptop
) -> None:
    body = ChangeProposed("death", member=MemberId("m-2"), event_date="2026-10-03")
    made = head.journal.record(Act("f-1", body))[0]
    head.journal.record(Act("f-1", ItemDecided(made, "agreed", "2026-11-20", "")))
    head.journal.record(Act("f-1", Endorsed(made)))
    head.exchange()
    page.sign_in()
    assert "Meninggal: ROSTINA HASMAWATI" in page.one(".rows a").text
    page.follow(page.one(".rows a"))
    assert page.one("h1").text == "Meninggal: ROSTINA HASMAWATI"
    assert "Keluarga NUR SUKMAWATI" in page.text
    alone = replace(NUR, members=NUR.members[:1])
    publish(district.district, VILLAGE, replace(LIST, families=(alone, *LIST.families[1:])), month="2026-12")
    page.go(f"/usulan/{VILLAGE}/{made}")
    assert page.one("h1").text == "Meninggal: ROSTINA HASMAWATI (tidak lagi tercatat di keluarganya)"
    page.go("/")
    assert "Meninggal: ROSTINA HASMAWATI" in page.one(".rows a").text
    publish(district.district, VILLAGE, replace(LIST, families=LIST.families[1:]), month="2027-01")
    page.go(f"/usulan/{VILLAGE}/{made}")
    assert page.one("h1").text == "Meninggal: ROSTINA HASMAWATI", "of a dropped family everybody is kept"
    assert "Keluarga NUR SUKMAWATI (tidak ada lagi dalam daftar)" in page.text
    page.go("/")
    assert "Meninggal: ROSTINA HASMAWATI" in page.one(".rows a").text


def test_only_what_is_whole_and_uncontested_may_be_answered_with_others(district: LocalHub, head: Laptop) -> None:
    good = suggest(head, "f-1")
    raw, agreed = suggest(head, "f-2", steps=0), suggest(head, "f-2", steps=1)
    head.exchange()
    assert why_not(district, good, raw, agreed) == ["", "before_meeting", "before_endorsement"]
    rival = suggest(head, "f-1", address="Jalan Lain")
    head.exchange()
    assert why_not(district, good, rival) == ["rival", "rival"]
    assert why_not(district, EntryId("nobody.1/1")) == ["unknown"]


def test_what_ends_a_family_and_what_keeps_it_are_not_answered_together(district: LocalHub, head: Laptop) -> None:
    correction = suggest(head, "f-1")
    said = ChangeProposed("ineligible", reason="mampu", reason_list="ineligible@balai-1")
    ineligible = head.journal.record(Act("f-1", said))[0]
    head.journal.record(
        Act("f-1", ItemDecided(ineligible, "agreed", "2026-11-20", "")), Act("f-1", Endorsed(ineligible))
    )
    head.exchange()
    assert why_not(district, correction, ineligible) == ["rival", "rival"]
    head.journal.record(Act("f-1", ProposalsToldApart(correction, ineligible, FamilyId("f-1"), "Keduanya benar")))
    head.exchange()
    assert why_not(district, correction, ineligible) == ["", ""]


def test_a_list_that_changed_and_an_objection_are_looked_at_one_by_one(district: LocalHub, head: Laptop) -> None:
    from dataclasses import replace

    good, other = suggest(head, "f-1"), suggest(head, "f-2")
    objection = head.journal.record(Act("f-2", ObjectionFiled("Ngalle", True, "mampu", "objection@balai-1", "")))[0]
    head.exchange()
    assert why_not(district, good, other, objection) == ["", "rival", "objected"]
    moved = replace(LIST, families=(replace(NUR, address="Dusun Tiga"), LIST.families[1]))
    publish(district.district, VILLAGE, moved, month="2026-12")
    assert why_not(district, good) == ["listed"]


@pytest.mark.both_stores
def test_each_proposal_of_an_act_gets_its_own_decision(district: LocalHub, head: Laptop) -> None:
    good, raw = suggest(head, "f-1"), suggest(head, "f-2", steps=0)
    head.exchange()
    keys = [(CODE, good), (CODE, raw), (CODE, good)]
    done = decide_all(district.district, keys, "accepted", by=RAHMA, name="Rahma")
    assert [one.hindrance for one in done] == ["", "before_meeting"]
    assert head.exchange().decisions == 1
    again = decide_all(district.district, keys[:1], "accepted", by=RAHMA, name="Rahma")
    assert [one.hindrance for one in again] == ["answered"]
    assert head.exchange().decisions == 0


def test_where_the_store_goes_away_in_the_middle_it_is_said_which_were_answered(
    district: LocalHub, head: Laptop, store_kind: str
) -> None:
    if store_kind != SQLITE:
        pytest.skip("the file that says whose turn it is to write is SQLite's")
    if sys.platform == "win32":
        pytest.skip("Windows removes no file that is open")
    first, second = suggest(head, "f-1"), suggest(head, "f-2")
    head.exchange()
    place = district.district
    door = place.folder / "hub.db.writer"

    def now_ms() -> int:
        """Whoever writes the first decision asks for the time; then nobody can write any more."""
        if door.is_file():
            door.unlink()
            door.mkdir()
        return place.now_ms()

    breaking = replace(place, now_ms=now_ms)
    done = decide_all(breaking, [(CODE, first), (CODE, second)], "accepted", by=RAHMA, name="Rahma")
    assert [one.hindrance for one in done] == ["", "away"]
    with pytest.raises(Unavailable):
        decide_all(breaking, [(CODE, second)], "accepted", by=RAHMA, name="Rahma")
    door.rmdir()
    assert head.exchange().decisions == 1
    assert [one.hindrance for one in decide_all(place, [(CODE, second)], "accepted", by=RAHMA, name="Rahma")] == [""]


def test_an_act_needs_items_an_outcome_and_for_returning_a_reason(district: LocalHub) -> None:
    key = [(CODE, "a.1/1")]
    for wish, code in (
        (([], "accepted", "", ""), "bulk_nothing_chosen"),
        ((key, "rejected", "", ""), "decision_outcome_missing"),
        ((key * 201, "accepted", "", ""), "bulk_too_many"),
        ((key, "returned", "", ""), "decision_reason_missing"),
    ):
        keys, outcome, reason, comment = wish
        with pytest.raises(Refused) as refused:
            decide_all(district.district, keys, outcome, by=RAHMA, name="Rahma", reason=reason, comment=comment)
        assert refused.value.code == code


def test_a_verifier_answers_several_after_looking_at_the_list(page: Page, district: LocalHub, head: Laptop) -> None:
    suggest(head, "f-1")
    suggest(head, "f-2")
    rival = suggest(head, "f-2", address="Jalan Lain")
    head.exchange()
    page.sign_in()
    boxes = page.all(".tick input")
    assert [box.is_enabled() for box in boxes].count(True) == 1
    assert page.text.count("Usulan lain atau sanggahan tentang keluarga ini") == 2
    page.snap("antrean-pilih")
    page.press("Setujui yang dipilih …")
    assert "Pilih dulu usulan yang akan dijawab bersama" in page.text
    page.press("Pilih semua di halaman ini")
    page.press("Setujui yang dipilih …")
    assert "Setujui 1 usulan?" in page.text
    assert head.exchange().decisions == 0
    page.snap("sekaligus")
    page.press("Setujui 1 usulan")
    assert "1 usulan disetujui" in page.text
    assert head.exchange().decisions == 1
    assert why_not(district, rival) == ["rival"]


def test_returning_several_asks_for_a_reason_first(page: Page, head: Laptop) -> None:
    suggest(head, "f-1")
    suggest(head, "f-2")
    head.exchange()
    page.sign_in()
    page.press("Pilih semua di halaman ini")
    page.press("Kembalikan yang dipilih …")
    assert "Kembalikan 2 usulan?" in page.text
    page.all("#reason option")[1].click()
    page.fill("comment", "Lampirkan KTP.")
    page.press("Kembalikan 2 usulan")
    assert "2 usulan dikembalikan" in page.text
    assert head.exchange().decisions == 2
    said = head.journal.entries(FamilyId("f-2"))[-1].payload
    assert isinstance(said, DecisionMade)
    assert (said.outcome, said.comment) == ("returned", "Lampirkan KTP.")


@pytest.mark.both_stores
def test_the_queue_is_asked_by_age_by_clock_and_by_village(district: LocalHub, head: Laptop) -> None:
    proposal = suggest(head, "f-1")
    objection = head.journal.record(Act("f-2", ObjectionFiled("Ngalle", True, "mampu", "objection@balai-1", "")))[0]
    head.exchange()
    now = district.district.now_ms()

    def asked(days: int, wish: Wish) -> list[str]:
        with district.district.database.read() as connection:
            return [row.proposal for row in queue_page(connection, now + days * DAY_MS, wish).rows]

    assert asked(0, Wish()) == [proposal, objection]
    assert asked(0, Wish(order=DUE)) == [objection, proposal]
    assert asked(6, Wish(age=7)) == []
    assert asked(8, Wish(age=7)) == [proposal, objection]
    assert asked(10, Wish(clock=SOON)) == []
    assert asked(11, Wish(clock=SOON)) == [objection]
    assert asked(14, Wish(clock=LATE)) == []
    assert asked(15, Wish(clock=LATE)) == [objection]
    assert asked(15, Wish(clock=SOON)) == []
    assert asked(0, Wish(shown="endorsed")) == [proposal]
    with district.district.database.read() as connection:
        one = by_village(connection, now + int(timedelta(days=15) / timedelta(milliseconds=1))).rows[0]
    assert (one.village, one.waiting, one.objections, one.late) == (CODE, 2, 1, 1)


@pytest.mark.parametrize("years", [-2, 2])
def test_the_clock_of_a_laptop_that_is_wrong_moves_no_deadline(district: LocalHub, head: Laptop, years: int) -> None:
    head.visit("f-1")
    head.exchange()
    head.exchange()  # the receipt tells what day it is
    head.wall.wrong_by_ms = years * 365 * DAY_MS
    head.journal.record(Act("f-2", ObjectionFiled("Ngalle", True, "mampu", "objection@balai-1", "")))
    head.wall.wrong_by_ms = 0
    head.exchange()
    with district.district.database.read() as connection:
        found = connection.execute(select(proposal.c.at_ms, proposal.c.arrived_at_ms)).all()
    assert [abs(row.arrived_at_ms - row.at_ms) < DAY_MS for row in found] == [True]


@pytest.mark.both_stores
@pytest.mark.parametrize("years", [-2, 2])
def test_a_wrong_clock_is_said_in_the_queue_with_the_proposal_and_in_the_journal(
    page: Page, district: LocalHub, head: Laptop, years: int
) -> None:
    head.visit("f-1")
    head.exchange()
    head.exchange()
    head.wall.wrong_by_ms = years * 365 * DAY_MS
    wrong = head.journal.record(Act("f-2", ObjectionFiled("Ngalle", True, "mampu", "objection@balai-1", "")))[0]
    head.wall.wrong_by_ms = 0
    right = head.propose("f-1")
    head.exchange()
    year = day_of(district.district.now_ms()).year
    with district.district.database.read() as connection:
        rows = queue_page(connection, district.district.now_ms(), Wish(shown="all")).rows
        said = {row.proposal: row.clock for row in rows}
        seen = proposal_view(connection, VILLAGE, wrong, district.district.now_ms())
    assert said[right] == ""
    assert said[wrong].startswith("Jam laptop saat itu salah (tertulis ")
    assert "sisa 14 hari" in seen.due
    assert [str(year) in event.at for event in seen.events] == [True]
    page.sign_in()
    for path in ("/", f"/usulan/{VILLAGE}/{wrong}", f"/desa/{VILLAGE}/jurnal/{wrong.partition('/')[0]}"):
        page.go(path)
        assert said[wrong] in page.text, path
        page.snap(f"jam-salah-{len(path.split('/')[1])}-{years}")
    page.go(f"/usulan/{VILLAGE}/{right}")
    assert "Jam laptop" not in page.text


def test_a_photo_is_seen_as_large_as_is_wished_without_a_mouse(page: Page, head: Laptop) -> None:
    proposed(head)
    page.sign_in()
    page.follow(page.all(".rows a")[0])
    page.snap("usulan-lebar", 1366, 768)
    page.follow(page.all("a.photo")[0])
    assert "Foto 1 dari 1" in page.text
    width = page.all(".zoom img")[0].size["width"]
    page.press("Perbesar")
    page.press("Perbesar")
    assert page.all(".zoom img")[0].size["width"] > 2.5 * width
    frame = page.all(".zoom")[0]
    frame.send_keys("\ue015")  # arrow down
    assert page.all(".zoom:focus")
    page.snap("bukti", 1366, 768)
    page.go(page.path.split("?")[0].replace("/bukti/1", "/bukti/2"))
    assert "Foto ini tidak ada" in page.text
