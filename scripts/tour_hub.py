"""The district's pages in a real browser: as wide as a desk and as narrow as a telephone, in two languages."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.usecases.desk import DistrictPage
from scripts.tour_story import Story

if TYPE_CHECKING:
    from selenium import webdriver

DESK: Final = 1280
TELEPHONE: Final = 400
TALLEST: Final = 2_600
LOOKS: Final = (
    ("light-1280", DESK, "light", "id"),
    ("dark-1280", DESK, "dark", "id"),
    ("light-400", TELEPHONE, "light", "id"),
    ("light-1280-en", DESK, "light", "en"),
)
PAGES: Final = (
    ("20-kabupaten-antrean", "/"),
    ("20-kabupaten-antrean-desa", "/?tampil=all"),
    ("21-kabupaten-usulan", "/usulan/{village}/{proposal}"),
    ("22-kabupaten-desa", "/desa"),
    ("22-kabupaten-satu-desa", "/desa/{village}"),
    ("22-kabupaten-keluarga", "/desa/{village}/keluarga"),
    ("23-kabupaten-jurnal", "/desa/{village}/jurnal"),
    ("24-kabupaten-laptop", "/laptop"),
    ("25-kabupaten-daftar", "/daftar"),
    ("26-kabupaten-stik", "/stik"),
    ("27-kabupaten-jadwal", "/jadwal"),
    ("28-kabupaten-akun", "/akun"),
)


def take_hub(page: DistrictPage, story: Story, out: Path, only: str, quick: bool) -> int:
    """Take every page; gives how many pictures, none (and says so) where there is no browser."""
    driver, chromium = Path("/usr/bin/chromedriver"), Path("/usr/bin/chromium")
    if not (driver.exists() and chromium.exists() and find_spec("selenium")):
        print("no pictures of the district's pages: they need chromium, chromium-driver and selenium")
        return 0
    taken = 0
    out.mkdir(parents=True, exist_ok=True)
    with _browser(driver, chromium) as browser:
        for look, width, scheme, language in LOOKS[:1] if quick else LOOKS:
            wish = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)
            browser.get(f"{page.address}/bahasa?pilih={language}")
            if "/masuk" in browser.current_url:
                taken += _take(browser, out / f"20-kabupaten-masuk-{look}.png", width, only)
                _sign_in(browser, page)
            for name, path in PAGES:
                browser.get(page.address + path.format(village=story.village, proposal=story.returned))
                taken += _take(browser, out / f"{name}-{look}.png", width, only)
    return taken


def _take(browser: webdriver.Chrome, file: Path, width: int, only: str) -> int:
    if not file.name.startswith(only):
        return 0
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width == TELEPHONE}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    tall = int(browser.execute_script("return document.documentElement.scrollHeight"))
    size["height"] = min(max(tall, 800), TALLEST)
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.save_screenshot(str(file))
    return 1


def _sign_in(browser: webdriver.Chrome, page: DistrictPage) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    browser.find_element(By.NAME, "login").send_keys(page.user)
    browser.find_element(By.NAME, "password").send_keys(page.password)
    browser.find_element(By.CSS_SELECTOR, "button.primary").click()
    WebDriverWait(browser, 20, 0.05).until(lambda here: "/masuk" not in here.current_url)


@contextmanager
def _browser(driver: Path, chromium: Path) -> Iterator[webdriver.Chrome]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = str(chromium)
        flags = ["--headless", "--disable-gpu", "--no-first-run", "--hide-scrollbars", f"--user-data-dir={profile}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            flags.append("--no-sandbox")
        for flag in flags:
            options.add_argument(flag)
        browser = webdriver.Chrome(options, Service(str(driver)))
        try:
            yield browser
        finally:
            browser.quit()
