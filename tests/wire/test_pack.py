"""A list goes into a pack and comes out the same, whatever stands in it."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.roster import Family, Flag, Member, Roster
from app.wire.pack import Pack, apply_pack, decode_pack, delta_pack, encode_pack, pack_sha256

words = st.one_of(
    st.text(max_size=8),
    st.sampled_from(["", "7308037112530001", "7308032602960001", "1953-12-31", "1996-02-26", "0001", "1", "2", "²"]),
)
flags = st.lists(st.builds(Flag, words, words, words, words, st.lists(st.tuples(words, words), max_size=2).map(tuple)))
fields = st.dictionaries(words, words, max_size=3)
members = st.builds(Member, *[words] * 7, fields=fields, flags=flags.map(tuple).filter(lambda found: len(found) < 4))
families = st.builds(
    Family,
    *[words] * 9,
    programmes=st.lists(st.sampled_from(["PKH", "BPNT", "PBI"]), max_size=2).map(tuple),
    fields=fields,
    members=st.lists(members, max_size=3).map(tuple),
    flags=flags.map(tuple),
)
rosters = st.builds(Roster, *[words] * 6, families=st.lists(families, max_size=4).map(tuple))


@given(rosters, words, st.lists(words, max_size=3).map(tuple))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_list_comes_out_as_it_went_in(roster: Roster, month: str, gone: tuple[str, ...]) -> None:
    pack = Pack(roster, "delta", month, "base/1", gone)
    assert decode_pack(encode_pack(pack)) == pack


def village(people: int, seed: int = 3) -> Roster:
    """An invented list with the shape of a real one."""
    chance = random.Random(seed)
    names = ["NUR", "SITTI", "MUHAMMAD", "BASO", "DAENG", "RAHMAWATI", "SYAMSUDDIN", "BECCE", "ANDI", "HASNAH"]
    made: list[Family] = []
    row = 0
    while row < people:
        own: list[Member] = []
        for place in range(chance.randrange(1, 7)):
            row += 1
            sex = chance.choice("12")
            birth = f"{chance.randrange(1940, 2025)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
            day = int(birth[8:]) + (40 if sex == "2" else 0)
            nik = f"730803{day:02d}{birth[5:7]}{birth[2:4]}{chance.choice([1, 1, 1, 2, 3]):04d}"
            name = f"{chance.choice(names)} {chance.choice(names)} {chance.choice(names)}"
            own.append(
                Member(
                    f"m-5c1f09ab-{row}", name, nik, birth, sex, "1" if place == 0 else "3", chance.choice("1234"),
                    {"id_pekerjaan_utama": chance.choice("123456"), "x:NAMA IBU": chance.choice(names)},
                )
            )  # fmt: skip
        house = {name: chance.choice("12345") for name in ("id_lantai_terluas", "id_dinding_terluas", "id_bb_utama")}
        made.append(
            Family(
                f"f-5c1f09ab-{row}", f"730803{chance.randrange(1, 29):02d}0812{chance.randrange(1, 9):04d}",
                own[0].name, "Dusun III", "Dusun III", f"{row // 400 + 1:03d}", "001", "7308032001",
                chance.choice("12345"), ("BPNT", "PKH"), house, tuple(own),
            )
        )  # fmt: skip
    return Roster("7308032001", "Bonto", "Lalabata", "Soppeng", "Sulawesi Selatan", "DTSEN", tuple(made))


def test_five_thousand_people_stay_below_ninety_kilobytes() -> None:
    assert len(encode_pack(Pack(village(5000)))) <= 90_000


def test_forty_thousand_people_are_read_in_two_seconds() -> None:
    body = encode_pack(Pack(village(40_000)))
    started = time.thread_time()  # what others on the same cores take is no time of ours
    decode_pack(body)
    assert time.thread_time() - started < 2


def test_a_delta_turns_last_month_into_this_month_and_is_small() -> None:
    old = village(2000)
    moved = replace(old.families[5], rt="009", decile="9")
    fresh = village(20, seed=9)
    newcomers = tuple(replace(family, id=f"new-{family.id}") for family in fresh.families)
    new = replace(old, families=(*old.families[:5], moved, *old.families[7:], *newcomers))
    pack = delta_pack(old, new, base="d.1/3", month="2026-12")
    body = encode_pack(pack)
    assert apply_pack(decode_pack(body), old) == new
    assert len(body) < 2000
    assert pack.gone == (old.families[6].id,)


def test_a_delta_without_its_base_is_refused() -> None:
    with pytest.raises(Refused, match="pack_base_missing"):
        apply_pack(Pack(Roster(), "delta", base="d.1/3"))


BODY = encode_pack(Pack(village(60)))


@given(at=st.integers(0, len(BODY) - 1), bit=st.integers(0, 7), size=st.integers(0, len(BODY) - 1))
@settings(max_examples=150, deadline=None)
def test_a_damaged_or_cut_pack_is_refused(at: int, bit: int, size: int) -> None:
    damaged = bytearray(BODY)
    damaged[at] ^= 1 << bit
    with pytest.raises(Refused):
        decode_pack(bytes(damaged))
    with pytest.raises(Refused):
        decode_pack(BODY[:size])


def test_a_pack_is_named_by_its_bytes() -> None:
    assert len(pack_sha256(BODY)) == 64
    assert pack_sha256(BODY) != pack_sha256(BODY + b" ")
