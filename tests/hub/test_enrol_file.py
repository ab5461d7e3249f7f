"""Enrolment that is carried: page and command line answer a request file, and only one of a good code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from sqlalchemy import select

from app.domain.errors import Refused
from app.hub import tables
from app.hub.command import main
from app.hub.district import open_district
from app.hub.enrol import answer_request_file, make_code
from app.hub.local import LocalHub
from app.hub.public_address import set_public_address
from app.sync.enrolment import EnrolledPerson, answered, ask
from app.wire.enrol import new_code
from app.wire.enrol_file import read_answer_file, request_file
from tests.hub.browsing import PASSWORD, stop_waits
from tests.sync.laptop import VILLAGE, Laptop

SOMEBODY = "somebody"


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Laptop]:
    """A laptop that no district knows."""
    found = Laptop.open(tmp_path / "fresh")
    yield found
    found.close()


def asked(laptop: Laptop, code: str) -> bytes:
    """The message in which a laptop asks."""
    person = EnrolledPerson(laptop.actor.person, laptop.signing.public_key().public_bytes_raw())
    return ask(code, laptop.keys, person, label="Laptop desa")


def test_a_request_that_was_carried_is_answered_with_trust_and_the_address(district: LocalHub, fresh: Laptop) -> None:
    set_public_address(district.district.folder, "https://balai.kab.example/")
    code = make_code(district.district, VILLAGE, "Bonto", "operator", "Siti").text
    message = asked(fresh, code)
    for _ in range(2):  # the answer may be lost on its way
        answer = answer_request_file(district.district, request_file(message), SOMEBODY)
        got = answered(read_answer_file(answer, message), message, code)
        assert (got.village, got.name, got.address) == (VILLAGE, "Siti", "https://balai.kab.example")
    with district.district.database.read() as connection:
        assert len(connection.execute(select(tables.device)).all()) == 1


def test_a_code_lets_one_laptop_in_also_by_stick(district: LocalHub, fresh: Laptop, tmp_path: Path) -> None:
    other = Laptop.open(tmp_path / "other")
    code = make_code(district.district, VILLAGE, "Bonto", "operator", "Siti").text
    answer_request_file(district.district, request_file(asked(fresh, code)), SOMEBODY)
    with pytest.raises(Refused, match="enrol_code_used"):
        answer_request_file(district.district, request_file(asked(other, code)), SOMEBODY)
    other.close()


def test_an_answer_that_was_forged_is_not_believed(district: LocalHub, fresh: Laptop, tmp_path: Path) -> None:
    code = make_code(district.district, VILLAGE, "Bonto", "operator", "Siti").text
    message = asked(fresh, code)
    answer = read_answer_file(answer_request_file(district.district, request_file(message), SOMEBODY), message)
    with pytest.raises(Refused, match="enrol_wrong_hub"):
        answered(bytes([answer[0] ^ 1]) + answer[1:], message, code)
    stranger = open_district(tmp_path / "stranger")
    with pytest.raises(Refused, match="enrol_code_wrong"):
        answer_request_file(stranger, request_file(message), SOMEBODY)
    stranger.close()


def test_guessing_by_file_becomes_slow(district: LocalHub, fresh: Laptop) -> None:
    keys = district.district.keys
    stop_waits(district.district)
    for _ in range(5):
        guess = request_file(asked(fresh, new_code(keys.root_public, keys.ca_pem).text))
        with pytest.raises(Refused, match="enrol_code_wrong"):
            answer_request_file(district.district, guess, SOMEBODY)
    with pytest.raises(Refused, match="too_many_tries"):
        answer_request_file(district.district, guess, SOMEBODY)


def test_the_page_takes_a_request_and_gives_its_answer(district: LocalHub, fresh: Laptop) -> None:
    page = requests.Session()
    page.post(f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, timeout=60)
    token = re.search(r'name="csrf" value="([^"]+)"', page.get(f"{district.url}/laptop", timeout=60).text)
    assert token is not None
    form = {"csrf": token[1]}
    code = make_code(district.district, VILLAGE, "Bonto", "operator", "Siti").text
    message = asked(fresh, code)

    def send(content: bytes, fields: dict[str, str]) -> requests.Response:
        files = {"request": ("permintaan", content)}
        return page.post(f"{district.url}/laptop/permintaan", data=fields, files=files, timeout=60)

    torn = send(request_file(message)[:-3], form)
    assert torn.status_code == 422
    assert "tidak utuh" in torn.text
    assert "sudah terlalu lama terbuka" in send(request_file(message), {"csrf": "x"}).text
    answer = send(request_file(message), form)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answered(read_answer_file(answer.content, message), message, code).village == VILLAGE


def test_the_command_line_answers_a_request(tmp_path: Path, fresh: Laptop, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(tmp_path / "office")]
    assert main([*data, "code", "--village", VILLAGE, "--person", "Siti"]) == 0
    code = capsys.readouterr().out.strip()
    assert main([*data, "address", "https://balai.kab.example:8443"]) == 0
    assert main([*data, "address", "balai.kab.example/masuk"]) == 1
    message = asked(fresh, code)
    request, answer = tmp_path / "request", tmp_path / "answer"
    request.write_bytes(request_file(message))
    assert main([*data, "enrol", str(request), str(answer)]) == 0
    got = answered(read_answer_file(answer.read_bytes(), message), message, code)
    assert got.address == "https://balai.kab.example:8443"
    assert main([*data, "enrol", str(answer), str(tmp_path / "nothing")]) == 1
    assert "jawaban kabupaten, bukan permintaan" in capsys.readouterr().err
    assert main([*data, "enrol", str(tmp_path / "gone"), str(answer)]) == 1
