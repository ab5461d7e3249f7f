"""What a person does with the district's pages in a real browser, and what a village sends for them to show."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ChangeProposed, DecisionMade, Endorsed, Evidence, FieldChange, ItemDecided
from app.hub.district import District
from app.usecases.ports import Act
from tests.sync.laptop import Laptop

PASSWORD = "kata-sandi-latihan"


def stop_waits(district: District) -> None:
    """Whoever guessed wrong waits for as long as the test lasts. The first wait is of two seconds, which on a busy
    machine are over before the next try is made."""
    now = district.now_ms()
    district.limits._now_ms = lambda: now


class Page:
    """What a person does with a page."""

    def __init__(self, browser: webdriver.Chrome, url: str) -> None:
        self._browser = browser
        self._url = url

    def go(self, path: str) -> None:
        """Open an address."""
        self._browser.get(self._url + path)

    @property
    def text(self) -> str:
        """All that can be read."""
        return self._browser.find_element(By.TAG_NAME, "body").text

    @property
    def path(self) -> str:
        """Where the browser is."""
        return self._browser.current_url.removeprefix(self._url)

    def all(self, css: str) -> list[WebElement]:
        """Everything of a kind."""
        return self._browser.find_elements(By.CSS_SELECTOR, css)

    def one(self, css: str) -> WebElement:
        """The one of a kind; where there is none, what the page says instead."""
        found = self.all(css)
        assert len(found) == 1, f"{len(found)} of {css} at {self.path}: {self.text[:500]}"
        return found[0]

    def focused(self) -> str:
        """The id of what has the focus."""
        return self._browser.switch_to.active_element.get_attribute("id") or ""

    def fill(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self._browser.find_element(By.NAME, name)
        field.clear()
        field.send_keys(text)

    def press(self, words: str) -> None:
        """Press the button or link of these words."""
        self.follow(self._browser.find_element(By.XPATH, f"//button[.='{words}'] | //a[.='{words}']"))

    def follow(self, element: WebElement, key: str = "") -> None:
        """Press something that leads to another page, with the mouse or by a key, and be there."""
        self._browser.execute_script("window.before = true")
        if key:
            element.send_keys(key)
        else:
            element.click()
        # Between two documents the browser may answer a question with an error of its own: asked again, it has one.
        WebDriverWait(self._browser, 60, 0.02, (WebDriverException,)).until(
            lambda browser: browser.execute_script("return !window.before && document.readyState === 'complete'")
        )

    def sign_in(self, password: str = PASSWORD, login: str = "rahma") -> None:
        """Through the door."""
        self._browser.delete_all_cookies()
        self.go("/masuk")
        self.fill("login", login)
        self.fill("password", password)
        self.follow(self._browser.find_element(By.CSS_SELECTOR, "button.primary"))

    def snap(self, name: str, width: int = 1280, height: int = 900) -> None:
        """Pictures in dark and light, where somebody asked for pictures."""
        folder = os.environ.get("BALAI_PICTURES")
        if folder:
            self._browser.set_window_size(width, height)
            for scheme in ("dark", "light"):
                wish = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
                self._browser.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)
                self._browser.save_screenshot(str(Path(folder) / f"{name}-{scheme}.png"))


def picture(laptop: Laptop, quality: int = 60) -> Evidence:
    """A real picture as evidence; another quality is another picture."""
    content = io.BytesIO()
    Image.effect_mandelbrot((640, 480), (-2, -1.2, 1, 1.2), quality).convert("RGB").save(content, "WEBP")
    return laptop.evidence.keep(content.getvalue(), "house_front", "image/webp")


def proposed(laptop: Laptop, *, endorsed: bool = True) -> EntryId:
    """A proposal with a picture, at the district; its village stands behind it where `endorsed`."""
    said = ChangeProposed(
        "correction",
        changes=(
            FieldChange("head_name", "NUR SUKMAWATI", "NUR SUKMAWATI BINTI SALEH"),
            FieldChange("rt", "001", "002"),
        ),
        evidence=(picture(laptop),),
        note="Nama di KTP lebih panjang.",
    )  # fmt: skip
    made = laptop.journal.record(Act("f-1", said))[0]
    if endorsed:
        agree(laptop, made)
        endorse(laptop, made)
    outcome = laptop.exchange()
    assert outcome.sent_photos == 1
    return made


def agree(laptop: Laptop, proposal: EntryId, outcome: str = "agreed") -> None:
    """The village meeting's word."""
    laptop.journal.record(Act("f-1", ItemDecided(proposal, outcome, "2026-11-20", "Dibahas bersama.")))


def endorse(laptop: Laptop, proposal: EntryId) -> None:
    """The head stands behind it."""
    laptop.journal.record(Act("f-1", Endorsed(proposal)))


def answer(laptop: Laptop) -> DecisionMade:
    """The district's word, on the laptop."""
    assert laptop.exchange().decisions == 1
    said = laptop.journal.entries(FamilyId("f-1"))[-1].payload
    assert isinstance(said, DecisionMade)
    return said
