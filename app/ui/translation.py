"""The language of the screen: Balai's words are written in Indonesian, English is a file; Qt's own words come along."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.shelf.place import resource
from app.ui import words
from app.ui.wording import Language, set_language

_FILES: Final[dict[Language, tuple[str, ...]]] = {"id": ("qtbase_id",), "en": ("en",)}
_LOCALES: Final[dict[Language, str]] = {"id": "id_ID", "en": "en_GB"}

_worn: list[QTranslator] = []


def use_language(language: Language) -> None:
    """Speak this language from now on; screens that are built already keep theirs (`MainWindow.renew` builds anew)."""
    for old in _worn:
        QCoreApplication.removeTranslator(old)
    _worn.clear()
    for name in _FILES[language]:
        translator = QTranslator()
        path = resource("i18n", f"{name}.qm")
        if not translator.load(str(path)):
            raise RuntimeError(f"translation does not load: {path.name}")
        QCoreApplication.installTranslator(translator)
        _worn.append(translator)
    QLocale.setDefault(QLocale(_LOCALES[language]))
    set_language(language)
    words.install(QCoreApplication.translate)
