from __future__ import annotations

from app.storage.search_rank import nearest


def test_a_name_between_the_typed_ones_does_not_push_a_person_back() -> None:
    keys, names = (1, 2, 3, 4), ("skolastika seran", "skolastika goreti banu", "skolastika sanak", "skolastika nabu")
    assert nearest("skolastka banu", keys[:3], "\n".join(names[:3]), 3)[0][0] == 2
    assert nearest("skolastka nabu", keys, "\n".join(names), 4)[0][0] == 4, "nothing between is nearer still"


def test_no_names_are_near_to_anything() -> None:
    assert nearest("skolastka", (), "", 4) == []
