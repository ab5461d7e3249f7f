"""What the laptops, the district and the stranger of a `World` may do, for property tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.ids import DeviceId, EntryId, FamilyId, MemberId, PackId, PersonId, device_of
from app.domain.new_address import address_told
from app.domain.payloads import (
    KIND_OF,
    ChangeProposed,
    Choice,
    DecisionMade,
    DeviceCertified,
    DeviceHandedOver,
    DeviceRetired,
    Endorsed,
    FieldChange,
    ItemDecided,
    KeyRevoked,
    ListExported,
    MemberSeen,
    PackPublished,
    Payload,
    PersonAdded,
    PersonCertified,
    PersonChanged,
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    ProposalWithdrawn,
    ReceiptIssued,
    RevealLogged,
    SettlingUndone,
    VisitsSettled,
)
from app.domain.roster import Family, Member
from app.wire.pack import FULL, Pack, delta_pack, encode_pack, pack_sha256
from tests.storage.laptops import (
    VILLAGE,
    Laptop,
    correction,
    family,
    new_family,
    photo,
    roster,
    visit,
)
from tests.storage.world import FAMILIES, World

_DAY_MS = 86_400_000

Deed = Callable[[World, int, int], None]


def _visits(world: World, who: int, which: int) -> None:
    laptop = world.laptops[who % 2]
    one = family(which % FAMILIES)
    base = laptop.scalar("SELECT chain || '/' || seq FROM entry WHERE kind = 'visit_recorded' AND subject = ?", one.id)
    words: dict[str, object] = {"answers": {"id_lantai_terluas": str(which % 3)}, "photos": (photo(which),)}
    if base and which % 2:
        words["base_visit"] = EntryId(str(base))
    if which % 7 == 0:
        words |= {"presence": "not_found", "absence_reason": "moved", "members": ()}
    laptop.record(one.id, visit(one, **words))


def _visits_under_own_id(world: World, who: int, which: int) -> None:
    one = family(which % FAMILIES, "own")
    world.laptops[who % 2].record(one.id, visit(one))


def _proposes(world: World, who: int, which: int) -> None:
    one = family(which % FAMILIES)
    laptop = world.laptops[who % 2]
    if which % 3 == 0:
        seen = laptop.scalar("SELECT id FROM pack ORDER BY turn DESC LIMIT 1") if which % 2 else None
        body = replace(new_family(_newcomer(which)), base_pack=PackId(str(seen)) if seen else None)
        made = laptop.record("", body)
        world.proposals.append((made, made))
    elif which % 3 == 1:
        body = correction("address", one.address, f"Jl. Mawar {which}", evidence=(photo(which + 100),))
        world.proposals.append((one.id, laptop.record(one.id, body)))
    elif which % 2:
        address = address_told(one, {"address": f"Jl. Mawar {which}", "rt": "002"})
        body = ChangeProposed("move", members=(MemberId(one.members[0].id),), direction="desa", new_address=address)
        world.proposals.append((one.id, laptop.record(one.id, body)))
    else:
        body = ChangeProposed("death", member=MemberId(one.members[0].id), event_date="2026-10-01")
        world.proposals.append((one.id, laptop.record(one.id, body)))


def _moves_proposal(world: World, who: int, which: int) -> None:
    if not world.proposals:
        return
    subject, proposal = world.proposals[which % len(world.proposals)]
    words = (
        ItemDecided(proposal, ("agreed", "refused", "postponed")[which % 3], "2026-11-10"),
        Endorsed(proposal),
        ProposalWithdrawn(proposal, "keliru"),
    )[which % 3]
    laptop = world.one if isinstance(words, Endorsed) else world.laptops[who % 2]
    laptop.record(subject, words)


def _settles_visits(world: World, who: int, which: int) -> None:
    laptop, one = world.laptops[who % 2], family(which % FAMILIES)
    known = laptop.rows(
        "SELECT chain || '/' || seq FROM entry WHERE kind IN ('visit_recorded', 'visits_settled') AND subject = ?",
        one.id,
    )
    settled = VisitsSettled(
        tuple(EntryId(str(row[0])) for row in known),
        "found",
        "",
        "1",
        (MemberSeen(MemberId(one.members[0].id), "1"),),
        {"id_lantai_terluas": str(which % 3)},
        (Choice("id_lantai_terluas", EntryId(str(known[0][0]))),) if known else (),
    )
    _keep(world, laptop, one.id, settled)


def _settles_proposals(world: World, who: int, which: int) -> None:
    if not world.proposals:
        return
    laptop = world.laptops[who % 2]
    subject, proposal = world.proposals[which % len(world.proposals)]
    other_subject, other = world.proposals[(which * 7 + 1) % len(world.proposals)]
    new = new_family("Berdua").new_family
    if which % 3 == 0:
        changes = (FieldChange("address", "Jl. Kini", f"Jl. Mawar {which}"),) if which % 2 else ()
        _keep(world, laptop, subject, ProposalSettled(proposal, changes, "kept" if changes else "withdrawn"))
    elif which % 3 == 1:
        joined = (MemberId(f"{proposal}#1"),)
        merged = ProposalsMerged(proposal, other, FamilyId(other_subject), new, joined, (photo(which + 200),))
        _keep(world, laptop, subject, merged)
        _keep(world, laptop, other_subject, replace(merged, other_family=FamilyId(subject)))
    else:
        _keep(world, laptop, subject, ProposalsToldApart(proposal, other, FamilyId(other_subject)))


def _keep(world: World, laptop: Laptop, subject: str, settled: Payload) -> None:
    made = laptop.record(subject, settled)
    world.settlings.append((subject, made, KIND_OF[type(settled)][0]))


def _undoes(world: World, who: int, which: int) -> None:
    if world.settlings:
        subject, settled, kind = world.settlings[which % len(world.settlings)]
        world.laptops[who % 2].record(subject, SettlingUndone(settled, kind, "keliru"))


def _reveals(world: World, who: int, which: int) -> None:
    world.laptops[who % 2].record(family(which % FAMILIES).id, RevealLogged("nik", "cek KTP"))


def _exports(world: World, who: int, which: int) -> None:
    world.laptops[who % 2].record("", ListExported("warnings", which, bool(which % 2), "Dikirim ke Dinas Sosial"))


def _decides(world: World, who: int, which: int) -> None:
    if world.proposals:
        subject, proposal = world.proposals[which % len(world.proposals)]
        outcome = ("accepted", "returned", "rejected", "determined")[which % 4]
        world.district.write(
            subject, DecisionMade(proposal, outcome, "R1", "list", "catatan"), world.step(), sealed=which % 5 != 0
        )


def _district_list(world: World, who: int, which: int) -> None:
    """A list of the district: somebody is gone, somebody has another id, somebody has moved."""
    people = [family(number, "new" if number == which % FAMILIES else "k") for number in range(FAMILIES)]
    if which % 4 == 0:
        people.pop()
    if which % 3 == 0:
        people[0] = replace(people[0], address=f"Jl. Mawar {which}", rt="009")
    people.append(family(FAMILIES + which % 2))
    people += [_listed_later(number) for number in range(0, 21, 3) if (number + which) % 4 == 0]
    fresh = roster(people)
    pack = Pack(fresh, FULL, "2026-11")
    base = None
    if which % 2 and world.lists:
        base, before = world.lists[-1]
        pack = delta_pack(before, fresh, base=base, month="2026-12")
    body = encode_pack(pack)
    sha256 = pack_sha256(body)
    world.bodies[sha256] = body
    told = PackPublished(VILLAGE, pack.form, pack.month, sha256, len(body), len(people), 2 * len(people), base)  # type: ignore[arg-type]
    entry = world.district.write("", told, world.step())
    world.lists.append((entry.id, fresh))


def _newcomer(number: int) -> str:
    return f"Baru {chr(ord('a') + number) * 3}"


def _listed_later(number: int) -> Family:
    """The family that somebody may have proposed as new."""
    head = Member(MemberId(f"b{number}-1"), _newcomer(number).upper(), "", "1979-02-03", "1", "1")
    return replace(family(number), id=FamilyId(f"b{number}"), kk="", head_name=head.name, rt="004", members=(head,))


def _visits_proposed(world: World, who: int, which: int) -> None:
    asked = [subject for subject, proposal in world.proposals if subject == proposal]
    if asked:
        one = asked[which % len(asked)]
        seen = (MemberSeen(MemberId(f"{one}#1"), "1"),)
        world.laptops[who % 2].record(one, visit(members=seen))


def _own_list(world: World, who: int, which: int) -> None:
    prefix = "own" if which % 2 else "k"
    world.laptops[who % 2].publish(roster(family(number, prefix) for number in range(FAMILIES - which % 2)))


def _certifies(world: World, who: int, which: int) -> None:
    laptop = world.laptops[who % 2]
    actor = laptop.journal.actor
    key = laptop.key.public_key().public_bytes_raw()
    world.district.write(
        "", PersonCertified(actor.person, VILLAGE, f"{actor.name} {which}", actor.role, key, ("001/001",)), world.step()
    )


def _revokes(world: World, who: int, which: int) -> None:
    key = world.laptops[who % 2].key.public_key().public_bytes_raw()
    world.district.write("", KeyRevoked(key, "laptop hilang"), world.step(), sealed=which % 3 != 0)


def _certifies_laptop(world: World, who: int, which: int) -> None:
    laptop = world.laptops[who % 2]
    said = DeviceCertified(DeviceId(device_of(laptop.chain)), VILLAGE, "Laptop", b"x" * 32, _device_key(laptop))
    world.district.write("", said, world.step(), sealed=which % 3 != 0)


def _revokes_laptop(world: World, who: int, which: int) -> None:
    said = KeyRevoked(_device_key(world.laptops[who % 2]), "laptop hilang")
    world.district.write("", said, world.step(), sealed=which % 3 != 0)


def _device_key(laptop: Laptop) -> bytes:
    return laptop.chain.encode().ljust(32, b"k")[:32]


def _ends(world: World, who: int, which: int) -> None:
    """A certificate that is over already, or goes on."""
    laptop = world.laptops[who % 2]
    actor, key = laptop.journal.actor, laptop.key.public_key().public_bytes_raw()
    until = ("2026-01-01", "2026-11-18", "2027-12-31", "")[which % 4]
    said = PersonCertified(actor.person, VILLAGE, actor.name, actor.role, key, (), until)
    world.district.write("", said, world.step(), sealed=which % 5 != 0)


def _changes_people(world: World, who: int, which: int) -> None:
    laptop = world.laptops[who % 2]
    other = world.laptops[(who + 1) % 2].journal.actor
    if which % 2:
        laptop.record("", PersonChanged(other.person, f"{other.name} {which}", other.role, (), which % 3 != 0))
    else:
        laptop.record("", PersonAdded(PersonId("newcomer0001"), f"Baru {which}", "enumerator", bytes([which]) * 32))


def _changes_hands(world: World, who: int, which: int) -> None:
    laptop = world.laptops[who % 2]
    giver, taker = (world.laptops[at % 2].journal.actor.person for at in (which, which + 1))
    laptop.record("", DeviceHandedOver(giver, taker) if which % 2 else DeviceRetired(which, 0, 1))


def _receipts(world: World, who: int, which: int) -> None:
    laptop = world.laptops[who % 2]
    head = laptop.store.vector()[laptop.chain]
    heads, hashes = {str(laptop.chain): head.seq}, {str(laptop.chain): head.hash}
    world.district.write("", ReceiptIssued(f"{which:04}", heads, hashes), world.step())


def _days_pass(world: World, who: int, which: int) -> None:
    """For everybody alike, whether their clocks are right or not."""
    passed = (1 + which % 4) * _DAY_MS // 2
    world.district.now += passed
    for laptop in world.laptops:
        laptop.clock.now += passed


def _clock_goes_wrong(world: World, who: int, which: int) -> None:
    """Years or days ahead or behind, or right again."""
    wrong_by = (730, -730, 2, -2, 0, 0)[which % 6] * _DAY_MS
    world.laptops[who % 2].clock.now = world.district.now + wrong_by


def _stranger(world: World, who: int, which: int) -> None:
    one = family(which % FAMILIES).id
    turn = world.step()
    if which % 4 == 0:
        world.stranger.write_raw(one, "visit_recorded", 1, b"\xc1broken", turn)
    elif which % 4 == 1:
        world.stranger.write_raw(one, "dance_recorded", 9, b"\x80", turn)
    elif which % 4 == 2:
        world.stranger.write("", DecisionMade(EntryId("laptopaaaaaa.1/3"), "accepted"), turn)
    else:
        world.stranger.write(one, visit(), turn, sealed=False)


def _matches(world: World, who: int, which: int) -> None:
    world.laptops[who % 2].store.tell_matches()


def _meets(world: World, who: int, which: int) -> None:
    giver, taker = world.laptops if who % 2 else reversed(world.laptops)
    taker.take_all(giver.store)


def _hears_of_district(world: World, who: int, which: int) -> None:
    laptop = world.laptops[who % 2]
    laptop.store.receive(world.district.entries)
    for sha256, body in world.bodies.items():
        laptop.store.take_packs([(sha256, body)])


def _seals(world: World, who: int, which: int) -> None:
    world.laptops[who % 2].journal.seal()


DEEDS: tuple[Deed, ...] = (
    _visits,
    _visits,
    _visits_under_own_id,
    _proposes,
    _proposes,
    _visits_proposed,
    _moves_proposal,
    _settles_visits,
    _settles_proposals,
    _undoes,
    _reveals,
    _exports,
    _decides,
    _decides,
    _district_list,
    _own_list,
    _matches,
    _certifies,
    _revokes,
    _certifies_laptop,
    _revokes_laptop,
    _ends,
    _changes_people,
    _changes_hands,
    _receipts,
    _stranger,
    _meets,
    _hears_of_district,
    _seals,
)


def _proposes_family(world: World, who: int, which: int) -> None:
    _proposes(world, who, which // 3 * 3)


OF_NEW_FAMILIES: tuple[Deed, ...] = (
    _proposes_family,
    _proposes_family,
    _visits_proposed,
    _moves_proposal,
    _settles_proposals,
    _undoes,
    _decides,
    _district_list,
    _district_list,
    _own_list,
    _matches,
    _meets,
    _hears_of_district,
    _hears_of_district,
)

OF_STOPS: tuple[Deed, ...] = (
    _visits,
    _visits,
    _proposes,
    _moves_proposal,
    _decides,
    _own_list,
    _certifies,
    _certifies_laptop,
    _revokes,
    _revokes_laptop,
    _ends,
    _ends,
    _days_pass,
    _clock_goes_wrong,
    _receipts,
    _receipts,
    _changes_people,
    _meets,
    _hears_of_district,
    _hears_of_district,
    _seals,
)
"""What revocations and certificates that end have to do with."""
