"""A small invented village in memory: families, what people did about them, and the read side over both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.calendar import Calendar
from app.domain.entry import Entry, Recorded
from app.domain.ids import ChainId, EntryId, FamilyId, MemberId, PackId, PersonId
from app.domain.kk import mask_kk
from app.domain.payloads import (
    KIND_OF,
    ChangeProposed,
    DecisionMade,
    Evidence,
    FieldChange,
    MemberSeen,
    Payload,
    VisitRecorded,
)
from app.domain.roster import Family, Flag, Member
from app.domain.standing import CONFLICTING, VISITED, Standing, fold
from app.shelf.calendars import shipped_calendars
from app.usecases.home import Home, Progress
from app.usecases.ports import Act, Actor
from app.usecases.reading import (
    FamilyCounts,
    FamilyDetail,
    FamilyElsewhere,
    FamilyFilter,
    FamilyRow,
    FamilySort,
    HistoryItem,
    PersonRow,
    Place,
    ProposalDetail,
    ProposalFilter,
    ProposalRow,
    Transport,
    VillageInfo,
    Waiting,
)

TODAY = date(2026, 11, 23)
NOW_MS = 1_795_400_000_000
CHAIN = ChainId("desalaptop12.1")
OPERATOR = Actor(PersonId("operator1234"), "Maria Bano", "operator")
ENUMERATOR = Actor(PersonId("pendata12345"), "Yosef Tefa", "enumerator", ("001/001",))
VIEWER = Actor(PersonId("pembaca12345"), "Rut Nenabu", "viewer")
PHOTO = Evidence("a" * 48, 41_000, "house_front")

NAMES = (
    ("Yohanes Taek", "Maria Taek", "Petrus Taek"),
    ("Agustinus Nenabu", "Yuliana Nenabu"),
    ("Martha Bano",),
    ("Daniel Tefa", "Ester Tefa", "Samuel Tefa", "Debora Tefa"),
    ("Simon Kase", "Naomi Kase"),
    ("Lukas Fallo", "Rahel Fallo", "Markus Fallo"),
)


def household(number: int, names: Sequence[str]) -> Family:
    """One family with plausible values; every third member has no NIK."""
    members = tuple(
        Member(
            id=f"m{number}-{at}",
            name=name,
            nik="" if at == 2 else f"530204{41 + at:02d}0{at + 1}8{number % 10}000{at + 1}",
            birth_date=f"{1980 + at * 9}-0{at + 1}-1{at}",
            sex="2" if at == 1 else "1",
            relation=("1", "2", "3", "3")[at],
        )
        for at, name in enumerate(names)
    )
    return Family(
        id=f"fam-{number}",
        kk=f"530204150309{number:04d}",
        head_name=names[0],
        address=f"Jalan Oelbubuk {number}",
        dusun=("Oelbubuk", "Fatukoto")[number % 2],
        rt=f"00{number % 3 + 1}",
        rw="001",
        decile=str(number % 4 + 1),
        programmes=("PKH", "BPNT") if number % 2 else ("BPNT",),
        fields={
            "id_lantai_terluas": "6",
            "id_atap_terluas": "5",
            "id_dinding_terluas": "3",
            "luas_lantai_bangunan": "36",
        },
        members=members,
    )


def village_of(count: int = 24) -> list[Family]:
    """So many families, the same every time."""
    families = [household(number, NAMES[number % len(NAMES)]) for number in range(1, count + 1)]
    first = families[0]
    odd = replace(
        first.members[0],
        flags=(Flag("nik_scientific", "nik", "5.30204E+15", "5302044101810001"),),
    )
    families[0] = replace(first, members=(odd, *first.members[1:]), flags=(Flag("kk_short", "kk", "53020415030900"),))
    return families


@dataclass
class FakeJournal:
    """Keeps what was recorded, with the author's name, in the order of recording."""

    actor: Actor = OPERATOR
    recorded: list[Recorded] = field(default_factory=list)
    names: dict[PersonId, str] = field(default_factory=dict)

    def write(self, subject: str, payload: Payload, at_ms: int = NOW_MS, actor: Actor | None = None) -> EntryId:
        """Append one entry as somebody."""
        who = actor or self.actor
        seq = len(self.recorded) + 1
        kind, version = KIND_OF[type(payload)]
        entry = Entry(CHAIN, seq, who.person, at_ms, at_ms, seq, kind, version, subject, b"", bytes(32))
        self.recorded.append(Recorded(entry, payload))
        self.names[who.person] = who.name
        return entry.id

    def record(self, *acts: Act) -> tuple[EntryId, ...]:
        """As the port has it."""
        return tuple(self.write(act.subject, act.payload) for act in acts)

    def seal(self) -> EntryId | None:
        """Nothing is ever unsealed here."""
        return None

    def entries(self, subject: FamilyId) -> Sequence[Recorded]:
        """All about one family."""
        return [one for one in self.recorded if one.entry.subject == subject]


