"""What an entry that counts changes in the district's tables of people, laptops, photos and proposals."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import chain

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, literal_column, select, text, update

from app.domain.entry import Entry, Recorded
from app.domain.errors import Refused
from app.domain.happened import happened_at
from app.domain.ids import FamilyId, is_entry
from app.domain.payloads import (
    DeviceCertified,
    Evidence,
    FamiliesMatched,
    KeyRevoked,
    Payload,
    PersonAdded,
    PersonCertified,
    PersonChanged,
    Sealed,
    evidence_of,
    renaming,
)
from app.domain.proposal_course import MOVING_KINDS, POSTPONED, RETURNED, ProposalStanding
from app.domain.revocation import Order, holds_from
from app.domain.roster import Family
from app.domain.standing import NOBODY, Standing, fold
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.contested import asked_anew, note_contested, note_twins
from app.hub.database import chunks, put
from app.hub.district import District
from app.hub.listed import asking_known, former_members, known_families
from app.hub.matches import earlier, todays
from app.hub.ready import Ready, ReadyEach, ReadyRows, Said, among, ask, foresee, tell
from app.hub.tables import device, entry, evidence, person, proposal, revoked, seal
from app.wire.payload import decode_payload

_VISITING = frozenset({"visit_recorded", "visits_settled"})
"""Kinds after which a family's proposals have to be folded again where there are any."""

_AT: BindParameter[str] = bindparam("at_village")
_COVER = Ready(
    text(
        "INSERT INTO seal (village, chain, author, covers) VALUES (:at_village, :at_chain, :at_author, :to_seq) "
        "ON CONFLICT (village, chain, author) DO UPDATE SET covers = "
        "CASE WHEN seal.covers < excluded.covers THEN excluded.covers ELSE seal.covers END"
    ).bindparams(*(bindparam(name, type_=seal.c.chain.type) for name in ("at_village", "at_chain", "at_author")))
)
# the reason is looked for in no index: nearly all entries of a village have the same, few are about these families
_ABOUT = ReadyEach(
    select(*ENTRY_COLUMNS, entry.c.arrived_at_ms).where(
        entry.c.village == _AT, entry.c.reason.concat(literal_column("''")) == ""
    ),
    entry.c.subject,
    "families",
)
_PROPOSED = ReadyEach(
    select(proposal.c.family).where(proposal.c.village == _AT).distinct(), proposal.c.family, "families"
)
_FORGET = Ready(delete(proposal).where(proposal.c.village == _AT, among(proposal.c.family, "families")))
_NEW_PROPOSALS = ReadyRows(proposal)


