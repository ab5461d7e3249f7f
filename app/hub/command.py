"""The hub's command line: serve, publish a list, make a code, set passwords, carry bundles, back up."""

from __future__ import annotations

import argparse
import getpass
import hashlib
import os
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from app.disk.folders import flush_folder
from app.domain.errors import Problem
from app.hub.accounts import first_admin, set_password
from app.hub.backup import back_up, restore
from app.hub.bundle_files import read_bundles
from app.hub.bundle_out import write_bundle
from app.hub.district import District, open_district
from app.hub.doubts import EVERYTHING
from app.hub.enrol import VILLAGE_ROLES, answer_request_file, make_code
from app.hub.lost_passwords import LaptopFolders, give_password
from app.hub.memory import keep_freed
from app.hub.mirrors import take_mirror
from app.hub.problems import say_problem
from app.hub.public_address import set_public_address
from app.hub.publish import ReadList, part_of, publish
from app.hub.roles import ADMIN, ROLES
from app.hub.upload import clear
from app.hub.views.sticks import outcome_lines
from app.hub.words import month_of
from app.hub.workers import READY, Workers
from app.hub.zones import living_by
from app.wire.enrol_file import LARGEST_REQUEST_FILE

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def main(argv: Sequence[str], read_list: ReadList | None = None, folders: LaptopFolders | None = None) -> int:
    """Run one command; 0 where it went well."""
    asked = parser().parse_args(argv, argparse.Namespace(folders=folders))
    try:
        if asked.run is _restore:  # before a district of this folder is opened, which would make one
            return int(_restore(asked))
        district = open_district(asked.data, asked.name, asked.keys, database=asked.database)
        try:
            with living_by(district.zone.find()):
                return int(asked.run(district, asked, read_list))
        finally:
            district.close()
    except Problem as problem:
        _say(say_problem(problem), wrong=True)
        return 1


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m app.hub", description="Balai: server kabupaten")
    made.add_argument("--data", type=Path, required=True, help="folder data server")
    made.add_argument("--keys", type=Path, help="folder kunci, bila dipisahkan dari data")
    made.add_argument(
        "--database", default="", metavar="postgresql://...", help="server basis data; sekali saja, folder mengingatnya"
    )
    made.add_argument("--name", default="", help="nama kabupaten seperti yang dilihat desa; folder mengingatnya")
    made.add_argument("--host", default="127.0.0.1")
    made.add_argument("--port", type=int, default=8443)
    made.add_argument("--no-tls", action="store_true", help="tanpa TLS; hanya untuk komputer ini sendiri")
    made.add_argument("--until-stdin-closes", action="store_true", help="berhenti bila yang menjalankan berhenti")
    made.add_argument(
        "--proxy", action="append", default=[], metavar="ALAMAT", help="alamat perantara sendiri, misalnya HAProxy"
    )
    made.add_argument("--workers", type=int, default=1, help="jumlah proses yang melayani bersama")
    made.add_argument("--door", type=int, help=argparse.SUPPRESS)
    made.set_defaults(run=_serve)
    commands = made.add_subparsers(title="perintah lain")
    one = commands.add_parser("backup", help="buat cadangan, juga selagi server bekerja; kunci tidak termasuk")
    one.add_argument("target", type=Path, metavar="FOLDER", help="folder untuk semua cadangan")
    one.set_defaults(run=_backup)
    one = commands.add_parser("restore", help="buat folder data baru dari satu cadangan")
    one.add_argument("backup", type=Path, metavar="CADANGAN")
    one.set_defaults(run=_restore)
    one = commands.add_parser("publish", help="terbitkan daftar satu desa")
    one.add_argument("list", type=Path)
    one.add_argument("--village", required=True)
    one.add_argument("--month", default="")
    one.add_argument(
        "--anyway", action="store_true", help="juga bila Balai ragu: tanpa NIK atau KK, bulan janggal, keluarga lain"
    )
    one.set_defaults(run=_publish)
    one = commands.add_parser("code", help="buat kode untuk satu laptop dan satu orang")
    one.add_argument("--village", required=True)
    one.add_argument("--village-name", default="")
    one.add_argument("--role", choices=VILLAGE_ROLES, default="operator")
    one.add_argument("--person", required=True)
    one.add_argument("--rt", action="append", default=[], help="001/001; boleh berulang; hanya untuk pendata")
    one.add_argument("--until", default="", metavar="2027-12-31", help="hari terakhir orang ini bertugas")
    one.set_defaults(run=_code)
    one = commands.add_parser("enrol", help="jawab permintaan pendaftaran yang dibawa sebagai berkas")
    one.add_argument("request", type=Path, metavar="PERMINTAAN")
    one.add_argument("answer", type=Path, metavar="JAWABAN", help="berkas jawaban yang dibuat")
    one.set_defaults(run=_enrol)
    one = commands.add_parser("address", help="alamat server ini di internet, yang diberitahukan kepada laptop baru")
    one.add_argument("address", metavar="https://...")
    one.set_defaults(run=_address)
    one = commands.add_parser("bundle", help="bundel yang dibawa di stik: baca dari desa, atau tulis untuk desa")
    acts = one.add_subparsers(title="yang dilakukan", required=True)
    one = acts.add_parser("read", help="baca bundel, juga yang terbagi, dari desa mana pun")
    one.add_argument("files", type=Path, nargs="+", metavar="BERKAS")
    one.set_defaults(run=_read_bundles)
    one = acts.add_parser("write", help="tulis bundel untuk laptop satu desa")
    one.add_argument("--village", required=True)
    one.add_argument("--part-mb", type=int, default=0, metavar="MB", help="bagi bila lebih besar dari ini (juta byte)")
    one.add_argument("file", type=Path, metavar="BERKAS")
    one.set_defaults(run=_write_bundle)
    one = commands.add_parser("laptop-password", help="beri kata sandi baru di laptop yang semua kata sandinya hilang")
    one.add_argument("folder", type=Path, metavar="FOLDER", help="folder desa dari laptop itu, atau salinannya")
    one.add_argument("--person", default="", help="nama petugas; tanpa ini nama-namanya ditampilkan")
    one.set_defaults(run=_laptop_password)
    one = commands.add_parser(
        "laptop-journal", help="ambil catatan dari laptop yang simpanannya tidak dapat dibuka lagi"
    )
    one.add_argument("folder", type=Path, metavar="FOLDER", help="folder desa dari laptop itu, atau salinannya")
    one.set_defaults(run=_laptop_journal)
    one = commands.add_parser("init-admin", help="buat akun admin, atau beri kata sandi baru")
    one.add_argument("--login", default="admin")
    one.add_argument("--person", default="Admin kabupaten", help="nama lengkap untuk akun baru")
    one.set_defaults(run=_account, role=[ADMIN])
    one = commands.add_parser("account", help="buat akun, atau beri kata sandi baru")
    one.add_argument("--login", required=True)
    one.add_argument("--person", default="", help="nama lengkap untuk akun baru")
    one.add_argument("--role", choices=ROLES, action="append", help="boleh berulang; peran yang sudah ada tetap")
    one.set_defaults(run=_account)
    return made


