"""What stands once the district has done as proposed: asked in the form, checked, and said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, Outcome
from app.domain.questionnaire import Kind
from app.domain.roster import HEAD as HEAD_RELATION
from app.domain.roster import Family, Member
from app.domain.standing import NOBODY
from app.ui.screens.questions.ask import Ask, missing_words
from app.ui.screens.usulan.form_state import Block
from app.ui.screens.usulan.sheet import HEAD, KEPT, OTHER_MEMBER, STAYING_HEAD, Sheet
from app.ui.screens.usulan.whom import card_words, person_words
from app.ui.shown import Option
from app.ui.words import translate


def outcome_of(sheet: Sheet) -> Outcome:
    """What was answered, and what goes without asking (the only one who leaves heads the new family)."""
    kept, twins = _valid(sheet, KEPT, kept_options(sheet)), _twins(sheet)
    return Outcome(
        kept_family=FamilyId(kept) if kept and not twins else None,
        kept_member=MemberId(kept) if kept and twins else None,
        head=_head(sheet, kept),
        staying_head=_member(_valid(sheet, STAYING_HEAD, _options(_stayers(sheet)))),
    )


def outcome_blocks(sheet: Sheet, tell_missing: bool) -> tuple[Block, ...]:
    """The questions about what stands afterwards, as far as what they depend on is chosen."""
    after = outcome_of(sheet)
    asked = (
        (KEPT, _kept_title(sheet), kept_options(sheet), after.kept_member or after.kept_family),
        (HEAD, _head_title(sheet), _head_options(sheet), after.head),
        (
            STAYING_HEAD,
            translate("Proposals", "Kepala keluarga ikut berpisah. Siapa kepala keluarga yang tinggal?"),
            _options(_stayers(sheet)),
            after.staying_head,
        ),
    )
    return tuple(
        _block(path, title, options, value or "", tell_missing) for path, title, options, value in asked if options
    )


def lacking_outcome(sheet: Sheet) -> Iterator[str]:
    """What is not answered yet, of what can be asked already."""
    after = outcome_of(sheet)
    if kept_options(sheet) and after.kept_family is None and after.kept_member is None:
        yield (
            translate("Proposals", "Pilih kartu keluarga yang tetap dipakai.")
            if sheet.kind.code == "merge"
            else translate("Proposals", "Pilih data yang tetap dipakai.")
        )
    if _heads(sheet) and after.head is None:
        yield (
            translate("Proposals", "Pilih kepala keluarga setelah digabung.")
            if sheet.kind.code == "merge"
            else translate("Proposals", "Pilih kepala keluarga yang baru.")
        )
    if _stayers(sheet) and after.staying_head is None:
        yield translate("Proposals", "Pilih kepala keluarga yang tinggal.")


def outcome_words(
    body: ChangeProposed, family: Family | None, other: Family | None, former: Mapping[MemberId, str] = NOBODY
) -> str:
    """What stands afterwards in one sentence; empty for kinds and earlier entries that do not say it.

    `former`: names of those whom an earlier list held in either family.
    """
    after = body.outcome
    families = [one for one in (family, other) if one is not None]
    head, staying = _named(after.head, families, former), _named(after.staying_head, families, former)
    if body.proposal == "split" and head:
        said = translate("Proposals", "Kepala keluarga yang baru: {name}.", name=head)
        left = translate("Proposals", "Kepala keluarga yang tinggal: {name}.", name=staying) if staying else ""
        card = translate("Proposals", "KK lama tetap dipakai keluarga yang tinggal.")
        return " ".join(part for part in (said, left, card) if part)
    kept = next((one for one in families if one.id == after.kept_family), None)
    if body.proposal == "merge" and kept is not None:
        return translate(
            "Proposals",
            "KK atas nama {whose} tetap dipakai ({card}). Kepala keluarga sesudahnya: {name}.",
            whose=kept.head_name,
            card=card_words(kept),
            name=head,
        )
    twin = _person(after.kept_member, families)
    if twin is not None:
        return _kept_words(twin[0].name, person_words(*twin))
    return _kept_words(kept.head_name, card_words(kept)) if kept is not None else ""


def kept_options(sheet: Sheet) -> tuple[Option, ...]:
    """The two records (or cards) of which one stays; none before both are chosen."""
    here, there = sheet.family, sheet.other.standing.family if sheet.other is not None else None
    if "kept" not in sheet.picks or here is None or there is None:
        return ()
    if _twins(sheet):
        pairs = [_person(one, [here, there]) for one in (sheet.member, MemberId(sheet.answer(OTHER_MEMBER)))]
        return tuple(Option(pair[0].id, pair[0].name, person_words(*pair)) for pair in pairs if pair is not None)
    if here.id == there.id:
        return ()
    return tuple(Option(one.id, one.head_name, card_words(one)) for one in (here, there))


def _kept_words(name: str, which: str) -> str:
    return translate(
        "Proposals", "Yang tetap dipakai: {name} ({which}). Yang lain dinonaktifkan.", name=name, which=which
    )


def _twins(sheet: Sheet) -> bool:
    """Whether two records of one person are meant, and not two families."""
    other = sheet.answer(OTHER_MEMBER)
    known = {one.id for one in sheet.other.standing.family.members} if sheet.other is not None else set()
    return "other_member" in sheet.picks and sheet.member is not None and other in known and other != sheet.member


def _heads(sheet: Sheet) -> tuple[Member, ...]:
    """Who may head the new or the joined family."""
    if "head" not in sheet.picks or sheet.family is None:
        return ()
    if sheet.kind.code == "split":
        return tuple(one for one in sheet.family.members if one.id in sheet.members)
    if sheet.other is None or sheet.other.standing.id == sheet.subject:
        return ()
    return (*sheet.family.members, *sheet.other.standing.family.members)


def _stayers(sheet: Sheet) -> tuple[Member, ...]:
    """Who may head those who stay; nobody is asked for while the head himself stays."""
    if sheet.kind.code != "split" or sheet.family is None:
        return ()
    head = next((one for one in sheet.family.members if one.relation == HEAD_RELATION), None)
    if head is None or head.id not in sheet.members:
        return ()
    return tuple(one for one in sheet.family.members if one.id not in sheet.members)


def _head(sheet: Sheet, kept: str) -> MemberId | None:
    options = _options(_heads(sheet))
    said = _valid(sheet, HEAD, options)
    if said or not options or sheet.kind.code != "merge":
        return _member(said)
    assert sheet.family is not None
    assert sheet.other is not None
    card = next((one for one in (sheet.family, sheet.other.standing.family) if one.id == kept), None)
    people = card.members if card is not None else ()
    return next((MemberId(one.id) for one in people if one.relation == HEAD_RELATION), None)


def _valid(sheet: Sheet, path: str, options: tuple[Option, ...]) -> str:
    """An answer that is still among the choices; the only choice there is needs none."""
    codes = [option.code for option in options]
    if len(codes) == 1:
        return codes[0]
    return sheet.answer(path) if sheet.answer(path) in codes else ""


def _member(code: str) -> MemberId | None:
    return MemberId(code) if code else None


def _options(people: tuple[Member, ...]) -> tuple[Option, ...]:
    return tuple(Option(one.id, one.name) for one in people)


def _head_options(sheet: Sheet) -> tuple[Option, ...]:
    """Who may head the family; of two families also whose each is."""
    if sheet.kind.code == "split" or sheet.family is None or sheet.other is None:
        return _options(_heads(sheet))
    families = [sheet.family, sheet.other.standing.family]
    pairs = (_person(MemberId(one.id), families) for one in _heads(sheet))
    return tuple(Option(pair[0].id, pair[0].name, person_words(*pair)) for pair in pairs if pair is not None)


def _person(member: MemberId | None, families: list[Family]) -> tuple[Member, Family] | None:
    found = ((one, family) for family in families for one in family.members if one.id == member)
    return next(found, None)


def _named(member: MemberId | None, families: list[Family], former: Mapping[MemberId, str]) -> str:
    found = _person(member, families)
    if found is not None:
        return found[0].name
    return former.get(member, "") if member is not None else ""


def _kept_title(sheet: Sheet) -> str:
    if sheet.kind.code == "merge":
        return translate("Proposals", "KK siapa yang tetap dipakai?")
    return translate("Proposals", "Data mana yang tetap dipakai?")


def _head_title(sheet: Sheet) -> str:
    if sheet.kind.code == "merge":
        return translate("Proposals", "Siapa kepala keluarga setelah digabung?")
    return translate("Proposals", "Siapa kepala keluarga yang baru?")


def _block(path: str, title: str, options: tuple[Option, ...], value: str, tell_missing: bool) -> Block:
    error = missing_words() if tell_missing and not value else ""
    return Block(path, title, (Ask(path, Kind.CHOICE, title, "", options, value, error, True, all_seen=True),))