def eventful(journal: FakeJournal) -> None:
    """Two visits of the first family, a proposal that came back, and one that waits."""
    first = FamilyId("fam-1")
    visit = VisitRecorded(
        form="visit",
        form_version="2025",
        attempt=1,
        presence="found",
        absence_reason="",
        result="1",
        respondent="Agustinus Nenabu",
        members=(MemberSeen(MemberId("m1-0"), "1"), MemberSeen(MemberId("m1-1"), "2")),
        answers={"id_atap_terluas": "3", "luas_lantai_bangunan": 48, "penghasilan": "2"},
        photos=(PHOTO,),
        note="Atap sudah diganti seng.",
    )
    journal.write(first, visit, NOW_MS - 5 * 86_400_000, ENUMERATOR)
    proposal = ChangeProposed(
        "correction",
        member=MemberId("m1-0"),
        changes=(FieldChange("birth_date", "1980-01-10", "1981-01-10"),),
        note="Menurut KTP.",
    )
    sent = journal.write(first, proposal, NOW_MS - 4 * 86_400_000, ENUMERATOR)
    journal.write(first, DecisionMade(sent, "returned", comment="Lampirkan foto KTP."), NOW_MS - 2 * 86_400_000)
    journal.write(first, ChangeProposed("death", member=MemberId("m1-1"), event_date="2026-10-02"), NOW_MS - 86_400_000)
    journal.write(FamilyId("fam-2"), replace(visit, answers={}, members=(), photos=()), NOW_MS - 3 * 86_400_000)


