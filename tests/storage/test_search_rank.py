from __future__ import annotations

from app.storage.search_rank import nearest


def test_a_name_between_the_typed_ones_does_not_push_a_person_back() -> None:
    names = {1: "skolastika seran", 2: "skolastika goreti banu", 3: "skolastika sanak", 4: "skolastika nabu"}
    assert nearest("skolastka banu", {key: names[key] for key in (1, 2, 3)}, 3)[0][0] == 2
    assert nearest("skolastka nabu", names, 4)[0][0] == 4, "and a name without anything between is nearer still"
