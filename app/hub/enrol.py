"""Codes that let one laptop and one person in, and the district's answer to whoever knows one."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import Connection, insert, select, update

from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.ids import DeviceId, PersonId
from app.domain.payloads import DeviceCertified, KeyRevoked, PersonAdded, PersonCertified
from app.domain.policy import ENUMERATOR, ROLES, VERIFIER
from app.domain.tenure import day_of
from app.hub.chain import ENTRY_COLUMNS, append, entry_of, open_village, say, village_row
from app.hub.database import put
from app.hub.district import District
from app.hub.effects import Effects
from app.hub.judge import certified_keys
from app.hub.public_address import public_address
from app.hub.receive import release, release_into
from app.hub.stopping import stop_held
from app.hub.tables import code as code_table
from app.hub.tables import device, entry, person, revoked
from app.wire.enrol import Code, EnrolAnswer, EnrolRequest, check_proof, new_code, prove_answer, read_proof
from app.wire.enrol_file import answer_file, read_request_file
from app.wire.exchange import body_of
from app.wire.hpke import check_public_key
from app.wire.payload import decode_payload
from app.wire.trust import district_device

DAYS = 14
"""How long a code is good."""

SHORTEST_REASON, LONGEST_REASON = 5, 200
"""Letters of why a laptop is revoked."""

_DAY_MS = 86_400_000
_NAME = re.compile(r"[a-z2-7]{12}")
_RT = re.compile(r"(?<![\d/])(\d{1,3})\s*/\s*(\d{1,3})(?![\d/])")
_LEFT = re.compile(r"[\d/]")
VILLAGE_ROLES = tuple(role for role in ROLES if role != VERIFIER)


CANCELLED = 0
"""When a cancelled code ends."""


def make_code(
    district: District,
    village: str,
    village_name: str,
    role: str,
    name: str,
    rts: Sequence[str] = (),
    days: int = DAYS,
    until: str = "",
) -> Code:
    """A fresh code for one person of one village; `until`: the last day (ISO) of his certificate, empty for no end.

    Refused ``enrol_village_code``, ``enrol_role_unknown``, ``person_name_missing``, ``enrol_rt_for_enumerators``,
    ``until_unreadable``, ``until_past``.
    """
    if not (village.isascii() and village.isdigit() and len(village) == 10):
        raise Refused("enrol_village_code")
    check_role(role)
    name = " ".join(name.split())
    if not name:
        raise Refused("person_name_missing")
    check_rts(role, rts)
    made = new_code(district.keys.root_public, district.keys.ca_pem)
    now = district.now_ms()
    until = checked_until(until, day_of(now))
    with district.database.write(village) as connection:
        open_village(connection, district, village, village_name)
        connection.execute(
            insert(code_table).values(
                code=made.id,
                village=village,
                key=made.key,
                role=role,
                name=name,
                rts=json.dumps(list(rts)),
                until=until,
                made_at_ms=now,
                expires_at_ms=now + days * _DAY_MS,
                used_by="",
            )
        )
    return made


def check_role(role: str) -> None:
    """Refused ``enrol_role_unknown``."""
    if role not in VILLAGE_ROLES:
        raise Refused("enrol_role_unknown", role=role)


def read_rts(text: str) -> tuple[str, ...]:
    """``RT/RW`` pairs as somebody types them. Refused ``enrol_rt_unreadable``."""
    bound = tuple(f"{int(rt):03d}/{int(rw):03d}" for rt, rw in _RT.findall(text))
    # What is left of "001/001, 002" would be an RT that somebody may not work in though he was meant to.
    if text.strip() and (not bound or _LEFT.search(_RT.sub(" ", text))):
        raise Refused("enrol_rt_unreadable")
    return bound


def check_rts(role: str, rts: Sequence[str]) -> None:
    """Refused ``enrol_rt_for_enumerators``."""
    if rts and role != ENUMERATOR:
        raise Refused("enrol_rt_for_enumerators")


def checked_until(text: str, today: str) -> str:
    """The last day of a certificate (ISO), or empty. Refused ``until_unreadable``, ``until_past``."""
    text = text.strip()
    if not text:
        return ""
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Refused("until_unreadable") from error
    if day < today:
        raise Refused("until_past")
    return day


def cancel_code(district: District, village: str, code: str) -> None:
    """Let a code in nobody any more: it was read to the wrong person. Refused ``code_spent``."""
    with district.database.write(village) as connection:
        where = (code_table.c.village == village, code_table.c.code == code)
        used_by = connection.execute(select(code_table.c.used_by).where(*where)).scalar()
        if used_by is None or used_by:
            raise Refused("code_spent")
        connection.execute(update(code_table).where(*where).values(expires_at_ms=CANCELLED))


def serve_enrol(district: District, message: bytes, address: str) -> bytes:
    """The answer to a laptop that knows a code; the same laptop may ask again when its answer was lost. `address` is
    whoever brought the request: of the line, or of the page.

    Refused ``enrol_code_wrong``, ``enrol_code_used``, ``enrol_code_expired``, ``too_many_tries``, ``public_key_bad``.
    """
    asked = read_proof(message)
    names = (*district.limits.of_address("enrol", address), f"enrol code {asked.code}")
    district.limits.check(*names)
    try:
        with district.database.read() as connection:
            place = _village_of(connection, asked.code)
        with district.database.write(place) as connection:
            answer, key = _enrol(connection, district, message, asked)
    except Refused:
        district.limits.failed(*names)
        raise
    district.limits.succeeded(*names)
    return prove_answer(answer, message, key)


def answer_request_file(district: District, content: bytes, who: str) -> bytes:
    """The answer, as a file, to a request that came as one; `who` brought it. Refused ``enrol_file_*`` and as
    `serve_enrol`."""
    message = read_request_file(content)
    return answer_file(serve_enrol(district, message, who), message)


def _village_of(connection: Connection, code: str) -> str:
    """Refused ``enrol_code_wrong``."""
    found = connection.execute(select(code_table.c.village).where(code_table.c.code == code)).scalar()
    if found is None:
        raise Refused("enrol_code_wrong")
    return str(found)


def _enrol(
    connection: Connection, district: District, message: bytes, asked: EnrolRequest
) -> tuple[EnrolAnswer, bytes]:
    row = connection.execute(select(code_table).where(code_table.c.code == asked.code)).one_or_none()
    if row is None:
        raise Refused("enrol_code_wrong")
    check_proof(message, row.key)
    check_public_key(asked.exchange_key)
    if not (_NAME.fullmatch(asked.device) and _NAME.fullmatch(asked.person) and len(asked.signing_key) == 32):
        raise Refused("exchange_malformed")
    user = _keys_of(asked)
    if row.used_by and row.used_by != user:
        raise Refused("enrol_code_used")
    if not row.used_by and row.expires_at_ms < district.now_ms():
        raise Refused("enrol_code_expired")
    # An answer that was lost on its way may be asked for again, but not by a laptop that was stopped since.
    if row.used_by and is_revoked(connection, row.village, asked.signing_key):
        raise Refused("exchange_device_revoked")
    rts = tuple(json.loads(row.rts))
    if not row.used_by:
        _certify(connection, district, asked, row.village, row.role, row.name, rts, row.until)
        put(connection, code_table, {"village": row.village, "code": asked.code}, {"used_by": user})
    place = village_row(connection, row.village)
    own = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == row.village, entry.c.chain == place.chain).order_by(entry.c.seq)
    )
    answer = EnrolAnswer(
        hub=district.keys.hub,
        district=district.name,
        village=row.village,
        village_name=place.name,
        root_key=district.keys.root_public,
        exchange_key=district.keys.exchange_public,
        ca_pem=district.keys.ca_pem,
        role=row.role,
        name=row.name,
        rts=rts,
        entries=body_of([entry_of(found) for found in own]),
        address=public_address(district.folder),
    )
    return answer, bytes(row.key)


def _certify(
    connection: Connection,
    district: District,
    asked: EnrolRequest,
    code: str,
    role: str,
    name: str,
    rts: tuple[str, ...],
    until: str,
) -> None:
    """Say on the district's chain that this laptop and this person are trusted, and act on it."""
    keys = district.keys
    laptop = DeviceCertified(DeviceId(asked.device), code, asked.label[:80], asked.exchange_key, asked.signing_key)
    _check_free(connection, district, code, asked)
    who = PersonCertified(PersonId(asked.person), code, name, role, asked.public_key, rts, until)
    say(connection, district, code, [(keys.person, VILLAGE, laptop), (keys.person, VILLAGE, who)])
    put(
        connection,
        device,
        {"village": code, "device": asked.device},
        {
            "label": laptop.label,
            "signing_key": asked.signing_key,
            "exchange_key": asked.exchange_key,
            "certified_at_ms": district.now_ms(),
            "heard_at_ms": 0,
        },
    )
    trust(connection, district, code, who)


