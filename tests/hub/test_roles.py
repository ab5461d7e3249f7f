"""What each role may do, asked of every page; forms, sessions and headers that others cannot abuse."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import psycopg
import pytest
import requests
from fastapi.routing import APIRoute
from sqlalchemy import select

from app.domain.errors import Locked, Refused
from app.hub.accounts import add_account, change_own_password, set_roles
from app.hub.database import open_database
from app.hub.district import open_district, wall_ms
from app.hub.enrol import make_code
from app.hub.limits import FREE_TRIES
from app.hub.local import LocalHub
from app.hub.pages import ROOMS
from app.hub.pages.frame import COOKIE
from app.hub.roles import ADMIN, AUDITOR, HEAD, ROLES, VERIFIER, acts_of, read_roles, write_roles
from app.hub.tables import verifier
from app.hub.verifiers import HOURS, IDLE_MINUTES, sign_in, signed_in
from tests.hub.browsing import PASSWORD, proposed, stop_waits
from tests.postgres import POSTGRESQL, NewDatabase
from tests.sync.laptop import VILLAGE, Laptop

ALL = frozenset(ROLES)
DECIDING, SEEING = frozenset({VERIFIER, HEAD}), frozenset({VERIFIER, HEAD, AUDITOR})
ONLY_ADMIN, CARRYING = frozenset({ADMIN}), frozenset({VERIFIER, HEAD, ADMIN})
OPEN = {("GET", "/aset/{name}"), ("GET", "/bahasa"), ("GET", "/masuk"), ("POST", "/masuk")}
"""For whoever is not signed in."""
MAY = {
    ("GET", "/mulai"): ALL,
    ("POST", "/keluar"): ALL,
    ("GET", "/"): SEEING,
    ("POST", "/sekaligus"): DECIDING,
    ("POST", "/sekaligus/catat"): DECIDING,
    ("GET", "/usulan/{desa}/{rantai}/{nomor}"): SEEING,
    ("POST", "/usulan/{desa}/{rantai}/{nomor}"): DECIDING,
    ("POST", "/usulan/{desa}/{rantai}/{nomor}/lengkap"): DECIDING,
    ("GET", "/usulan/{desa}/{rantai}/{nomor}/bukti/{urutan}"): SEEING,
    ("GET", "/foto/{desa}/{photo}"): SEEING,
    ("GET", "/desa"): ALL,
    ("GET", "/desa/{desa}"): ALL,
    ("GET", "/desa/{desa}/keluarga"): SEEING,
    ("GET", "/desa/{desa}/orang/{orang}"): ALL,
    ("POST", "/orang/cabut"): ONLY_ADMIN,
    ("POST", "/orang/masa"): ONLY_ADMIN,
    ("POST", "/orang/pastikan"): ONLY_ADMIN,
    ("GET", "/desa/{desa}/jurnal"): ALL,
    ("GET", "/desa/{desa}/jurnal/{rantai}"): ALL,
    ("GET", "/laptop"): ALL,
    ("GET", "/laptop/{desa}/{nama}"): ALL,
    ("POST", "/laptop/kode"): ONLY_ADMIN,
    ("POST", "/laptop/kode/batal"): ONLY_ADMIN,
    ("POST", "/laptop/cabut"): ONLY_ADMIN,
    ("POST", "/laptop/pastikan"): ONLY_ADMIN,
    ("POST", "/laptop/permintaan"): ONLY_ADMIN,
    ("GET", "/daftar"): ONLY_ADMIN,
    ("POST", "/daftar"): ONLY_ADMIN,
    ("GET", "/stik"): CARRYING,
    ("POST", "/stik"): CARRYING,
    ("GET", "/stik/{village}"): CARRYING,
    ("GET", "/stik/{village}/bagian"): CARRYING,
    ("POST", "/stik/{village}/bagian"): CARRYING,
    ("GET", "/stik/{village}/bagian/{nama}"): CARRYING,
    ("GET", "/jadwal"): ALL,
    ("POST", "/jadwal"): ONLY_ADMIN,
    ("GET", "/akun"): ALL,
    ("POST", "/akun/sandi"): ALL,
    ("POST", "/akun/baru"): ONLY_ADMIN,
    ("POST", "/akun/sandi-baru"): ONLY_ADMIN,
    ("POST", "/akun/aktif"): ONLY_ADMIN,
    ("POST", "/akun/peran"): ONLY_ADMIN,
    ("GET", "/openapi.json"): ONLY_ADMIN,
}
"""Route -> the roles that may use it."""
FILES = ("/aset", "/bahasa", "/foto", "/stik/")
UPLOADS = {"/daftar", "/stik", "/laptop/permintaan"}


class Person:
    """Somebody who is signed in, over a real socket."""

    def __init__(self, hub: LocalHub, login: str) -> None:
        self._url = hub.url
        token = sign_in(hub.district, login, PASSWORD, "here")
        who = signed_in(hub.district, token)
        assert who is not None
        self.csrf = who.csrf
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Cookie"] = f"{COOKIE}={token}"

    def get(self, path: str) -> requests.Response:
        """Open a page."""
        return self._session.get(self._url + path, timeout=60, allow_redirects=False)

    def send(self, path: str, csrf: str | None = None, site: str = "", **values: str) -> requests.Response:
        """Send a form, with this session's token unless another is given."""
        held = {"csrf": self.csrf if csrf is None else csrf, **values}
        headers = {"Sec-Fetch-Site": site} if site else {}
        parts = {name: (None, text) for name, text in held.items()}
        body = {"files": parts} if path in UPLOADS else {"data": held}
        return self._session.post(
            self._url + path,
            headers=headers,
            timeout=60,
            allow_redirects=False,
            **body,
        )

    def upload(self, path: str, content: bytes, **values: str) -> requests.Response:
        """Send a form with a list."""
        parts = [(name, (None, text)) for name, text in {"csrf": self.csrf, **values}.items()]
        sheet = ("list_file", ("daftar.csv", content))
        return self._session.post(self._url + path, files=[*parts, sheet], timeout=60, allow_redirects=False)


