"""The region lists are whole, keep what vanished, and load fast."""

from __future__ import annotations

import time

from app.domain.region import Region, parents, plain_code
from app.shelf.place import resource
from app.shelf.regions import Regions, load_regions


def test_today_has_every_place_of_the_ministrys_list() -> None:
    regions = load_regions()
    provinces = regions.children()
    districts = [district for province in provinces for district in regions.children(province.code)]
    subdistricts = [part for district in districts for part in regions.children(district.code)]
    villages = sum(len(regions.children(part.code)) for part in subdistricts[:200])
    assert (len(provinces), len(districts), len(subdistricts)) == (38, 514, 7285)
    assert villages > 2000


def test_all_villages_lie_in_their_province_and_sub_district() -> None:
    regions = load_regions()
    total = 0
    for path in sorted(resource("regions", "villages").glob("*.xz")):
        province = path.name[:2]
        children = regions._villages_of(province)
        total += len(children)
        assert all(code[:2] == province and regions.knows_prefix(code[:6]) and name for code, name in children.items())
    assert total == 83_762


def test_old_papuan_prefixes_are_known_but_are_no_places_of_today() -> None:
    regions = load_regions()
    assert regions.knows_prefix("911201")
    assert regions.name("911201") == ""


def test_prefixes_that_never_were_are_not_known() -> None:
    regions = load_regions()
    assert not any(regions.knows_prefix(prefix) for prefix in ("", "53211", "959901", "919901", "5321102001"))


def test_places_have_names_at_every_level() -> None:
    regions = load_regions()
    assert [regions.name(code) for code in ("53", "5321", "5321102001")] == [
        "Nusa Tenggara Timur",
        "Kabupaten Malaka",
        "Alas Utara",
    ]
    assert regions.name("5321109999") == regions.name("0000000000") == ""
    assert regions.children("532110")[0] == Region("5321102001", "Alas Utara")


def test_the_prefixes_load_in_a_blink() -> None:
    start = time.thread_time()  # what others on the same cores take is no time of ours
    assert Regions(resource("regions")).knows_prefix("532110")
    assert time.thread_time() - start < 0.03


def test_codes_are_read_with_and_without_dots() -> None:
    assert plain_code("53.21.10.2001") == "5321102001"
    assert parents("5321102001") == ("53", "5321", "532110")