class Effects:
    """Gathers what a batch changes; `finish` does what is cheaper done once."""

    def __init__(self, connection: Connection, district: District, code: str) -> None:
        self._connection = connection
        self._district = district
        self._code = code
        self._told: dict[str, Evidence] = {}
        self.families: set[str] = set()
        self.visited: set[str] = set()
        """Families whose visits may make their proposals contested, where they have any."""
        self.people: set[str] = set()
        self.stopped: dict[bytes, Order] = {}
        """Keys whose revocation came (back), each with the place from which it holds."""
        self.renamed = True
        """Whether a family of the village may go by more than one name: where none does nobody has to look."""
        self.matched = False
        """Whether a laptop told what it found of its own list, or what the village wants of families that are new."""

    def apply(self, one: Entry, payload: Payload, *, own: bool) -> bool:
        """Note what `payload` says; whether it changed what is known about people."""
        if one.kind in MOVING_KINDS:
            self.families.add(one.subject)
            self.matched |= is_entry(one.subject)
        elif one.kind in _VISITING:
            self.visited.add(one.subject)
        self._told.update({piece.name: piece for piece in evidence_of(payload)})
        if isinstance(payload, Sealed):
            self._note_seal(one, payload)
        elif isinstance(payload, FamiliesMatched):
            self.matched = True
        elif isinstance(payload, PersonAdded):
            return self._add_person(payload, by=one.author)
        elif isinstance(payload, PersonChanged):
            return self._change_person(one, payload)
        elif own and isinstance(payload, PersonCertified):
            return self._certify_person(one, payload)
        elif own and isinstance(payload, DeviceCertified):
            self._certify_device(payload, one.at_ms)
        elif own and isinstance(payload, KeyRevoked):
            put(self._connection, revoked, {"village": self._code, "public_key": payload.public_key}, {})
            self.stopped[payload.public_key] = holds_from(one, payload)
            return True
        return False

    def undo(self, one: Entry, payload: Payload) -> None:
        """Note which families have to be folded anew because an entry that counted does not any more."""
        if one.kind in MOVING_KINDS:
            self.families.add(one.subject)
            self.matched |= is_entry(one.subject)
        elif one.kind in _VISITING:
            self.visited.add(one.subject)
        self.matched |= isinstance(payload, FamiliesMatched)

    def _key(self, who: str) -> dict[str, object]:
        return {"village": self._code, "person": who}

    def _held(self, who: str) -> bool:
        found = select(person.c.person).where(person.c.village == self._code, person.c.person == who)
        return self._connection.execute(found).first() is not None

    def _note_seal(self, one: Entry, said: Sealed) -> None:
        """The author stands behind his words up to here; what waited for it may count now."""
        where = {"at_village": self._code, "at_chain": one.chain, "at_author": one.author}
        tell(self._connection, _COVER, where | {"to_seq": said.seq})
        self.people.add(one.author)

    def _add_person(self, said: PersonAdded, by: str) -> bool:
        if self._held(said.person):
            return said.person != by and self._give_key(said)
        values = {
            "name": said.name,
            "role": said.role,
            "public_key": said.public_key,
            "rts": json.dumps(said.rts),
            "until": "",
            "active": True,
            "certified": False,
        }
        put(self._connection, person, self._key(said.person), values)
        self.people.add(said.person)
        return True

    def _give_key(self, said: PersonAdded) -> bool:
        """A head has given somebody a new password and with it a new key; the district has to certify it again."""
        where = [person.c.village == self._code, person.c.person == said.person, person.c.public_key != said.public_key]
        values = {"public_key": said.public_key, "certified": False}
        changed = self._connection.execute(update(person).where(*where).values(**values)).rowcount > 0
        if changed:
            self.people.add(said.person)
        return changed

    def _change_person(self, one: Entry, said: PersonChanged) -> bool:
        where = [person.c.village == self._code, person.c.person == said.person]
        certified = self._connection.execute(select(person.c.certified).where(*where)).scalar()
        if certified is None:
            return False
        newer = self._newer(one, said.person)
        if "person_changed" in newer:
            return False
        values: dict[str, object] = {"active": said.active}
        if not newer:
            values["rts"] = json.dumps(said.rts)
        if not certified:
            values |= {"name": said.name, "role": said.role}
        self._connection.execute(update(person).where(*where).values(**values))
        self.people.add(said.person)
        return True

    def _certify_person(self, one: Entry, said: PersonCertified) -> bool:
        if said.person == self._district.keys.person:
            return False  # its own word of itself, which came back: the district is no official of the village
        newer = self._newer(one, said.person)
        if "person_certified" in newer:
            return False
        values: dict[str, object] = {
            "name": said.name,
            "role": said.role,
            "public_key": said.public_key,
            "until": said.until,
            "certified": True,
        }
        if not newer:
            values["rts"] = json.dumps(said.rts)
        if not self._held(said.person):  # whether he serves the village says
            values["active"] = True
        put(self._connection, person, self._key(said.person), values)
        self.people.add(said.person)
        return True

    def _newer(self, one: Entry, who: str) -> set[str]:
        """Kinds of what is held of somebody and was said after `one`, whatever came first: the newer word holds."""
        held = self._connection.execute(
            select(*ENTRY_COLUMNS).where(
                entry.c.village == self._code,
                entry.c.kind.in_(["person_changed", "person_certified"]),
                entry.c.reason == "",
                entry.c.turn >= one.turn,
            )
        )
        later = [other for other in map(entry_of, held) if other.order > one.order]
        told = ((other.kind, decode_payload(other.kind, other.version, other.payload)) for other in later)
        return {kind for kind, said in told if isinstance(said, PersonChanged | PersonCertified) and said.person == who}

    def _certify_device(self, said: DeviceCertified, at_ms: int) -> None:
        values = {
            "label": said.label,
            "signing_key": said.signing_key,
            "exchange_key": said.exchange_key,
            "certified_at_ms": at_ms,
            "heard_at_ms": 0,
        }
        put(self._connection, device, {"village": self._code, "device": said.device}, values)

    def note_evidence(self) -> None:
        """Keep which photos were told of, so that they may be sent."""
        held: set[str] = set()
        for some in chunks(self._told.keys()):
            rows = select(evidence.c.name).where(evidence.c.village == self._code, evidence.c.name.in_(some))
            held |= set(self._connection.execute(rows).scalars())
        rows_new = [
            {
                "village": self._code,
                "name": name,
                "size": one.size,
                "kind": one.kind,
                "media": one.media,
                "held": False,
            }
            for name, one in self._told.items()
            if name not in held
        ]
        if rows_new:
            self._connection.execute(insert(evidence), rows_new)
        self._told.clear()

    def foresee(self) -> None:
        """What `finish` is likely to ask, for the question before it."""
        if not (self.renamed or self.matched or self._told):
            asked = _asking_proposed(self._code, self.visited - self.families)
            if self.families:
                ids = sorted(self.families)
                asked += [*asking_known(self._code, ids), *_asking_about(self._code, ids)]
            foresee(self._connection, *asked)

    def finish(self, now_ms: int) -> None:
        """Keep evidence and fold the touched families."""
        self.note_evidence()
        renamed = self.renamed or self.matched
        visited = _with_proposals(self._connection, self._code, self.visited - self.families, renamed=renamed)
        refold(self._connection, self._code, self.families | visited, renamed=renamed)