@pytest.fixture
def people(district: LocalHub) -> dict[str, Person]:
    """One person a role, and somebody with all of them."""
    for role in ROLES:
        add_account(district.district, role, role.title(), PASSWORD, [role])
    return {role: Person(district, role) for role in ROLES}


def routes() -> list[tuple[str, str]]:
    """Every page and form."""
    found = [route for room in ROOMS for route in room.router.routes if isinstance(route, APIRoute)]
    return [(method, route.path) for route in found for method in sorted(route.methods or ())]


def filled(path: str, laptop: Laptop, proposal: str) -> str:
    """The address with what is really there."""
    chain, _, number = proposal.partition("/")
    names = {
        "desa": VILLAGE, "village": VILLAGE, "rantai": chain, "nomor": number, "urutan": "1",
        "nama": laptop.keys.device, "photo": next(iter(laptop.evidence.held())), "name": "hub.css",
        "orang": laptop.actor.person,
    }  # fmt: skip
    return re.sub(r"\{(\w+)\}", lambda found: names[found[1]], path)


def test_every_page_asks_for_a_role_that_may_do_so(district: LocalHub, head: Laptop, people: dict[str, Person]) -> None:
    proposal = proposed(head)
    assert set(routes()) == set(MAY) | OPEN
    stranger = requests.Session()
    stranger.trust_env = False
    for (method, path), roles in MAY.items():
        address = filled(path, head, proposal)
        shut = stranger.request(method, district.url + address, timeout=60, allow_redirects=False)
        assert (shut.status_code, shut.headers["location"].partition("?")[0]) == (303, "/masuk"), path
        for role in ROLES:
            if path == "/keluar":
                continue
            done = people[role].get(address) if method == "GET" else people[role].send(address)
            assert (done.status_code == 403) == (role not in roles), (method, path, role, done.status_code)
            assert done.status_code < 500
    stranger.close()
    for role in ROLES:
        assert people[role].send("/keluar").status_code == 303
        assert people[role].get("/desa").headers["location"].partition("?")[0] == "/masuk"


