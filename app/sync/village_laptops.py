"""The laptops of a village as this one knows them: whom the district trusts, and what people call whom."""

from __future__ import annotations

from app.domain.laptop_names import call
from app.sync.enrolment import Enrolment
from app.usecases.exchange import LaptopEntries
from app.wire.certificate import read_certificate
from app.wire.trust import district_device


class VillageLaptops:
    """The other laptops, and the district where it is one of those that write."""

    def __init__(self, entries: LaptopEntries, enrolment: Enrolment) -> None:
        self._entries = entries
        self._enrolment = enrolment
        self._district = district_device(enrolment.root_key, enrolment.village)

    def trusts(self, device: str, certificate: bytes = b"") -> bool:
        """Whether the district certifies a laptop, by what is known here or by the `certificate` that it shows, and has
        not revoked it."""
        laptop = self._entries.laptops().get(device)
        if laptop is not None:
            return not laptop.revoked
        place = self._enrolment
        shown = read_certificate(certificate, device=device, village=place.village, root_key=place.root_key)
        return shown is not None

    def revoked(self, device: str) -> bool:
        """Whether the district has revoked a laptop, as far as is known here."""
        laptop = self._entries.laptops().get(device)
        return laptop is not None and laptop.revoked

    def name_of(self, device: str) -> str:
        """What people call a certified laptop (`app.domain.laptop_names`); empty where it is not known."""
        laptops = self._entries.laptops()
        labels = {name: one.label for name, one in laptops.items()}
        return call(labels, {name: one.holder for name, one in laptops.items()}).get(device, "")

    def writer(self, device: str) -> str:
        """Who writes with a device: the district, or a laptop as `name_of` calls it; empty where it is not known."""
        return self._enrolment.district if device == self._district else self.name_of(device)
