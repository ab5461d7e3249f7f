"""Nobody writes on in another laptop's chain, whatever brings it."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.entry import Entry, Head
from app.domain.ids import ChainId, DeviceId, PersonId
from app.domain.payloads import DeviceCertified, DeviceStarted, Payload, ReceiptIssued, RevealLogged
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal
from app.wire.vouch import Ends, SignedHead, head_holds, sign_head, vouched

ROOT, MARIA = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
MARIA_KEY = MARIA.public_key().public_bytes_raw()


class Chain:
    """Writes a chain by hand."""

    def __init__(self, name: str) -> None:
        self.name = ChainId(name)
        self.entries: list[Entry] = []

    @property
    def head(self) -> Head | None:
        return Head(self.entries[-1].seq, self.entries[-1].hash) if self.entries else None

    def write(self, payload: Payload) -> Entry:
        kind, version, body = encode_payload(payload)
        entry = next_entry(
            self.head, chain=self.name, author=PersonId("somebody0001"), at_ms=1, floor_ms=0,
            turn=len(self.entries) + 1, kind=kind, version=version, subject="", payload=body,
        )  # fmt: skip
        self.entries.append(entry)
        return entry

    def seal(self, key: Ed25519PrivateKey) -> None:
        assert self.head is not None
        self.write(make_seal(key, self.name, self.head))


def laptop(device: str, count: int) -> Chain:
    chain = Chain(f"{device}.1")
    chain.write(DeviceStarted(DeviceId(device), 1, "7308032001", "Laptop", ""))
    for number in range(1, count):
        chain.write(RevealLogged("nik", f"cek {number}"))
    return chain


def brought(
    chains: list[Chain],
    sender: str = "siti",
    keys: dict[str, bytes] | None = None,
    heads: tuple[SignedHead, ...] = (),
    receipts: Ends | None = None,
) -> dict[str, int]:
    """Chain -> last number that is taken."""
    entries = [one for chain in chains for one in chain.entries]
    held = {"maria": MARIA_KEY} if keys is None else keys
    found = vouched(
        entries,
        sender=sender,
        district="district",
        root_key=ROOT.public_key().public_bytes_raw(),
        signing_keys=held,
        heads=heads,
        receipts=receipts or set(),
    )
    return {str(one.chain): one.seq for one in found}


def signed(chain: Chain, number: int, key: Ed25519PrivateKey = MARIA) -> SignedHead:
    return sign_head(key, chain.name, Head(number, chain.entries[number - 1].hash))


def test_the_sender_s_own_chain_needs_nobody() -> None:
    assert brought([laptop("siti", 4)]) == {"siti.1": 4}


def test_another_laptop_s_chain_is_taken_as_far_as_it_signed_itself() -> None:
    chain = laptop("maria", 5)
    assert brought([chain]) == {}
    assert brought([chain], heads=(signed(chain, 3),)) == {"maria.1": 3}
    assert brought([chain], heads=(signed(chain, 3), signed(chain, 5))) == {"maria.1": 5}
    assert brought([chain], heads=(signed(chain, 5, ROOT),)) == {}
    assert brought([chain], heads=(signed(chain, 5),), keys={}) == {}


def test_a_forged_tail_behind_a_true_end_is_left_out() -> None:
    true, forged = laptop("maria", 3), laptop("maria", 3)
    for number in range(4):
        forged.write(RevealLogged("kk", f"palsu {number}"))
    assert brought([forged], heads=(signed(true, 3),)) == {"maria.1": 3}


def test_a_receipt_vouches_and_names_laptops_that_nobody_knew() -> None:
    chain, district = laptop("maria", 4), Chain("district.1")
    keys = (MARIA_KEY, MARIA_KEY)
    district.write(DeviceCertified(DeviceId("maria"), "7308032001", "Laptop", *keys))
    district.write(ReceiptIssued("1", {"maria.1": 2}, {"maria.1": chain.entries[1].hash}))
    assert brought([chain, district], keys={}) == {}, "nothing of the district is sealed yet"
    district.seal(ROOT)
    assert brought([chain, district], keys={}) == {"maria.1": 2, "district.1": 3}
    assert brought([chain, district], keys={}, heads=(signed(chain, 4),)) == {"maria.1": 4, "district.1": 3}
    district.write(ReceiptIssued("2", {"maria.1": 4}, {"maria.1": chain.entries[3].hash}))
    district.seal(MARIA)
    assert brought([chain, district], keys={}) == {"maria.1": 2, "district.1": 3}
    assert brought([chain], receipts={("maria.1", 4, chain.entries[3].hash)}) == {"maria.1": 4}


def test_a_head_of_other_bytes_holds_for_nobody() -> None:
    head = signed(laptop("maria", 3), 2)
    assert head_holds(head, MARIA_KEY)
    assert not head_holds(SignedHead(head.chain, -1, head.hash, head.signature), MARIA_KEY)
    assert not head_holds(SignedHead(head.chain, head.seq, head.hash, b""), MARIA_KEY)
    assert not head_holds(head, b"short")