def test_an_auditor_changes_nothing(district: LocalHub, head: Laptop, people: dict[str, Person]) -> None:
    proposal = proposed(head)
    for outcome in ("accepted", "returned", "rejected"):
        assert people[AUDITOR].send(f"/usulan/{VILLAGE}/{proposal}", outcome=outcome).status_code == 403
    assert head.exchange().decisions == 0
    for path in ("/", "/desa", f"/desa/{VILLAGE}", "/laptop", "/jadwal", "/akun", f"/usulan/{VILLAGE}/{proposal}"):
        shown = forms(people[AUDITOR].get(path).text)
        assert {form["action"] for form in shown if form["method"] == "post"} <= {"/keluar", "/akun/sandi"}, path


def test_roles_come_together_and_hold_at_once(district: LocalHub, people: dict[str, Person]) -> None:
    assert people[VERIFIER].get("/daftar").status_code == 403
    set_roles(district.district, VERIFIER, [VERIFIER, ADMIN])
    assert people[VERIFIER].get("/daftar").status_code == 200
    set_roles(district.district, VERIFIER, [AUDITOR])
    assert people[VERIFIER].get("/daftar").status_code == 403
    assert people[VERIFIER].get("/mulai").headers["location"] == "/"
    assert people[ADMIN].get("/mulai").headers["location"] == "/desa"
    assert acts_of([VERIFIER, ADMIN]) == acts_of([VERIFIER]) | acts_of([ADMIN])
    assert read_roles(write_roles([ADMIN, VERIFIER])) == (VERIFIER, ADMIN)
    for roles, code in (([], "role_missing"), (["raja"], "role_unknown")):
        with pytest.raises(Refused, match=code):
            set_roles(district.district, VERIFIER, roles)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Forms, and what they carry."""
        given = {name: value or "" for name, value in attrs}
        assert "style" not in given
        assert not [name for name in given if name.startswith("on")]
        assert tag not in ("script", "style")
        if tag == "form":
            self.found.append({"method": given.get("method", "get"), "action": given["action"], "csrf": ""})
        elif tag == "input" and given.get("name") == "csrf":
            self.found[-1]["csrf"] = given["value"]


def forms(page: str) -> list[dict[str, str]]:
    """The forms of a page; nothing on it is inline, so that the policy of contents holds."""
    reader = _Forms()
    reader.feed(page)
    return reader.found


def test_every_form_carries_the_session_s_token_and_none_is_taken_without(district: LocalHub, head: Laptop) -> None:
    proposal = proposed(head)
    everybody = Person(district, "rahma")
    make_code(district.district, VILLAGE, "", "operator", "Siti")  # one that may be cancelled
    seen = set()
    for method, path in routes():
        if method == "GET" and (path.endswith("/bagian") or not path.startswith(FILES)):
            for form in forms(everybody.get(filled(path, head, proposal)).text):
                if form["method"] == "post" and form["action"] != "/masuk":
                    assert form["csrf"] == everybody.csrf, (path, form)
                    seen.add(form["action"].partition("#")[0])
    sent = {filled(path, head, proposal) for method, path in routes() if method == "POST"}
    # Those are on pages that come after a form, on pages of other states, or on accounts but one's own.
    assert sent - seen == {"/masuk", "/sekaligus/catat", "/laptop/pastikan", "/orang/pastikan"}
    for path in sorted(sent - {"/masuk"}):
        for csrf in ("", "x", "ä" * 64):
            done = everybody.send(path, csrf=csrf)
            assert done.status_code == 422, path
            assert "terlalu lama terbuka" in done.text
        assert everybody.send(path, site="cross-site").status_code == 422, path
    assert everybody.get("/desa").status_code == 200
    assert head.exchange().decisions == 0


def test_nobody_is_signed_in_by_another_site(district: LocalHub) -> None:
    door = requests.post(
        f"{district.url}/masuk",
        data={"login": "rahma", "password": PASSWORD},
        headers={"Sec-Fetch-Site": "cross-site"},
        allow_redirects=False,
        timeout=60,
    )
    assert door.status_code == 403
    assert "set-cookie" not in door.headers


def test_every_answer_carries_the_headers_that_keep_a_browser_safe(district: LocalHub) -> None:
    for path in ("/masuk", "/healthz", "/aset/hub.css", "/nirgends", "/desa"):
        headers = requests.get(district.url + path, allow_redirects=False, timeout=60).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "script-src" not in policy
        assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"]) == ("DENY", "nosniff")
        assert headers["Referrer-Policy"] == "no-referrer"


def test_an_answer_to_a_laptop_carries_no_more_than_keeps_a_browser_from_taking_it_for_a_page(
    district: LocalHub,
) -> None:
    for answer in (
        requests.post(f"{district.url}/v1/exchange", data=b"x", timeout=60),
        requests.get(f"{district.url}/v1/packs/{'0' * 64}", timeout=60),
    ):
        assert answer.headers["Content-Type"] == "application/json"
        assert (answer.headers["X-Content-Type-Options"], answer.headers["Cache-Control"]) == ("nosniff", "no-store")
        assert sum(len(name) + len(value) + 4 for name, value in answer.headers.items()) < 150


class Clock:
    """A wall clock that a test moves on."""

    def __init__(self) -> None:
        self.now = wall_ms()

    def __call__(self) -> int:
        return self.now

    def wait(self, minutes: float) -> None:
        """Let time go by."""
        self.now += int(minutes * 60_000)


@pytest.mark.both_stores
def test_a_session_ends_after_a_pause_and_after_a_working_day(tmp_path: Path, new_database: NewDatabase) -> None:
    clock = Clock()
    with closing(open_district(tmp_path / "office", now_ms=clock, database=new_database())) as office:
        add_account(office, "siti", "Siti", PASSWORD, [VERIFIER])
        token = sign_in(office, "siti", PASSWORD, "here")
        clock.wait(IDLE_MINUTES - 1)
        assert signed_in(office, token) is not None
        clock.wait(IDLE_MINUTES - 1)
        assert signed_in(office, token) is not None
        clock.wait(IDLE_MINUTES + 1)
        assert signed_in(office, token) is None
        token = sign_in(office, "siti", PASSWORD, "here")
        for _ in range(HOURS * 60 // (IDLE_MINUTES - 1)):
            assert signed_in(office, token) is not None
            clock.wait(IDLE_MINUTES - 1)
        assert signed_in(office, token) is not None
        clock.wait(IDLE_MINUTES - 1)
        assert signed_in(office, token) is None


def test_guesses_at_one_s_own_password_are_slowed_down(tmp_path: Path) -> None:
    with closing(open_district(tmp_path / "office")) as office:
        stop_waits(office)
        add_account(office, "siti", "Siti", PASSWORD, [VERIFIER])
        for _ in range(FREE_TRIES):
            with pytest.raises(Locked, match="password_wrong"):
                change_own_password(office, "siti", "salah-sekali", PASSWORD)
        with pytest.raises(Refused, match="too_many_tries"):
            change_own_password(office, "siti", PASSWORD, "kata-sandi-baru")


@pytest.mark.both_stores
def test_accounts_of_before_keep_what_they_could_do(tmp_path: Path, new_database: NewDatabase, store_kind: str) -> None:
    address = new_database() or str(tmp_path / "hub.db")
    blob = "BYTEA" if store_kind == POSTGRESQL else "BLOB"
    sql = (
        "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
        "INSERT INTO meta VALUES ('version', '4')",
        f"CREATE TABLE verifier (login TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, "
        f"admin BOOLEAN NOT NULL, active BOOLEAN NOT NULL, salt {blob} NOT NULL, hash {blob} NOT NULL)",
        "INSERT INTO verifier VALUES ('rahma', 'p1', 'Rahma', true, true, '', '')",
        "INSERT INTO verifier VALUES ('yosef', 'p2', 'Yosef', false, true, '', '')",
        f"CREATE TABLE session (token {blob} NOT NULL PRIMARY KEY, login TEXT NOT NULL, expires_at_ms BIGINT NOT NULL)",
        "INSERT INTO session VALUES ('', 'rahma', 9999999999999)",
    )
    with closing(psycopg.connect(address) if store_kind == POSTGRESQL else sqlite3.connect(address)) as raw:
        for one in sql:
            raw.execute(one)
        raw.commit()
    with closing(open_database(address)) as database, database.read() as connection:
        held = {row.login: row.roles for row in connection.execute(select(verifier))}
        assert held == {"rahma": "verifier,admin", "yosef": "verifier"}
