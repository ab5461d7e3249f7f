"""One table of everything that reads foreign bytes, each with real messages to begin from.

A target reads a spoilt message to its end: past signatures, seals and checksums, because whoever is certified can make
those. What it may say is a value or a `Problem`; anything else is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tests.fuzz import bodies, calls, files, kept, pictures, talks, texts, typed
from tests.fuzz.mutate import Step, lying, mutated
from tests.fuzz.world import World


@dataclass(frozen=True, slots=True)
class Target:
    """What reads, and where its messages come from."""

    name: str
    seeds: Callable[[World], Sequence[bytes]]
    read: Callable[[World, bytes], object]
    lies: bool = False
    """Values are changed inside a MessagePack message, not its bytes."""

    def spoilt(self, seeds: Sequence[bytes], which: int, steps: Sequence[Step]) -> bytes:
        """One of the messages after a recipe."""
        content = seeds[which % len(seeds)]
        return lying(content, steps) if self.lies else mutated(content, steps, seeds[(which + 1) % len(seeds)])


TARGETS: Final = (
    Target("squeeze", bodies.squeezed, bodies.read_squeezed),
    Target("columns", bodies.columns, bodies.read_columns),
    Target("trees", bodies.trees, bodies.read_trees),
    Target("entries as they travel", bodies.entries, bodies.read_entries),
    Target("entries, inside", bodies.entries_inside, bodies.read_entries_inside),
    Target("list as it travels", bodies.packs, bodies.read_pack),
    Target("list, inside", bodies.packs_inside, bodies.read_pack_inside),
    Target("payloads", bodies.payloads, bodies.read_payload),
    Target("payloads that lie", bodies.payloads, bodies.read_payload, lies=True),
    Target("request", calls.requests, calls.serve),
    Target("request that lies", calls.requests, calls.serve, lies=True),
    Target("entry that lies, at the district", calls.own_entries, calls.take_at_district, lies=True),
    Target("entry that lies, at a laptop", calls.own_entries, calls.take_at_laptop, lies=True),
    Target("answer", calls.answers, calls.hear),
    Target("answer that lies", calls.answers, calls.hear, lies=True),
    Target("enrolment", calls.enrolments, calls.enrol),
    Target("enrolment that lies", calls.enrolments, calls.enrol, lies=True),
    Target("enrolment's answer", calls.enrol_answers, calls.hear_enrol),
    Target("enrolment's answer that lies", calls.enrol_answers, calls.hear_enrol, lies=True),
    Target("certificate", calls.certificates, calls.show),
    Target("certificate, inside", calls.certificates_inside, calls.show_inside),
    Target("signed call", calls.signed_calls, calls.check_signed),
    Target("refusals of a district", calls.refusals, calls.hear_refusal),
    Target("upload", calls.uploads, calls.upload),
    Target("vouching", calls.vouchings, calls.vouch, lies=True),
    Target("bundle", files.bundles, files.read_bundle),
    Target("bundle's header", files.headers, files.read_header),
    Target("bundle's header that lies", files.headers, files.read_header, lies=True),
    Target("bundle's words", files.words, files.take_words),
    Target("bundle's words that lie", files.words, files.take_words, lies=True),
    Target("parts", files.parts, files.read_parts),
    Target("slots", files.slots, files.read_slots),
    Target("slots, checksum mended", files.slots, files.read_slots_mended),
    Target("mirror", files.mirrors, files.read_mirror),
    Target("entry of a mirror, at the district", files.mirrored, files.take_mirrored),
    Target("entry of a mirror that lies, at the district", files.mirrored, files.take_mirrored, lies=True),
    Target("anchor", files.anchors, files.read_anchor),
    Target("call on the network", talks.calls, talks.answer),
    Target("answer on the network", talks.replies, talks.hear),
    Target("greeting", talks.greetings, talks.greet),
    Target("talk", talks.talk, talks.hold),
    Target("expression", texts.expressions, texts.evaluate),
    Target("pattern", texts.patterns, texts.match),
    Target("form", texts.forms, texts.read),
    Target("enrolment's request as a file", kept.request_files, kept.take_request),
    Target("enrolment's answer as a file", kept.answer_files, kept.take_answer),
    Target("photo", pictures.photos, pictures.take_photo),
    Target("photo of another laptop", pictures.fetched, pictures.see),
    Target("photo under way", pictures.parts, pictures.go_on),
    Target("sheet", pictures.lists, pictures.read_list),
    Target("scan", typed.scans, typed.scan),
    Target("code of enrolment", typed.enrol_codes, typed.enrol_code),
    Target("recovery words", typed.recovery_words, typed.recover),
    Target("numbers, dates and names", typed.facts, typed.fact),
    Target("search", typed.searches, typed.search),
    Target("district's address", typed.addresses, typed.address),
    Target("card of a store", kept.cards, kept.card),
    Target("mark of a wipe", kept.marks, kept.mark),
    Target("preferences", kept.preferences, kept.prefer),
    Target("wrong tries", kept.tries, kept.wait),
    Target("backup's note", kept.backups, kept.backup),
)