def _check_free(connection: Connection, district: District, code: str, asked: EnrolRequest) -> None:
    """Refused ``enrol_name_taken`` where laptop or person has the name of another key: nobody takes another's place;
    ``enrol_key_revoked`` where either was revoked: a fresh key has to be made, in a new store."""
    laptop = select(device.c.signing_key).where(device.c.village == code, device.c.device == asked.device)
    who = select(person.c.public_key).where(person.c.village == code, person.c.person == asked.person)
    for found, key in ((laptop, asked.signing_key), (who, asked.public_key)):
        held = connection.execute(found).scalar()
        if held is not None and bytes(held) != key:
            raise Refused("enrol_name_taken")
    if any(is_revoked(connection, code, key) for key in (asked.signing_key, asked.public_key)):
        raise Refused("enrol_key_revoked")
    if asked.device == district_device(district.keys.root_public, code) or asked.person == district.keys.person:
        raise Refused("enrol_name_taken")


def trust(connection: Connection, district: District, code: str, who: PersonCertified) -> None:
    """Act on a certificate that was just said: what waited for this person counts from now on."""
    where = (person.c.village == code, person.c.person == who.person)
    values: dict[str, object] = {
        "name": who.name,
        "role": who.role,
        "public_key": who.public_key,
        "rts": json.dumps(list(who.rts)),
        "until": who.until,
        "certified": True,
    }
    if connection.execute(select(person.c.person).where(*where)).first() is None:  # whether he serves the village says
        values["active"] = True
    put(connection, person, {"village": code, "person": who.person}, values)
    release(connection, district, code, {who.person})


