"""A session that ended while somebody typed costs nothing that he had typed, and leads back to where he was."""

from __future__ import annotations

import re
from html import unescape

import pytest
from sqlalchemy import update

from app.domain.payloads import DecisionMade
from app.hub.accounts import add_account
from app.hub.database import OFFICE
from app.hub.local import LocalHub
from app.hub.roles import VERIFIER
from app.hub.tables import session
from tests.hub.browsing import PASSWORD, Page, answer, proposed
from tests.hub.test_roles import Person
from tests.sync.laptop import VILLAGE, Laptop

COMMENT = 'Foto rumah kabur, dan namanya tidak sama dengan KTP.\nTolong difoto ulang "dari depan".'


def end_sessions(district: LocalHub) -> None:
    """Everybody went for lunch."""
    with district.district.database.write(OFFICE) as connection:
        connection.execute(update(session).values(seen_at_ms=0))


def say_no(page: Page) -> None:
    """Return a proposal as a verifier does on its page."""
    page.all("#reason-returned option")[1].click()
    page.fill("comment", COMMENT)
    page.press("Kembalikan ke desa")


def test_what_was_typed_goes_through_the_door_and_is_sent_again(page: Page, district: LocalHub, head: Laptop) -> None:
    proposal = proposed(head)
    page.sign_in()
    page.go(f"/usulan/{VILLAGE}/{proposal}")
    end_sessions(district)
    say_no(page)
    assert "jawaban Anda belum dicatat" in page.text
    page.snap("pintu-lagi")
    page.fill("login", "rahma")
    page.fill("password", "salah-sekali")
    page.follow(page.one("button.primary"))
    assert "jawaban Anda belum dicatat" in page.text
    page.fill("login", "rahma")
    page.fill("password", PASSWORD)
    page.follow(page.one("button.primary"))
    assert "Dikembalikan" in page.text
    assert page.one("#comment").get_attribute("value") == COMMENT
    page.snap("kirim-lagi")
    page.snap("kirim-lagi-ponsel", 400, 800)
    page.follow(page.one("button.primary"))
    assert "Jawaban dicatat." in page.text
    said = answer(head)
    assert (said.outcome, said.comment) == ("returned", COMMENT)


def test_a_page_of_an_earlier_session_is_sent_in_this_one(district: LocalHub, head: Laptop) -> None:
    proposal = proposed(head)
    before, now = Person(district, "rahma"), Person(district, "rahma")
    path = f"/usulan/{VILLAGE}/{proposal}"
    typed = {"outcome": "returned", "reason": reason(before.get(path).text), "comment": COMMENT}
    again = now.send(path, csrf=before.csrf, **typed)
    assert again.status_code == 422
    assert "terlalu lama terbuka" in again.text
    assert kept(again.text) == {**typed, "csrf": now.csrf}
    assert now.send(path, **typed).status_code == 303
    assert answer(head).comment == COMMENT


def test_who_chose_many_proposals_has_them_still(district: LocalHub, head: Laptop) -> None:
    chosen = f"{VILLAGE}/{proposed(head)}"
    before = Person(district, "rahma")
    end_sessions(district)
    door = before.send("/sekaligus", pilih=chosen, outcome="accepted")
    assert door.status_code == 403
    through = before.send("/masuk", login="rahma", password=PASSWORD, **kept(door.text))
    assert through.status_code == 200
    assert "Disetujui kabupaten" in through.text
    assert kept(through.text)["pilih"] == chosen
    assert 'action="/sekaligus"' in through.text


def test_what_another_site_s_page_sent_goes_through_no_door(district: LocalHub, head: Laptop) -> None:
    path = f"/usulan/{VILLAGE}/{proposed(head)}"
    before = Person(district, "rahma")
    end_sessions(district)
    shut = before.send(path, site="cross-site", outcome="rejected", comment="bukan saya")
    assert (shut.status_code, shut.headers["location"]) == (303, "/masuk")
    now = Person(district, "rahma")
    assert kept(now.send(path, csrf="x", site="cross-site", outcome="rejected", comment="bukan saya").text) == {}
    for where in ("/keluar", "/akun/aktif", f"//elsewhere{path}", f"https://elsewhere{path}", f"{path}\n/x"):
        through = now.send("/masuk", login="rahma", password=PASSWORD, kepada=where, comment="bukan saya")
        assert (through.status_code, through.headers["location"]) == (303, "/mulai"), where


@pytest.mark.parametrize("path", [f"/desa/{VILLAGE}?x=1", "/?desa=7308032001&tampil=all", "/laptop", "/akun"])
def test_the_door_leads_back_to_where_one_was(district: LocalHub, path: str) -> None:
    person = Person(district, "rahma")
    end_sessions(district)
    shut = person.get(path).headers["location"]
    door = person.get(shut)
    back = {"kembali": kept(door.text)["kembali"]}
    assert back["kembali"] == path
    wrong = person.send("/masuk", login="rahma", password="salah-sekali", **back)
    assert kept(wrong.text)["kembali"] == path
    through = person.send("/masuk", login="rahma", password=PASSWORD, **back)
    assert (through.status_code, through.headers["location"]) == (303, path)


def test_the_door_leads_to_no_other_server(district: LocalHub) -> None:
    person = Person(district, "rahma")
    for way in ("//elsewhere", "https://elsewhere", "/\\elsewhere", "/masuk", "/keluar"):
        assert "kembali" not in person.get(f"/masuk?kembali={way}").text.partition("<main")[2]
        through = person.send("/masuk", login="rahma", password=PASSWORD, kembali=way)
        assert through.headers["location"] == "/mulai"


def test_of_two_who_answer_at_once_the_later_one_hears_that_his_word_is_not_recorded(
    district: LocalHub, head: Laptop
) -> None:
    path = f"/usulan/{VILLAGE}/{proposed(head)}"
    add_account(district.district, "budi", "Budi", PASSWORD, [VERIFIER])
    first, second = Person(district, "rahma"), Person(district, "budi")
    page = second.get(path).text
    typed = {"comment": COMMENT, "dilihat": re.findall(r'name="dilihat" value="(\w+)"', page)[0]}
    assert first.send(path, outcome="accepted").status_code == 303
    for outcome in ("returned", "rejected"):
        late = second.send(path, outcome=outcome, reason=reason(page, outcome), **typed)
        assert late.status_code == 422
        told = unescape(re.sub(r"<[^>]+>", " ", late.text))
        assert "Keputusan Anda tidak dicatat." in told
        assert COMMENT in told
    said = answer(head)
    assert isinstance(said, DecisionMade)
    assert said.outcome == "accepted"


def reason(page: str, outcome: str = "returned") -> str:
    """The first reason that a page offers."""
    return unescape(re.findall(rf'(?s)id="reason-{outcome}".*?<option value="([^"]+:[^"]+)"', page)[0])


def kept(page: str) -> dict[str, str]:
    """What a page keeps to be sent again."""
    main = page.partition("<main")[2]
    found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', main))
    for text in re.findall(r'(?s)<textarea[^>]* name="comment"[^>]*>\n?(.*?)</textarea>', main):
        found["comment"] = text
    return {name: unescape(value) for name, value in found.items()}