def _serve(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    from app.hub.server import listen

    if asked.no_tls and asked.host not in LOOPBACK:
        _say("--no-tls hanya boleh dengan --host 127.0.0.1.", wrong=True)
        return 2
    if asked.door is not None:
        with socket.socket(fileno=asked.door) as door:
            return _answer(district, asked, read_list, door)
    if asked.workers > 1 and os.name != "posix":
        _say("--workers hanya dapat dipakai di Linux.", wrong=True)
        return 2
    first = first_admin(district)
    if first is not None:
        _say(f"Akun pertama: admin. Kata sandinya ada di {first}; berkas itu hilang begitu kata sandinya diganti.")
    try:
        door = listen(asked.host, asked.port)
    except OSError as error:
        _say(f"Port {asked.port} tidak dapat dipakai: {error.strerror}", wrong=True)
        return 1
    scheme = "http" if asked.no_tls else "https"
    serves = f"{district.name} melayani di {scheme}://{asked.host}:{door.getsockname()[1]}"
    if asked.workers > 1:
        return _share(district, asked, door, serves)
    _say(serves)
    return _answer(district, asked, read_list, door)


def _answer(district: District, asked: argparse.Namespace, read_list: ReadList | None, door: socket.socket) -> int:
    from app.hub.server import application, server

    keep_freed()
    district.limits.proxies = frozenset(asked.proxy)
    app = application(district, read_list, secure=not asked.no_tls, alone=asked.door is None)
    serving = server(app, district, tls=not asked.no_tls)
    if asked.until_stdin_closes:
        _end_with_stdin(lambda: setattr(serving, "should_exit", True))
    if asked.door is not None:
        _say(READY)
    serving.run(sockets=[door])
    return 0


def _share(district: District, asked: argparse.Namespace, door: socket.socket, serves: str) -> int:
    clear(district.incoming)
    clear(district.unfinished)
    arguments = ["--data", str(asked.data)]
    arguments += ["--keys", str(asked.keys)] if asked.keys else []
    arguments += ["--no-tls"] if asked.no_tls else []
    arguments += [word for proxy in asked.proxy for word in ("--proxy", proxy)]
    workers = Workers(door, arguments)
    if asked.until_stdin_closes:
        _end_with_stdin(workers.stop)
    return workers.run(asked.workers, lambda: _say(serves))


def _end_with_stdin(end: Callable[[], None]) -> None:
    """Whoever started this may be killed at any moment; the pipe closes with him, however he ends."""

    def watch() -> None:
        while os.read(0, 4096):  # not sys.stdin: its lock, held by this thread, would break the end of the program
            pass
        end()

    threading.Thread(target=watch, daemon=True).start()


def _backup(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    made = back_up(district, asked.target)
    _say(f"Cadangan: {made.folder} ({made.photos} foto, {made.copied} baru; {made.removed} cadangan lama dihapus).")
    return 0


def _restore(asked: argparse.Namespace) -> int:
    photos = restore(asked.backup, asked.data, asked.database)
    _say(f"Pulih di {asked.data} ({photos} foto). Jalankan server; laptop mengirim sendiri yang kurang.")
    return 0


def _publish(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    if read_list is None:
        _say("Server ini dijalankan tanpa pembaca lembar kerja.", wrong=True)
        return 2
    roster = part_of(read_list(asked.list), asked.village)
    month = asked.month or month_of(district.now_ms())
    with asked.list.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    made = publish(
        district,
        asked.village,
        roster,
        month=month,
        source_name=asked.list.name,
        source_sha256=sha256,
        meant=EVERYTHING if asked.anyway else (),
    )
    _say(f"Terbit {made}: {len(roster.families)} keluarga, {roster.people} orang.")
    return 0


def _code(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    _say(
        make_code(
            district, asked.village, asked.village_name, asked.role, asked.person, asked.rt, until=asked.until
        ).text
    )
    return 0


def _enrol(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    try:
        with asked.request.open("rb") as file:
            content = file.read(LARGEST_REQUEST_FILE + 1)
        answer = answer_request_file(district, content, "command line")
        with asked.answer.open("wb") as file:
            file.write(answer)
            file.flush()
            os.fsync(file.fileno())
        flush_folder(asked.answer.parent)
    except OSError as error:
        _say(f"{error.filename}: {error.strerror}", wrong=True)
        return 1
    _say(f"Jawaban ditulis ke {asked.answer}. Bawa kembali ke laptop yang meminta.")
    return 0


def _read_bundles(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    # The folder is there before the first serving too.
    district.incoming.mkdir(mode=0o700, exist_ok=True)
    outcomes = [outcome_lines(one) for one in read_bundles(district, [(path.name, path) for path in asked.files])]
    for one in outcomes:
        _say("\n  ".join((one.title, *one.lines)), wrong=not one.taken)
    return 0 if all(one.taken for one in outcomes) else 1


def _write_bundle(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    try:
        made = write_bundle(district, asked.village, asked.file, asked.part_mb * 1_000_000)
    except OSError as error:
        _say(f"{asked.file}: {error.strerror}", wrong=True)
        return 1
    _say("Bundel ditulis dan dibaca ulang: " + ", ".join(map(str, made)))
    _say(f"Hanya laptop desa {asked.village} yang dapat membukanya.")
    return 0


def _address(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    _say(f"Laptop baru akan diberi tahu alamat {set_public_address(district.folder, asked.address)}.")
    return 0


def _laptop_password(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    lost: LaptopFolders | None = asked.folders
    if lost is None:
        _say("Server ini dijalankan tanpa pembaca simpanan laptop.", wrong=True)
        return 2
    people = lost.people(asked.folder)
    found = [one for one in people if one.name.casefold() == asked.person.strip().casefold()]
    if len(found) != 1:
        _say("Petugas di laptop itu: " + ", ".join(f"{one.name} ({one.role})" for one in people))
        if asked.person:
            _say("Nama itu tidak ada di sana, atau ada dua kali. Tidak ada yang diubah.", wrong=True)
        return 1 if asked.person else 0
    village = give_password(district, lost, asked.folder, found[0], _new_password())
    _say(f"Kata sandi baru berlaku di folder itu. Kunci baru {found[0].name} sudah dipastikan untuk desa {village}.")
    return 0


def _laptop_journal(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    folders: LaptopFolders | None = asked.folders
    if folders is None:
        _say("Server ini dijalankan tanpa pembaca simpanan laptop.", wrong=True)
        return 2
    mirrored = folders.journal(asked.folder, district.keys.exchange)
    brought = take_mirror(district, mirrored)
    _say(f"Desa {brought.village}: {brought.new} catatan baru, {brought.known} sudah ada di sini.")
    if brought.receipt:
        _say(f"Tanda terima nomor {brought.receipt}.")
    if brought.unproven:
        _say(f"{brought.unproven} catatan terakhir belum ditandatangani siapa pun, jadi tidak diambil.", wrong=True)
    if mirrored.lost:
        _say(f"{mirrored.lost} bagian salinan catatan itu rusak atau bukan untuk kabupaten ini.", wrong=True)
    return 0


def _new_password() -> str:
    return getpass.getpass("Kata sandi baru: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _account(district: District, asked: argparse.Namespace, read_list: ReadList | None) -> int:
    set_password(district, asked.login, asked.person, _new_password(), asked.role or ())
    _say(f"Akun {asked.login} siap dipakai.")
    return 0


def _say(text: str, *, wrong: bool = False) -> None:
    stream = sys.stderr if wrong else sys.stdout
    stream.write(f"{text}\n")
    stream.flush()
