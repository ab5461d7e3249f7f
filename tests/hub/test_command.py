"""The hub's command line, as an administrator uses it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.hub.command import main
from app.hub.district import District, open_district
from app.hub.tables import entry
from app.hub.verifiers import sign_in
from app.wire.enrol import mark_of, read_code
from tests.hub.conftest import read_list
from tests.machine import open_to_others
from tests.postgres import NewDatabase, Server
from tests.sync.laptop import VILLAGE


def test_a_list_is_published_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "daftar.csv"
    sheet.write_text("9")
    asked = ["--data", str(tmp_path / "hub"), "publish", str(sheet), "--village", VILLAGE]
    assert main(asked, read_list) == 0
    assert "9 keluarga" in capsys.readouterr().out
    assert main(asked, read_list) == 1
    assert "sama dengan yang sudah terbit" in capsys.readouterr().err
    assert main(["--data", str(tmp_path / "hub"), "publish", str(sheet), "--village", "9112010001"], read_list) == 1


def test_a_list_without_niks_is_published_only_when_that_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "daftar.csv"
    sheet.write_text("9 without niks")
    asked = ["--data", str(tmp_path / "hub"), "publish", str(sheet), "--village", VILLAGE]
    assert main(asked, read_list) == 1
    assert "Tidak ada satu pun NIK" in capsys.readouterr().err
    assert main([*asked, "--anyway"], read_list) == 0


def test_a_code_names_this_district(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "hub"
    assert main(["--data", str(folder), "code", "--village", VILLAGE, "--person", "Siti"]) == 0
    code = read_code(capsys.readouterr().out)
    district = open_district(folder)
    assert code.mark == mark_of(district.keys.root_public, district.keys.ca_pem)
    district.close()


def test_an_admin_gets_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("kata-sandi-panjang\n"))
    assert main(["--data", str(tmp_path / "hub"), "init-admin"]) == 0
    district = open_district(tmp_path / "hub")
    assert sign_in(district, "Admin", "kata-sandi-panjang", "here")
    district.close()


def test_plain_http_stays_on_this_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "hub"), "--no-tls", "--host", "0.0.0.0"]) == 2
    assert "127.0.0.1" in capsys.readouterr().err


def test_keys_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    district = open_district(tmp_path / "hub", keys=tmp_path / "safe")
    again = open_district(tmp_path / "hub", keys=tmp_path / "safe")
    assert again.keys.root_public == district.keys.root_public
    assert {open_to_others(path) for path in (tmp_path / "safe").iterdir()} == {0}
    for one in (district, again):
        one.close()


def test_a_district_that_has_begun_never_gets_other_keys(
    tmp_path: Path, new_database: NewDatabase, capsys: pytest.CaptureFixture[str]
) -> None:
    data, safe, other = tmp_path / "hub", tmp_path / "safe", tmp_path / "other"
    asked = ["code", "--village", VILLAGE, "--person", "Siti"]
    address = new_database()
    place = ["--database", address] if address else []
    assert main(["--data", str(data), "--keys", str(safe), *place, *asked]) == 0
    assert main(["--data", str(tmp_path / "another"), "--keys", str(other), *asked]) == 0
    told = open_district(data, keys=safe)
    root, held = told.keys.root_public, _entries(told)
    told.close()
    capsys.readouterr()
    assert main(["--data", str(data), *asked]) == 1, "--keys forgotten"
    assert main(["--data", str(data), "--keys", str(tmp_path / "not mounted"), *asked]) == 1
    assert [(data / "keys").exists(), (tmp_path / "not mounted").exists()] == [False, False], "none is made"
    said = capsys.readouterr().err
    assert said.count("Kunci kabupaten ini tidak lengkap: berkas root.key tidak ada") == 2
    assert main(["--data", str(data), "--keys", str(other), *asked]) == 1
    assert "milik kabupaten lain" in capsys.readouterr().err
    (safe / "exchange.key").rename(tmp_path / "exchange.key")
    assert main(["--data", str(data), "--keys", str(safe), *asked]) == 1
    assert "exchange.key tidak ada" in capsys.readouterr().err
    (tmp_path / "exchange.key").rename(safe / "exchange.key")
    (safe / "ca.key").unlink()  # it lies in a safe
    again = open_district(data, keys=safe)
    assert (again.keys.root_public, _entries(again)) == (root, held), "not a word was said with other keys"
    again.close()


def _entries(district: District) -> int:
    with district.database.read() as connection:
        return connection.execute(select(func.count()).select_from(entry)).scalar_one()


def test_a_folder_remembers_its_database_server(
    tmp_path: Path, postgresql: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, sheet = tmp_path / "hub", tmp_path / "daftar.csv"
    sheet.write_text("9")
    asked = ["--data", str(folder), "publish", str(sheet), "--village", VILLAGE]
    assert main(["--database", postgresql.new_database(), *asked], read_list) == 0
    assert main(asked, read_list) == 1
    assert "sama dengan yang sudah terbit" in capsys.readouterr().err
    assert not (folder / "hub.db").exists()
    assert open_to_others(folder / "database") == 0


def test_a_district_in_a_file_is_not_left_behind_by_mistake(
    tmp_path: Path, postgresql: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--data", str(tmp_path / "hub"), "code", "--village", VILLAGE, "--person", "Siti"]
    assert main(asked) == 0
    assert main(["--database", postgresql.new_database(), *asked]) == 1
    assert "sudah punya simpanan sendiri" in capsys.readouterr().err
    assert main(["--database", "mysql://localhost/balai", *asked]) == 1
    assert "postgresql://" in capsys.readouterr().err