def records_of(
    connection: Connection, code: str, ids: Iterable[str], *, renamed: bool = True
) -> dict[str, list[tuple[Recorded, int]]]:
    """Family -> its entries that count, each with when it arrived, whatever list of a laptop named the family
    (`renamed`: see `refold`)."""
    wanted = list(ids)
    today = earlier(connection, code, wanted) if renamed else {}
    found: dict[str, list[tuple[Recorded, int]]] = {}
    for row in chain.from_iterable(ask(connection, *_asking_about(code, [*wanted, *today]))):
        one = entry_of(row)
        try:
            payload = decode_payload(one.kind, one.version, one.payload)
        except Refused:
            continue
        family_id = today.get(one.subject, one.subject)
        found.setdefault(family_id, []).append((Recorded(one, payload), row.arrived_at_ms))
    if not renamed:
        return found
    said = [record.payload for told in found.values() for record, _ in told]
    names = todays(connection, code, {name for payload in said for name in renaming.ids_named(payload)})
    if not names:
        return found
    return {
        one: [(Recorded(record.entry, renaming.renamed(record.payload, names)), at) for record, at in told]
        for one, told in found.items()
    }


def refold(connection: Connection, code: str, families: Iterable[str], *, renamed: bool = True) -> None:
    """Make the proposals of these families anew, and what is contested of them; `renamed` is False where it is known
    that no family of the village goes by more than one name."""
    asked = set(families)
    if not asked:
        return
    names = todays(connection, code, asked) if renamed else {}
    ids = sorted({names.get(one, one) for one in asked})
    standings, records = standings_of(connection, code, ids, renamed=renamed)
    for some in chunks({*asked, *ids}):
        tell(connection, _FORGET, {"at_village": code, "families": some})
    made = []
    for subject, standing in standings.items():
        arrived = {record.entry.id: at for record, at in records[subject]}
        made += [_proposal_row(code, subject, one, standing, arrived[one.id]) for one in standing.proposals]
    if made:
        tell(connection, _NEW_PROPOSALS, made)
    note_contested(connection, code, {*asked, *ids}, standings.values())
    if any(one.kind == "new_family" for standing in standings.values() for one in standing.proposals):
        anew = asked_anew(connection, code)
        standings, records = standings_of(connection, code, anew)
        told = {family: [record for record, _ in found] for family, found in records.items()}
        note_twins(connection, code, anew, standings, told)


def standings_of(
    connection: Connection, code: str, ids: Iterable[str], *, renamed: bool = True
) -> tuple[dict[str, Standing], dict[str, list[tuple[Recorded, int]]]]:
    """How families stand by what counts, and those entries, each with when it arrived (`renamed`: see `refold`)."""
    wanted = list(ids)
    if not renamed:
        foresee(connection, *_asking_about(code, wanted))
    official, gone = known_families(connection, code, wanted)
    records = records_of(connection, code, wanted, renamed=renamed)
    former = former_members(connection, code, _naming_others(records, official))
    found = {}
    for subject, told in records.items():
        said = [record for record, _ in told]
        known = official.get(subject) or gone.get(subject)
        standing = fold(FamilyId(subject), known, said, listed=subject in official, former=former.get(subject, NOBODY))
        if standing is None:  # the district has not published the list that the laptop saw: the proposal counts still
            standing = fold(FamilyId(subject), Family(id=subject), said, listed=False)
        if standing is not None:
            found[subject] = standing
    return found, records


def _naming_others(records: Mapping[str, list[tuple[Recorded, int]]], official: Mapping[str, Family]) -> list[str]:
    """Families of which something was recorded about somebody who does not stand in them today: few, and only theirs
    are asked for names of before."""
    here = {subject: {member.id for member in family.members} for subject, family in official.items()}
    return [
        subject
        for subject, told in records.items()
        if any(name not in here.get(subject, ()) for record, _ in told for name in renaming.ids_named(record.payload))
    ]


def _with_proposals(connection: Connection, code: str, families: set[str], *, renamed: bool) -> set[str]:
    names = todays(connection, code, families) if families and renamed else {}
    found = ask(connection, *_asking_proposed(code, {names.get(one, one) for one in families}))
    return {row.family for row in chain.from_iterable(found)}


def _asking_proposed(code: str, families: Iterable[str]) -> list[Said]:
    return [(_PROPOSED, {"at_village": code, "families": some}) for some in chunks(sorted(families))]


def _asking_about(code: str, families: Iterable[str]) -> list[Said]:
    return [(_ABOUT, {"at_village": code, "families": some}) for some in chunks(families)]


def _proposal_row(
    code: str, subject: str, one: ProposalStanding, standing: Standing, arrived_at_ms: int
) -> dict[str, object]:
    family = standing.family
    return {
        "village": code,
        "proposal": one.id,
        "family": subject,
        "kind": one.kind,
        "state": one.state,
        "name": family.head_name,
        "member": standing.name_of(one.body.member),
        "rt": family.rt,
        "rw": family.rw,
        "author": one.entry.author,
        "at_ms": happened_at(one.entry.at_ms, one.entry.floor_ms, arrived_at_ms),
        "arrived_at_ms": arrived_at_ms,
        "waits": one.open and one.state not in (RETURNED, POSTPONED),
    }
