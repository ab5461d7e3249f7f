"""One family in words: nothing unmasked, nothing guessed, old beside new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.entry import Recorded
from app.domain.happened import happened
from app.domain.ids import FamilyId
from app.domain.list_change import FieldMove, ListChange
from app.domain.payloads import ChangeProposed, DecisionMade, RevealLogged, VisitRecorded
from app.shelf.codes import code_book
from app.shelf.forms import visit_form
from app.shelf.reasons import reason_book
from app.ui.screens.keluarga.card import Change, FamilyCard, Step
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.portrait import age_on, mask_damaged, portrait
from app.ui.vocabulary.times import day_of, moment_of
from app.usecases.reading import HistoryItem, ListStep
from tests.fakes.families import TODAY, FakeReading, eventful


def lexicon(version: str = "DTSEN") -> Lexicon:
    return Lexicon(visit_form(), code_book(), reason_book(), version)


def drawn(reading: FakeReading, family: str = "fam-1", version: str = "DTSEN") -> FamilyCard:
    detail = reading.family(FamilyId(family))
    assert detail is not None
    return portrait(detail, lexicon(version), TODAY)


@pytest.fixture
def eventful_village() -> FakeReading:
    reading = FakeReading()
    eventful(reading.journal)
    return reading


def test_no_whole_number_is_anywhere_on_the_card(eventful_village: FakeReading) -> None:
    eventful_village.journal.write("fam-1", RevealLogged("kk", "Dicocokkan dengan kartu"))
    everything = repr(drawn(eventful_village))
    for family in eventful_village.official:
        assert family.kk not in everything
        assert all(member.nik not in everything for member in family.members if member.nik)
    assert "5302044101810001" not in everything


def test_reasons_for_a_whole_number_are_those_of_the_shelf_and_the_last_one_needs_words() -> None:
    reasons = drawn(FakeReading()).reveal_reasons
    assert [one.words for one in reasons] == [reason.label() for _, reason in reason_book().group("reveal")]
    assert [one.own for one in reasons] == [False, False, False, False, True]


def test_a_member_who_died_wears_the_proposal_and_what_the_visit_said(eventful_village: FakeReading) -> None:
    wife = drawn(eventful_village).members[1]
    assert wife.presence == "Meninggal"
    assert [chip.words for chip in wife.chips] == ["Usulan: Meninggal"]
    assert wife.line == "Istri/suami · 37 tahun · Perempuan"


def with_lists(*changes: ListChange, turn: int = 2, family: str = "fam-1") -> tuple[Step, ...]:
    """The steps of a history that lists have changed, each list at `turn`."""
    reading = FakeReading()
    eventful(reading.journal)
    detail = reading.family(FamilyId(family))
    assert detail is not None
    lists = tuple(ListStep(change, "2026-12", False, 1_795_000_000_000, (turn, "hub.1", 9)) for change in changes)
    steps = portrait(replace(detail, lists=lists), lexicon(), TODAY).history
    return tuple(step for step in steps if "daftar" in step.title.casefold())


def test_what_a_list_changed_is_told_from_what_to_what() -> None:
    (step,) = with_lists(
        ListChange(
            "changed",
            (
                FieldMove("decile", "2", "6"),
                FieldMove("programmes", "BPNT PKH", "BPNT"),
                FieldMove("nik", "5302044101810001", "5302044101810002", "Maria Taek"),
                FieldMove("id_atap_terluas", "5", "6"),
            ),
            joined=("Markus Taek",),
            left=("Petrus Taek",),
        )
    )
    assert (step.title, step.who) == ("Daftar Desember 2026 mengubah data", "Kabupaten")
    assert [(one.label, one.old, one.new) for one in step.changes] == [
        ("Desil menurut BPS", "2", "6"),
        ("Program bantuan", "BPNT, PKH", "BPNT"),
        ("Maria Taek \u2013 NIK", "530204••••••0001", "530204••••••0002"),
        ("Jenis atap terluas", "Bambu", "Kayu/sirap"),
    ]
    assert step.note == (
        "Anggota baru: Markus Taek · Tidak lagi anggota: Petrus Taek"
        " · Daftar tidak menyebut alasannya. Tanyakan ke Dinas Sosial."
    )


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("new", "Masuk daftar Desember 2026"),
        ("back", "Masuk lagi ke daftar Desember 2026"),
        ("dropped", "Tidak ada lagi dalam daftar Desember 2026"),
    ],
)
def test_coming_and_going_are_told(kind: str, title: str) -> None:
    assert [step.title for step in with_lists(ListChange(kind))] == [title]


def test_a_family_that_was_struck_off_is_told_what_the_district_agreed_to_before() -> None:
    reading = FakeReading()
    asked = reading.journal.write(FamilyId("fam-1"), ChangeProposed("move"))
    reading.journal.write(FamilyId("fam-1"), DecisionMade(asked, "accepted"))
    detail = reading.family(FamilyId("fam-1"))
    assert detail is not None

    def reason(turn: int) -> str:
        dropped = ListStep(ListChange("dropped"), "2026-12", False, 1_795_000_000_000, (turn, "hub.1", 9))
        steps = portrait(replace(detail, lists=(dropped,)), lexicon(), TODAY).history
        return next(step.note for step in steps if step.title.startswith("Tidak ada lagi"))

    assert reason(9).startswith("Kabupaten menyetujui usulan desa: Pindah (")
    assert reason(1) == "Daftar tidak menyebut alasannya. Tanyakan ke Dinas Sosial."
    theirs, ours = portrait(detail, lexicon(), TODAY).history
    assert theirs.transport is None, "the district's own word is on no way to the district"
    assert ours.transport is not None


def test_an_entry_of_a_clock_that_stood_still_or_went_back_is_doubted() -> None:
    reading = FakeReading()
    reading.journal.write(FamilyId("fam-1"), RevealLogged("kk", "Dicocokkan dengan kartu"))
    right = reading.journal.recorded[0]
    late = replace(right, entry=replace(right.entry, seq=2, floor_ms=right.entry.at_ms + 3_600_000))
    reading.journal.recorded.append(late)
    newest, oldest = drawn(reading).history
    assert (newest.doubt, oldest.doubt) == ("Jam laptop saat itu mungkin salah.", "")


@pytest.mark.parametrize(
    ("said", "arrived", "shown", "words"),
    [
        (730, 1, 1, "Jam laptop saat itu salah (tertulis {said}); diterima kabupaten {arrived}."),
        (-730, 1, 0, "Jam laptop saat itu salah (tertulis {said}); diterima kabupaten {arrived}."),
        (-730, None, 0, "Jam laptop saat itu salah (tertulis {said})."),
        (0, 1, 0, ""),
    ],
)
def test_what_a_wrong_clock_wrote_is_told_with_the_time_that_is_known(
    said: int, arrived: int | None, shown: int, words: str
) -> None:
    reading = FakeReading()
    reading.journal.write(FamilyId("fam-1"), RevealLogged("kk", "Dicocokkan dengan kartu"))
    detail = reading.family(FamilyId("fam-1"))
    assert detail is not None
    (item,) = detail.history

    def at(days: int) -> int:
        return item.record.entry.at_ms + days * 86_400_000

    known = happened(at(said), at(0), None if arrived is None else at(arrived), at(0))
    told = replace(detail, history=(replace(item, happened=known),))
    (step,) = (step for step in portrait(told, lexicon(), TODAY).history if step.icon == "eye")
    assert step.when == moment_of(at(shown))
    assert step.doubt == words.format(said=moment_of(at(said)), arrived=day_of(at(arrived or 0)))


def test_people_without_a_nik_are_told_and_not_hidden() -> None:
    members = drawn(FakeReading(), "fam-5").members
    assert [(one.nik == "", [chip.words for chip in one.chips]) for one in members] == [
        (False, []),
        (False, []),
        (True, ["Tanpa NIK"]),
    ]


def test_the_house_shows_the_list_and_what_the_visit_saw_otherwise(eventful_village: FakeReading) -> None:
    facts = {fact.label: fact for group in drawn(eventful_village).house for fact in group.facts}
    assert (facts["Jenis atap terluas"].value, facts["Jenis atap terluas"].visited) == ("Bambu", "Seng")
    assert (facts["Luas lantai (m²)"].value, facts["Luas lantai (m²)"].visited) == ("36", "48")
    assert facts["Jenis lantai terluas"].visited == ""


def test_columns_of_the_districts_own_can_be_read_with_long_numbers_masked() -> None:
    detail = FakeReading().family(FamilyId("fam-1"))
    assert detail is not None
    family = detail.standing.family
    first = replace(family.members[0], fields={**family.members[0].fields, "x:Catatan": "janda"})
    told = {**family.fields, "x:pkh_plus": "Y", "x:NIK ibu": "5302044101810001", "x:kosong": ""}
    changed = replace(family, fields=told, members=(first, *family.members[1:]))
    card = portrait(replace(detail, standing=replace(detail.standing, family=changed)), lexicon(), TODAY)
    group = card.house[-1]
    assert group.title == "Kolom lain dari daftar"
    assert [(fact.label, fact.value) for fact in group.facts] == [
        ("pkh_plus", "Y"),
        ("NIK ibu", "530204••••••0001"),
        (f"Catatan · {first.name}", "janda"),
    ]
    assert drawn(FakeReading()).house[-1].title != "Kolom lain dari daftar"


def test_a_roof_code_of_an_unknown_list_is_not_guessed() -> None:
    roof = {fact.label: fact.value for group in drawn(FakeReading(), version="").house for fact in group.facts}
    assert roof["Jenis atap terluas"] == "kode 5 (versi daftar kode tidak diketahui)"
    assert roof["Jenis lantai terluas"] == "Semen/bata merah"
    old = {fact.label: fact.value for group in drawn(FakeReading(), version="REGSOSEK").house for fact in group.facts}
    assert old["Jenis atap terluas"] != "Bambu"


def test_a_warning_shows_what_stands_there_and_what_could_be_derived() -> None:
    own, of_member = drawn(FakeReading()).warnings
    assert (own.title, own.original) == ("Nomor KK kurang dari 16 angka", "5302041503••••")
    assert of_member.who == "Agustinus Nenabu"
    assert (of_member.original, of_member.proposed) == ("5.30204E+15", "530204••••••0001")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("'5302044101810001", "'530204••••••0001"),
        ("5302 0441 0181 0001", "5302 04•• •••• 0001"),
        ("5.3E+15", "5.3E+15"),
    ],
)
def test_a_damaged_number_keeps_its_odd_signs_and_hides_its_middle(text: str, shown: str) -> None:
    assert mask_damaged(text, 6, 4) == shown


def test_the_history_says_who_when_and_what_changed_from_what_to_what(eventful_village: FakeReading) -> None:
    newest, answer, proposal, visit = drawn(eventful_village).history
    assert newest.title == "Usulan: Meninggal – Yuliana Nenabu"
    assert (answer.title, answer.note) == ("Dikembalikan kabupaten – Perbaikan data", "Lampirkan foto KTP.")
    assert proposal.changes == (Change("Tanggal lahir", "10 Januari 1980", "10 Januari 1981"),)
    assert visit.title == "Kunjungan ke-1: ditemukan"
    assert visit.who == "Yosef Tefa"
    assert visit.changes == (
        Change("Jenis atap terluas", "Bambu", "Seng"),
        Change("Luas lantai (m²)", "36", "48"),
        Change("Penghasilan keluarga per bulan", "", "dicatat (isian pribadi)"),
        Change("Yuliana Nenabu", "Tinggal bersama keluarga", "Meninggal"),
    )
    assert (visit.seal, visit.transport and visit.transport.words) == (
        "Ditandatangani pembuatnya",
        "Diterima kabupaten (nomor K-0007)",
    )


def test_a_second_visit_is_compared_with_the_first_and_not_with_the_list(eventful_village: FakeReading) -> None:
    detail = eventful_village.family(FamilyId("fam-1"))
    assert detail is not None
    first = detail.standing.visits[0].visit
    again = replace(first, attempt=2, answers={"id_atap_terluas": "2"}, members=())
    eventful_village.journal.write("fam-1", again)
    assert drawn(eventful_village).history[0].changes == (Change("Jenis atap terluas", "Seng", "Genteng"),)


def test_photos_and_proposals_are_named_in_words(eventful_village: FakeReading) -> None:
    card = drawn(eventful_village)
    assert [photo.held for photo in card.photos] == [True]
    assert card.photos[0].caption.startswith("Foto rumah tampak depan · ")
    assert [(one.title, one.chip.words) for one in card.proposals] == [
        ("Meninggal: Yuliana Nenabu", "Menunggu musyawarah"),
        ("Perbaikan data: Agustinus Nenabu", "Dikembalikan kabupaten"),
    ]


def test_age_is_whole_years_and_unknown_where_the_date_is() -> None:
    assert age_on("1980-11-23", TODAY) == 46
    assert age_on("1980-11-24", TODAY) == 45
    assert age_on("", TODAY) is None
    assert age_on("2030-01-01", TODAY) is None


def test_what_was_set_aside_is_told_with_its_reason_and_changes_nothing_that_came_after(
    eventful_village: FakeReading,
) -> None:
    reading = eventful_village
    before = reading.family(FamilyId("fam-1"))
    assert before is not None
    visited = before.history[0]

    def again(roof: str, turn: int) -> HistoryItem:
        assert isinstance(visited.record.payload, VisitRecorded)
        payload = replace(visited.record.payload, answers={"id_atap_terluas": roof}, members=(), photos=())
        entry = replace(visited.record.entry, turn=turn, seq=90 + turn)
        return replace(visited, record=Recorded(entry, payload))

    aside = replace(again("6", 90), quarantined="key_revoked")
    later = replace(again("5", 91), aside_there="author_unconfirmed")
    history = portrait(replace(before, history=[*before.history, aside, later]), lexicon(), TODAY).history
    newest, stopped = history[0], history[1]
    assert (stopped.set_aside, stopped.aside_there) == ("key_revoked", "")
    assert (newest.set_aside, newest.aside_there) == ("", "author_unconfirmed")
    counted = again("5", 91)
    without = portrait(replace(before, history=[*before.history, counted]), lexicon(), TODAY).history
    assert newest.changes == without[0].changes, "told as a change from what counts"
    assert stopped.changes != newest.changes