@dataclass
class FakeReading:
    """The read side over a list of families and a journal; counts how often rows were asked for."""

    official: list[Family] = field(default_factory=village_of)
    journal: FakeJournal = field(default_factory=FakeJournal)
    asked: list[FamilyFilter] = field(default_factory=list)
    held: frozenset[str] = frozenset({PHOTO.name})
    practice: bool = False
    figures: Home | None = None
    windows: Calendar = field(default_factory=lambda: shipped_calendars()["default"])

    def standing(self, family: Family) -> Standing:
        """The standing of one family."""
        found = fold(FamilyId(family.id), family, self.journal.entries(FamilyId(family.id)))
        assert found is not None
        return found

    def village(self) -> VillageInfo:
        """The village."""
        return VillageInfo(
            "5302042001",
            "Oelbubuk",
            "Mollo Tengah",
            "Timor Tengah Selatan",
            self.practice,
            None,
            "2026-11",
            {"code_list_version": "DTSEN"},
        )

    def _matching(self, which: FamilyFilter) -> list[tuple[Family, Standing, str]]:
        found = []
        for family in self.official:
            standing = self.standing(family)
            named = next((one.name for one in family.members if which.text.lower() in one.name.lower()), "")
            wanted = (
                (not which.text or bool(named)),
                which.dusun in ("", family.dusun),
                which.rt in ("", family.rt),
                which.rw in ("", family.rw),
                not any(getattr(family, part) for part in which.without),
                not which.statuses or standing.visit_status in which.statuses,
                not which.programme or which.programme in family.programmes,
                which.decile in ("", family.decile),
                not which.flagged or bool(_flags(family)),
                not which.flag_code or which.flag_code in {flag.code for flag in _flags(family)},
                not which.with_open_proposals or bool(standing.open_proposals),
                not which.no_nik or any(not one.nik for one in family.members),
                not which.rts or f"{family.rt}/{family.rw}" in which.rts,
            )
            if all(wanted):
                matched = named if which.text and named != family.head_name else ""
                found.append((family, standing, matched))
        return found

    def count_families(self, which: FamilyFilter) -> int:
        """How many."""
        self.asked.append(which)
        return len(self._matching(which))

    def families(self, which: FamilyFilter, sort: FamilySort, offset: int, limit: int) -> Sequence[FamilyRow]:
        """A window; `members` and `name` are the orders that the fake knows."""
        rows = [_row(*found) for found in self._matching(which)]
        rows.sort(key=lambda row: row.members if sort.by == "members" else row.head_name, reverse=sort.descending)
        return rows[offset : offset + limit]

    def elsewhere(self, text: str, limit: int) -> Sequence[FamilyElsewhere]:
        """Nobody: whoever reads this is bound to no RTs, whatever he asks for."""
        return ()

    def counts(self, which: FamilyFilter) -> FamilyCounts:
        """Counts without the filter's own status."""
        found = self._matching(replace(which, statuses=(), flagged=None, with_open_proposals=None))
        return FamilyCounts(
            total=len(found),
            by_status=Counter(standing.visit_status for _, standing, _ in found),
            flagged=sum(bool(_flags(family)) for family, _, _ in found),
            with_open_proposals=sum(bool(standing.open_proposals) for _, standing, _ in found),
        )

    def places(self) -> Sequence[Place]:
        """RTs."""
        pairs = Counter((one.dusun, one.rt, one.rw) for one in self.official)
        return [Place(*pair, families, 0) for pair, families in sorted(pairs.items())]

    def flag_codes(self) -> Sequence[str]:
        """Kinds of warnings."""
        codes = Counter(flag.code for one in self.official for flag in one.flags)
        codes.update(flag.code for one in self.official for member in one.members for flag in member.flags)
        return [code for code, _ in codes.most_common()]

    def family(self, family: FamilyId) -> FamilyDetail | None:
        """One family."""
        official = next((one for one in self.official if one.id == family), None)
        if official is None:
            return None
        history = [
            HistoryItem(record, self.journal.names[record.entry.author], True, "", Transport("received", "K-0007"))
            for record in self.journal.entries(family)
        ]
        return FamilyDetail(self.standing(official), history, official.flags, PackId("hub.1/3"), "2026-11", self.held)

    def route(self, rt: str, rw: str) -> Sequence[FamilyRow]:
        """The families of an RT."""
        rows = self.families(FamilyFilter(rt=rt, rw=rw), FamilySort(), 0, 1_000)
        visits = Counter(one.entry.subject for one in self.journal.recorded if isinstance(one.payload, VisitRecorded))
        return [replace(row, attempts=visits[row.id]) for row in rows]

    def count_proposals(self, which: ProposalFilter) -> int:
        """No proposals are listed here."""
        del which
        return 0

    def proposals(self, which: ProposalFilter, offset: int, limit: int) -> Sequence[ProposalRow]:
        """None."""
        del which, offset, limit
        return ()

    def proposal(self, proposal: EntryId) -> ProposalDetail | None:
        """None."""
        del proposal
        return None

    def calendar(self) -> Calendar:
        """The windows that the test set."""
        return self.windows

    def home(self) -> Home:
        """Figures counted from the families, or those that the test set."""
        if self.figures is not None:
            return self.figures
        standings = [(family, self.standing(family)) for family in self.official]
        places: dict[tuple[str, str, str], list[str]] = {}
        for family, standing in standings:
            places.setdefault((family.dusun, family.rt, family.rw), []).append(standing.visit_status)
        states = Counter(
            one.state for _, standing in standings for one in standing.open_proposals if one.kind != "objection"
        )
        return Home(
            families=len(standings),
            people=sum(len(family.members) for family in self.official),
            visited=sum(standing.visit_status == VISITED for _, standing in standings),
            progress=[
                Progress(
                    *place, len(all_of), all_of.count(VISITED), all_of.count("not_found"), all_of.count(CONFLICTING)
                )
                for place, all_of in sorted(places.items())
            ],
            waiting_entries=len(self.journal.recorded),
            waiting_photos=1 if self.journal.recorded else 0,
            waiting_bytes=41_800 if self.journal.recorded else 0,
            open_by_state=dict(states),
            flagged=sum(bool(_flags(family)) for family in self.official),
            no_nik=sum(any(not one.nik for one in family.members) for family in self.official),
            conflicting=sum(standing.visit_status == CONFLICTING for _, standing in standings),
            returned=states["returned"],
            list_month="2026-11" if self.official else "",
            last_exchange_at_ms=NOW_MS - 2 * 86_400_000 if self.journal.recorded else 0,
            last_receipt="K-0007" if self.journal.recorded else "",
        )

    def waiting(self) -> Waiting:
        """Nothing."""
        return Waiting((), 0, 0, 0, 0)

    def receipts(self, limit: int) -> Sequence[Recorded]:
        """None."""
        del limit
        return ()

    def people(self) -> Sequence[PersonRow]:
        """The officials."""
        return [
            PersonRow(one.person, one.name, one.role, one.rts, True, True) for one in (OPERATOR, ENUMERATOR, VIEWER)
        ]

    def version(self) -> int:
        """Grows with each entry."""
        return len(self.journal.recorded)


def _flags(family: Family) -> tuple[Flag, ...]:
    return (*family.flags, *(flag for member in family.members for flag in member.flags))


def _row(family: Family, standing: Standing, matched: str) -> FamilyRow:
    return FamilyRow(
        id=FamilyId(family.id),
        head_name=family.head_name,
        kk_masked=mask_kk(family.kk),
        address=family.address,
        dusun=family.dusun,
        rt=family.rt,
        rw=family.rw,
        members=len(family.members),
        decile=family.decile,
        programmes=family.programmes,
        status=standing.visit_status,
        open_proposals=len(standing.open_proposals),
        warnings=len(_flags(family)),
        changed_at_ms=standing.changed_at_ms,
        visited_at_ms=0,
        listed=standing.listed,
        matched_name=matched,
    )
