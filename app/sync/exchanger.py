"""One exchange from the laptop's side: words in as few round trips as can be, then the list, then photos."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from app.domain.entry import Entry
from app.domain.errors import Problem, Refused, Unavailable
from app.domain.ids import ChainId, EntryId, device_of, entry_id
from app.sync.batches import next_batch
from app.sync.enrolment import DeviceKeys, Enrolment
from app.sync.going_on import GoingOn, Rest
from app.sync.heads import Heads
from app.sync.line import Stopped
from app.sync.list_under_way import fetch_list, forget_list, list_so_far
from app.sync.lists_back import ListLine, give_lists_back
from app.sync.pace import Pace
from app.sync.peers import Peers
from app.sync.photo_pieces import PhotoLine, send_photo
from app.sync.restored import ALL, UNDER_WAY, owe_all
from app.sync.tally import Tally
from app.usecases.desk import ExchangeOutcome, ExchangeProgress
from app.usecases.exchange import LaptopEntries, LaptopPhotos, Memory
from app.wire.columns import decode_entries
from app.wire.exchange import (
    LARGEST_OF_A_STRANGER,
    LARGEST_REQUEST,
    PROTOCOL,
    Answer,
    Request,
    body_of,
    lacks,
    numbers,
    open_answer,
    rows_of,
    sign_call,
    sign_request,
    vector_of,
)
from app.wire.pack import decode_pack
from app.wire.trust import district_device

MOST_ROUNDS = 2_000
CLOCK_MS = 10 * 60_000
"""How far the laptop's clock may be from the district's before it is said."""

_MAYBE_ARRIVED = frozenset({"line_cut", "line_timeout", "line_hub_failed"})


class Line(ListLine, PhotoLine, Protocol):
    """Calls to the hub (see `HttpLine`)."""

    def post(self, path: str, body: bytes, largest: int, authorization: str = "") -> bytes:
        """The answer to a binary call."""

    def close(self) -> None:
        """Let go of the connection."""


class Exchanger:
    """Runs exchanges with one district; lives as long as the vault is open, so that a list's fetch can be resumed."""

    def __init__(
        self,
        enrolment: Enrolment,
        keys: DeviceKeys,
        *,
        entries: LaptopEntries,
        photos: LaptopPhotos,
        memory: Memory,
        line: Callable[[Callable[[int, int], None], Callable[[], bool]], Line],
        seal: Callable[[], object],
        now_ms: Callable[[], int],
        spent: Callable[[int], None] = lambda size: None,
        rest: Rest = time.sleep,
    ) -> None:
        """`line` makes a fresh line from the two callables that `HttpLine` takes as `moved` and `stopped`; `spent` is
        told how many bytes went over it since it was told last; `rest` lets so many seconds pass."""
        self._enrolment = enrolment
        self._keys = keys
        self._entries = entries
        self._photos = photos
        self._memory = memory
        self._make_line = line
        self._seal = seal
        self._now_ms = now_ms
        self._heads = Heads(keys, entries, memory, enrolment)
        self._peers = Peers(memory, enrolment.hub)
        self._pace = Pace(memory)
        self._spent = spent
        self._rest = rest
        self._counted = 0
        self._photo_at: tuple[str, int] = ("", 0)
        """Of which photo the district holds how much, as last heard."""

    def run(
        self,
        progress: Callable[[ExchangeProgress], None] = lambda step: None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        bytes_most: int | None = None,
        goes_on: bool = False,
    ) -> ExchangeOutcome:
        """One exchange. Unavailable ``line_*`` or Refused ``exchange_*``; what came through until then stays.

        A person who stops it gets the outcome so far. `bytes_most` is how much may go over the line before the
        next photo waits (what is left of a day's limit); None means all. Words never wait. With `goes_on` a line that
        breaks is opened again as long as something comes through.
        """
        tally = Tally()
        going = GoingOn(cancelled, self._rest)
        progress(ExchangeProgress("connecting"))
        self._entries.tell_matches()
        self._seal()
        try:
            while True:
                before, spent = self._standing(), tally.bytes_sent + tally.bytes_received
                try:
                    self._try(tally, progress, cancelled, None if bytes_most is None else bytes_most - spent)
                    break
                except Unavailable as problem:
                    moved = tally.bytes_sent + tally.bytes_received > spent
                    if not (goes_on and going.again(problem, moved=moved, came_on=self._standing() != before)):
                        raise
                    tally.carried.clear()  # they went whole or not at all
        except Stopped:
            pass
        progress(ExchangeProgress("done"))
        return ExchangeOutcome(
            sent_entries=tally.sent_entries,
            received_entries=tally.received_entries,
            sent_photos=tally.sent_photos,
            photos_left=len(self._photos.waiting()),
            bytes_sent=tally.bytes_sent,
            bytes_received=tally.bytes_received,
            receipt=tally.receipt,
            decisions=tally.decisions,
            list_month=tally.list_month,
            quarantined=tuple(tally.set_aside.items()),
            notices=tuple(tally.notices),
            limit_reached=tally.limit_reached,
        )

    def _standing(self) -> tuple[object, ...]:
        """Differs where an exchange came on: something arrived, on either side."""
        return (
            rows_of(self._entries.vector()),
            tuple(sorted(self._peers.district().vector.items())),
            list_so_far(self._memory),
            len(self._entries.pack_needed()),
            frozenset(self._photos.waiting()),
            self._memory.get(UNDER_WAY),
            self._photo_at,
        )

    def _try(
        self,
        tally: Tally,
        progress: Callable[[ExchangeProgress], None],
        cancelled: Callable[[], bool],
        bytes_most: int | None,
    ) -> None:
        """All of it over one line."""
        step = ExchangeProgress("connecting")
        start = 0

        def moved(sent: int, received: int) -> None:
            progress(replace(step, done=sent + received - start))

        def enter(name: str, total: int = 0) -> None:
            nonlocal step, start
            step = ExchangeProgress(name, 0, total)
            start = line.sent + line.received
            progress(step)

        line = self._make_line(moved, cancelled)
        self._counted = 0
        enter("connecting")
        try:
            enter("words")
            self._words(line, tally, cancelled)
            enter("pack")
            self._packs(line, tally, cancelled)
            give_lists_back(
                line, self._entries, self._memory, self._signed, tally.packs.keys() | tally.fetched, cancelled
            )
            recovered = self._entries.recover_forked()
            if self._entries.tell_matches() or recovered:
                self._seal()
                self._words(line, tally, cancelled)
            self._send_photos(line, tally, cancelled, enter, bytes_most)
        finally:
            self._count_spent(line)
            tally.bytes_sent += line.sent
            tally.bytes_received += line.received
            line.close()

    def _count_spent(self, line: Line) -> None:
        """Tell what went over the line, soon after it did: a laptop whose current fails has spent it all the same."""
        moved = line.sent + line.received
        self._spent(moved - self._counted)
        self._counted = moved

    # --- words -----------------------------------------------------------------------------------------------------

    def _words(self, line: Line, tally: Tally, cancelled: Callable[[], bool]) -> None:
        """Rounds until neither lacks anything, or a round changed nothing."""
        before: tuple[object, ...] = ()
        for _ in range(MOST_ROUNDS):
            if cancelled():
                raise Stopped
            answer, begun_again = self._known_round(line, tally)
            ours = self._entries.vector()
            theirs = vector_of(answer.vector)
            if not (answer.more or begun_again or lacks(numbers(theirs), numbers(ours))):
                return
            now = (rows_of(ours), answer.vector, len(tally.carried))
            if now == before and not begun_again:
                return
            before = now

    def _known_round(self, line: Line, tally: Tally) -> tuple[Answer, bool]:
        """The same where the district was restored from a copy: to a day before it let this laptop in, it is shown the
        certificate, and everything goes once it knows the laptop again; to a day before what it had said last, the seal
        that proves it."""
        certificate, proof = b"", False
        while True:
            try:
                return self._round(line, tally, certificate, proof=proof)
            except Refused as refused:
                if refused.code == "exchange_device_unknown" and not certificate:
                    certificate, proof = self._heads.certificate(), True
                    if not certificate:
                        raise
                elif refused.code != "exchange_life_unproved" or (proof and not self._heads.leave_unsealed()):
                    raise
                proof = True
                tally.carried.clear()  # nothing was taken

    def _round(self, line: Line, tally: Tally, certificate: bytes = b"", *, proof: bool = False) -> tuple[Answer, bool]:
        """One request and its answer; whether our own chain had to begin again. With a certificate it says nothing
        else: of a stranger little is read. `proof`: show how far the district's chain had come."""
        heard = self._peers.district()
        epoch, known = heard.epoch, dict(heard.vector)
        held = self._entries.vector()
        ours = district_device(self._enrolment.root_key, self._enrolment.village)
        if not epoch:  # at first contact it surely holds what it gave at enrolment
            known = {str(chain): end.seq for chain, end in held.items() if device_of(chain) == ours} | known
        batch: Sequence[Entry] = ()
        lost: Sequence[Entry] = ()
        given: Sequence[Entry] = self._heads.seal() if proof else ()
        if not certificate:
            batch = next_batch(self._entries, known, numbers(held), self._is_own, self._pace.batch, tally.carried)
            lost = self._entries.lost_by_district(chain for chain in held if device_of(chain) == ours)
            given = [*self._heads.given(), *given]
        through: dict[str, int] = {one.chain: one.seq for one in batch}
        request = Request(
            PROTOCOL,
            self._enrolment.hub,
            epoch,
            self._enrolment.village,
            self._keys.device,
            os.urandom(16),
            self._now_ms(),
            rows_of(held),
            body_of(batch) if batch else b"",
            self._heads.of(one.chain for one in batch),
            body_of([*lost, *given]) if lost or given else b"",
            self._pace.batch,
            certificate,
        )
        message = sign_request(request, self._keys.signing)
        answer = self._ask(line, message, batch, through)
        if (answer.hub, answer.village) != (self._enrolment.hub, self._enrolment.village):
            raise Refused("exchange_answer_forged")
        if lost:
            self._entries.told_district(lost)
        self._entries.mark_sent(through)
        tally.count_sent(batch)
        begun_again = self._take(answer, batch, tally)
        self._entries.keep_aside({(row.chain, seq): row.reason for row in answer.unseen for seq in row.seqs})
        if answer.epoch != epoch:  # also at first contact: others may have brought receipts of a life that was lost
            owe_all(self._memory)
            if epoch:
                tally.notices["hub_restored"] = None
        self._peers.district_answered(answer.epoch, {row.chain: row.seq for row in answer.vector}, answer.at_ms)
        if abs(answer.at_ms - self._now_ms()) > CLOCK_MS:
            tally.notices["clock_wrong"] = None
        return answer, begun_again

    def _ask(self, line: Line, message: bytes, batch: Sequence[Entry], through: Mapping[str, int]) -> Answer:
        """The district's answer to a request that carries `batch`."""
        carried = sum(len(one.payload) for one in batch)

        def moved() -> int:
            return line.sent + line.received

        try:
            with self._pace.batch_under_way(moved, lambda: carried):
                signed = self._signed("POST /v1/exchange") if len(message) > LARGEST_OF_A_STRANGER else ""
                answered = line.post("/v1/exchange", message, LARGEST_REQUEST, signed)
                answer = open_answer(answered, message, self._enrolment.root_key, self._keys.exchange)
                carried += sum(len(one.payload) for one in decode_entries(answer.entries)) if answer.entries else 0
        except Unavailable as error:
            if error.code in _MAYBE_ARRIVED:
                self._entries.mark_sent(through)
            raise
        finally:
            self._count_spent(line)
        return answer

    def _take(self, answer: Answer, batch: Sequence[Entry], tally: Tally) -> bool:
        fresh = decode_entries(answer.entries) if answer.entries else []
        tally.receipt = answer.receipt or tally.receipt
        for one in batch:  # an earlier round may have set it aside for want of what came since
            tally.set_aside.pop(one.id, None)
        tally.set_aside.update({_id(row.chain, row.seq): row.reason for row in answer.set_aside})
        tally.packs.update({pack.sha256: pack.body for pack in answer.packs})
        forked: dict[str, int] = {}
        for row in answer.forked:
            forked[row.chain] = min(row.seq, forked.get(row.chain, row.seq))
        if fresh:
            received = self._entries.receive(fresh)
            tally.received_entries += received.new
            forked.update({chain: 0 for chain in received.forked if chain not in forked})
            tally.count_news(fresh)
        # Nobody vouches for the end of another's chain that the district lost: of such a one its receipts alone tell.
        if any(not self._is_own(one.chain) for one in batch):
            forked.update({chain: 0 for chain in self._entries.contradicted() if not self._is_own(chain)})
        mine = self._entries.own_chain()
        # Where another's chain stands otherwise at the district, the district's version holds.
        yielded = [chain for chain in forked if chain != mine and self._entries.yield_chain(chain)]
        if mine not in forked:
            return bool(yielded)
        tally.notices["clone_noticed"] = None
        first_sent = min((one.seq for one in batch if one.chain == mine), default=0)
        differs = forked[mine]
        self._entries.start_incarnation(differs if first_sent and differs > first_sent else None)
        return True

    # --- the list --------------------------------------------------------------------------------------------------

    def _packs(self, line: Line, tally: Tally, cancelled: Callable[[], bool]) -> None:
        for _, sha256, _ in self._entries.pack_needed():
            if body := self._list(line, tally, sha256, cancelled):
                self._take_lists({sha256: body})
                tally.list_month = tally.months.get(sha256) or decode_pack(body).month
        earlier: dict[str, bytes] = {}
        try:
            for _, sha256, _ in self._entries.pack_needed(earlier=True):
                if body := self._list(line, tally, sha256, cancelled):
                    earlier[sha256] = body
        finally:  # each time, the register is made anew from the oldest list on: all that came at once
            self._take_lists(earlier)

    def _list(self, line: Line, tally: Tally, sha256: str, cancelled: Callable[[], bool]) -> bytes | None:
        if cancelled():
            raise Stopped
        if sha256 in tally.packs:
            return tally.packs[sha256]
        body = fetch_list(line, self._memory, sha256, self._signed(f"GET /v1/packs/{sha256}"))
        self._count_spent(line)
        tally.fetched.add(sha256)
        return body

    def _take_lists(self, bodies: Mapping[str, bytes]) -> None:
        if bodies:
            self._entries.take_packs(tuple(bodies.items()))
        for sha256 in bodies:
            forget_list(self._memory, sha256)

    # --- photos ----------------------------------------------------------------------------------------------------

    def _send_photos(
        self,
        line: Line,
        tally: Tally,
        cancelled: Callable[[], bool],
        enter: Callable[[str, int], None],
        most: int | None,
    ) -> None:
        """Smallest first; words that came up meanwhile go before the next photo."""
        again = self._memory.get(UNDER_WAY) == ALL
        offered = self._photos.wanted() if again else self._photos.waiting()
        enter("photos", sum(offered.values()))
        for name, size in sorted(offered.items(), key=lambda item: (item[1], item[0])):
            if cancelled():
                raise Stopped
            if most is not None and size > most - line.sent - line.received:
                tally.limit_reached = True
                break
            if self._words_wait():
                self._words(line, tally, cancelled)
            try:
                content = self._photos.read(name)
            except Problem:  # its file is damaged or gone: the others go all the same
                tally.notices["photo_unreadable"] = None
                continue
            if content is None:
                continue
            try:
                self._send_photo(line, name, content, probe=again)
            except Refused as refused:
                tally.notices[refused.code] = None
                continue
            self._entries.acknowledge_evidence([name])
            tally.sent_photos += 1
        if not (again and tally.limit_reached):  # the others are asked after another day
            self._memory.put(UNDER_WAY, "")

    def _words_wait(self) -> bool:
        """Whether entries of this laptop came up that the district was not offered yet."""
        known = self._peers.district().vector
        held = numbers(self._entries.vector())
        return any(self._is_own(chain) and seq > known.get(chain, 0) for chain, seq in held.items())

    def _is_own(self, chain: str) -> bool:
        return device_of(ChainId(chain)) == self._keys.device

    def _send_photo(self, line: Line, name: str, content: bytes, *, probe: bool) -> None:
        """Send one photo from where the hub stands; asks first where an earlier try may have left something there."""
        offset = len(content) if probe or self._memory.get(UNDER_WAY) == name else 0
        if not probe:
            self._memory.put(UNDER_WAY, name)
        signed = self._signed(f"PUT /v1/blobs/{name}")

        def went(have: int | None) -> None:
            self._count_spent(line)
            self._photo_at = (name, have) if have is not None else self._photo_at

        send_photo(line, name, content, offset, signed, self._pace, went)

    def _signed(self, call: str) -> str:
        place = self._enrolment
        return sign_call(self._keys.signing, place.hub, place.village, self._keys.device, call)


def _id(chain: str, seq: int) -> EntryId:
    return entry_id(ChainId(chain), seq)