def confirm_person(district: District, code: str, who: str) -> None:
    """Certify somebody whom officials of the village added; what waited for it counts from then on."""
    with district.database.write(code) as connection:
        row = connection.execute(select(person).where(person.c.village == code, person.c.person == who)).one_or_none()
        if row is None or row.certified:
            raise Refused("person_unknown")
        said = PersonCertified(
            PersonId(who), code, row.name, row.role, bytes(row.public_key), tuple(json.loads(row.rts)), row.until
        )
        say(connection, district, code, [(district.keys.person, VILLAGE, said)])
        trust(connection, district, code, said)


def revoke_device(district: District, code: str, name: str, why: str, *, by: str) -> None:
    """From now on take nothing from this laptop, as `by` says (a name): it was lost, stolen or replaced.

    Refused ``revoke_reason_missing``, ``exchange_device_unknown``, ``device_revoked``.
    """
    found = select(device.c.signing_key).where(device.c.village == code, device.c.device == name)
    _revoke(
        district,
        code,
        lambda connection: [bytes(key) for key in connection.execute(found).scalars()],
        why,
        by,
        ("exchange_device_unknown", "device_revoked"),
    )


def revoke_person(district: District, code: str, who: str, why: str, *, by: str) -> None:
    """From now on nothing new that this person says counts, on whatever laptop and with whichever of his keys.

    Refused ``revoke_reason_missing``, ``person_unknown``, ``person_revoked``.
    """
    _revoke(
        district,
        code,
        lambda connection: _every_key(connection, code, who) if who != district.keys.person else [],
        why,
        by,
        ("person_unknown", "person_revoked"),
    )


def _every_key(connection: Connection, code: str, who: str) -> list[bytes]:
    """The key of a person, and those that he had before a new password."""
    held = select(person.c.public_key).where(person.c.village == code, person.c.person == who)
    now = connection.execute(held).scalar()
    if now is None:
        return []
    rows = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == "person_added", entry.c.reason == "")
    )
    said = (decode_payload(one.kind, one.version, one.payload) for one in map(entry_of, rows))
    added = {one.public_key for one in said if isinstance(one, PersonAdded) and one.person == who}
    return sorted({bytes(now)} | added | certified_keys(connection, code).get(who, set()))


def _revoke(
    district: District,
    code: str,
    keys: Callable[[Connection], list[bytes]],
    why: str,
    by: str,
    problems: tuple[str, str],
) -> None:
    why = " ".join(why.split())
    if len(why) < SHORTEST_REASON:
        raise Refused("revoke_reason_missing")
    unknown, before = problems
    with district.database.write(code) as connection:
        held = keys(connection)
        if not held:
            raise Refused(unknown)
        good = [key for key in held if not is_revoked(connection, code, key)]
        if not good:
            raise Refused(before)
        said = [KeyRevoked(key, f"{why[:LONGEST_REASON]} ({by})") for key in good]
        words = append(connection, district, code, [(district.keys.person, VILLAGE, one) for one in said])
        effects = Effects(connection, district, code)
        for word, one in zip(words, said, strict=False):  # the last word is the seal
            effects.apply(word, one, own=True)
        stop_held(connection, district, code, effects, effects.stopped)  # of whoever counts far ahead
        release_into(connection, district, code, effects)


def is_revoked(connection: Connection, code: str, key: bytes) -> bool:
    """Whether nothing new of this key counts."""
    gone = select(revoked.c.public_key).where(revoked.c.village == code, revoked.c.public_key == key)
    return connection.execute(gone).first() is not None


def _keys_of(asked: EnrolRequest) -> str:
    keys = asked.signing_key + asked.exchange_key + asked.public_key
    return hashlib.sha256(keys + f"{asked.device}/{asked.person}".encode()).hexdigest()
