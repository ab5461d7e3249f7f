"""A photo of another laptop comes from the district when somebody opens it: whole or not at all, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused, Unavailable
from app.domain.payloads import Evidence
from app.hub.allowance import BYTES_A_CALL, MOST_CALLS
from app.hub.blobs import Blobs
from app.hub.enrol import make_code, revoke_device
from app.hub.local import LocalHub
from app.sync.enrolment import EnrolledPerson, enrol
from app.sync.photo_under_way import STEP, PhotoFetcher
from app.usecases.quota import DayMeter
from app.wire.exchange import sign_call
from tests.sync.conftest import Back, NewLaptop
from tests.sync.cutting import cutting_line
from tests.sync.laptop import VILLAGE, Laptop

pytestmark = pytest.mark.both_stores

OTHER_VILLAGE = "7308032002"
SIZE = 80_000
ANSWER_HEAD = 600
"""Bytes of an answer's headers at most."""


@pytest.fixture
def pair(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    """One laptop makes photos, the head endorses on the other."""
    maker, head = new_laptop(name="Maria Bano"), new_laptop("head", "Yosef Tefa")
    for laptop in (maker, head):
        laptop.enrol(hub)
        laptop.exchange()
    return maker, head


@pytest.fixture
def photo(pair: tuple[Laptop, Laptop]) -> Evidence:
    """At the district, and told of on both laptops."""
    maker, head = pair
    made = maker.photo("rumah", SIZE)
    maker.visit("f-1", made)
    assert maker.exchange().sent_photos == 1
    head.exchange()
    assert head.evidence.read(made.name) is None
    return made


def asked(
    hub: LocalHub, laptop: Laptop, name: str, *, village: str = VILLAGE, first: str = "", signed: str = ""
) -> requests.Response:
    """A call for a photo, signed by the laptop."""
    call = signed or f"GET /v1/blobs/{name}"
    header = sign_call(laptop.keys.signing, hub.district.keys.hub, village, laptop.keys.device, call)
    headers = {"Authorization": header} | ({"Range": first} if first else {})
    return requests.get(f"{hub.url}/v1/blobs/{name}", headers=headers, timeout=60)


def refused(fetcher: PhotoFetcher, name: str) -> Refused:
    """Why a photo does not come."""
    with pytest.raises(Refused) as raised:
        fetcher.fetch(name)
    return raised.value


def test_a_photo_comes_and_is_offered_to_nobody(
    hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence, tmp_path: Path
) -> None:
    maker, head = pair
    steps: list[tuple[int, int]] = []
    assert head.fetcher().fetch(photo.name, lambda here, size: steps.append((here, size)))
    assert head.evidence.read(photo.name) == maker.evidence.read(photo.name)
    assert steps[0] == (0, SIZE)
    assert steps[-1] == (SIZE, SIZE)
    (row,) = head.evidence.rows([photo.name])
    assert row == photo
    assert head.evidence.waiting() == {}
    assert head.exchange().sent_photos == 0
    assert head.write_stick(tmp_path / "stick").photos == 0
    assert photo.name.encode() not in b"".join(one.read_bytes()[:4096] for one in (head.folder / "files").iterdir())


def test_a_photo_that_is_here_costs_no_call(hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence) -> None:
    _, head = pair
    assert head.fetcher().fetch(photo.name)
    spent: list[int] = []
    assert head.fetcher("http://127.0.0.1:9", spent=spent.append).fetch(photo.name)
    assert spent == []


def test_whoever_fetched_a_photo_gives_it_back_to_a_district_that_lost_it(
    hub: LocalHub, pair: tuple[Laptop, Laptop], yesterday: Callable[[], Back]
) -> None:
    maker, head = pair
    back = yesterday()
    made = maker.photo("rumah", 9_000)
    maker.visit("f-1", made)
    maker.exchange()
    head.exchange()
    assert head.fetcher().fetch(made.name)
    restored = back(hub)
    head.exchange(restored.url)
    assert Blobs(restored.district).holds(VILLAGE, made.name)


@pytest.mark.timeout(600)
def test_a_line_that_cuts_anywhere_loses_nothing_of_what_came(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    maker, head = pair
    number = iter(range(10_000))

    @given(st.lists(st.integers(0, 9_000), min_size=1, max_size=5))
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def cut(places: list[int]) -> None:
        made = maker.photo(f"rumah {next(number)}", 9_000)
        maker.visit("f-1", made)
        maker.exchange()
        head.exchange()
        spent: list[int] = []
        with cutting_line(hub.url) as line:
            line.cuts = [(-1, place) for place in places]
            fetcher = head.fetcher(line.url, spent=spent.append)
            for _ in range(len(places) + 1):
                try:
                    came = fetcher.fetch(made.name)
                except Unavailable:
                    continue
                assert came
                break
        assert head.evidence.read(made.name) == maker.evidence.read(made.name)
        assert sum(spent) <= made.size, "headers are not counted, and no byte of the photo came twice"

    cut()


def test_a_part_outlives_the_program(hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence) -> None:
    _, head = pair
    spent: list[int] = []
    with cutting_line(hub.url) as line:
        line.cuts = [(-1, 3 * STEP + ANSWER_HEAD)]
        with pytest.raises(Unavailable, match="line_cut"):
            head.fetcher(line.url, spent=spent.append).fetch(photo.name)
    assert sum(spent) >= 3 * STEP, "what went is counted though it was cut"
    again = head.reopen()
    try:
        steps: list[tuple[int, int]] = []
        assert again.fetcher().fetch(photo.name, lambda here, size: steps.append((here, size)))
        assert steps[0][0] >= 3 * STEP
        assert len(again.evidence.read(photo.name) or b"") == SIZE
    finally:
        again.close()


def test_a_person_stops_it_and_it_goes_on_later(hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence) -> None:
    _, head = pair
    here: list[int] = []
    assert not head.fetcher().fetch(photo.name, lambda at, size: here.append(at), lambda: bool(here) and here[-1] > 0)
    assert 0 < here[-1] < SIZE
    assert head.evidence.read(photo.name) is None
    stopped = here[-1]
    here.clear()
    assert head.fetcher().fetch(photo.name, lambda at, size: here.append(at))
    assert here[0] >= stopped


def test_a_day_s_limit_holds_unless_somebody_says_otherwise(
    hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence
) -> None:
    _, head = pair
    meter = DayMeter(head.settings, lambda: date(2026, 11, 28))
    meter.choose(1, 0)
    meter.spent(1_000_000 - SIZE + 1)
    fetcher = head.fetcher(spent=meter.spent)
    before = meter.read().used
    with pytest.raises(Refused, match="photo_beyond_limit"):
        fetcher.fetch(photo.name, bytes_most=meter.read().left)
    assert meter.read().used == before
    assert fetcher.fetch(photo.name)
    assert meter.read().used >= before + SIZE


def test_while_the_photo_waits_on_its_laptop_it_is_said_on_whose(hub: LocalHub, pair: tuple[Laptop, Laptop]) -> None:
    maker, head = pair
    made = maker.photo("rumah", SIZE)
    maker.visit("f-1", made)
    maker.exchanger().run(bytes_most=0)
    head.exchange()
    why = refused(head.fetcher(), made.name)
    assert (why.code, why.facts) == ("photo_at_laptop", {"who": "Maria Bano"})
    own = head.photo("kantor", 500)
    head.visit("f-1", own)
    head.exchanger().run(bytes_most=0)
    for file in (head.folder / "files").iterdir():
        file.unlink()
    assert refused(head.fetcher(), own.name).code == "photo_not_at_district"
    assert refused(head.fetcher(), "0" * 48).code == "photo_unknown"


def test_what_was_changed_on_the_way_or_on_a_disk_is_never_shown(
    hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence
) -> None:
    maker, head = pair
    with cutting_line(hub.url) as line:
        line.cuts = [(-1, 3 * STEP)]
        with pytest.raises(Unavailable):
            head.fetcher(line.url).fetch(photo.name)
    (key,) = (f"exchange.photo_part.{n}" for n in range(8) if head.settings.get(f"exchange.photo_part.{n}"))
    kept = head.settings.get(key) or ""
    place = len(kept) // 2
    head.settings.put(key, kept[:place] + ("A" if kept[place] != "A" else "B") + kept[place + 1 :])
    assert refused(head.fetcher(), photo.name).code == "photo_spoilt_on_way"
    assert head.evidence.read(photo.name) is None
    assert head.fetcher().fetch(photo.name), "nothing of the spoilt part was kept"

    (file,) = (head.folder / "files").glob("*.sealed")
    file.write_bytes(file.read_bytes()[:-1] + b"\x00")
    assert head.fetcher().fetch(photo.name), "it comes anew where the disk spoilt it"
    assert head.evidence.read(photo.name) == maker.evidence.read(photo.name)

    at_hub = hub.district.blobs / VILLAGE / photo.name
    at_hub.write_bytes(b"\x00" + at_hub.read_bytes()[1:])
    assert (asked(hub, maker, photo.name).status_code, asked(hub, maker, photo.name).json()["code"]) == (
        404,
        "blob_spoilt",
    )
    for one in (head.folder / "files").glob("*.sealed"):
        one.unlink()
    assert refused(head.fetcher(), photo.name).code == "photo_spoilt_at_district"


def test_only_a_laptop_of_the_village_that_was_not_revoked_gets_it(
    hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence, new_laptop: NewLaptop
) -> None:
    maker, head = pair
    assert asked(hub, head, photo.name).content == maker.evidence.read(photo.name)
    stranger = new_laptop(name="Orang Lain")
    code = make_code(hub.district, OTHER_VILLAGE, "Lain", "operator", "Orang Lain", ())
    person = EnrolledPerson(stranger.actor.person, stranger.signing.public_key().public_bytes_raw())
    enrol(hub.url, code.text, stranger.keys, person, label="Laptop lain")
    for village, said in ((OTHER_VILLAGE, (404, "blob_untold")), (VILLAGE, (401, "exchange_device_unknown"))):
        answer = asked(hub, stranger, photo.name, village=village)
        assert (answer.status_code, answer.json()["code"]) == said
    answer = asked(hub, head, photo.name, signed=f"PUT /v1/blobs/{photo.name}")
    assert (answer.status_code, answer.json()["code"]) == (401, "exchange_signature_wrong")
    answer = requests.get(f"{hub.url}/v1/blobs/{photo.name}", timeout=60)
    assert answer.status_code in (401, 422)
    revoke_device(hub.district, VILLAGE, head.keys.device, "hilang", by="Rahma")
    answer = asked(hub, head, photo.name)
    assert (answer.status_code, answer.json()["code"]) == (403, "exchange_device_revoked")
    assert refused(head.fetcher(), photo.name).code == "exchange_device_revoked"


@pytest.mark.parametrize("first", [1, 16, 17, 65_535, SIZE - 1])
def test_the_hub_goes_on_at_any_byte(hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence, first: int) -> None:
    maker, head = pair
    whole = maker.evidence.read(photo.name) or b""
    rest = asked(hub, head, photo.name, first=f"bytes={first}-")
    assert (rest.status_code, rest.content) == (206, whole[first:])
    assert rest.headers["Content-Range"] == f"bytes {first}-{SIZE - 1}/{SIZE}"


@pytest.mark.parametrize(
    "asks", ["bytes=80000-", "bytes=-5", "bytes=5-2", "words", "bytes=99999999999999-", "bytes=0-"]
)
def test_a_range_that_says_nothing_gets_the_whole(
    hub: LocalHub, pair: tuple[Laptop, Laptop], photo: Evidence, asks: str
) -> None:
    _, head = pair
    whole = asked(hub, head, photo.name, first=asks)
    assert (whole.status_code, len(whole.content)) == (200, SIZE)


def test_the_bytes_count_in_the_laptop_s_allowance(
    hub: LocalHub, pair: tuple[Laptop, Laptop], new_laptop: NewLaptop
) -> None:
    maker, head = pair
    scan = maker.photo("kk", 1_000_000)
    maker.visit("f-1", scan)
    maker.exchange()
    head.exchange()
    allowance, who = hub.district.allowance, (VILLAGE, head.keys.device)
    still = hub.district.now_ms()
    allowance._now_ms = lambda: still  # nothing comes back meanwhile
    before = allowance._held(who, still)
    assert asked(hub, head, scan.name).status_code == 200
    assert allowance._held(who, still) == before - 1 - 1_000_000 // BYTES_A_CALL
    rest = asked(hub, head, scan.name, first="bytes=400000-")
    assert rest.status_code == 206
    assert allowance._held(who, still) == before - 2 - 1_000_000 // BYTES_A_CALL - 600_000 // BYTES_A_CALL
    allowance.moved(who, MOST_CALLS * BYTES_A_CALL)
    late = asked(hub, head, scan.name)
    assert (late.status_code, late.json()["code"]) == (429, "calls_too_many")
    assert int(late.headers["Retry-After"]) > 0
