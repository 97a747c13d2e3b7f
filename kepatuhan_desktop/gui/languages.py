"""Let the window speak Indonesian, its own language, or English, at any time while it runs."""

import logging

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kepatuhan_desktop import assets
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui.words import LANGUAGE_PROPERTY
from kepatuhan_desktop.settings import Language

_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_TRANSLATOR = "kepatuhan_translator"

_log = logging.getLogger(__name__)


def apply(app: QApplication, language: Language) -> None:
    """Speak `language` from now on; windows that are open change at once."""
    if app.property(LANGUAGE_PROPERTY) == language:
        return
    app.setProperty(LANGUAGE_PROPERTY, language)
    # A bare environment has the C locale; days and months of calendars follow this one.
    QLocale.setDefault(_LOCALES[language])
    if not (_remove(app) if language == "id" else _install(app, language)):
        # Qt tells nobody, yet numbers and the texts of instruments have another language.
        for window in app.topLevelWidgets():
            QCoreApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))


def _install(app: QApplication, language: Language) -> bool:
    try:
        file = assets.path("resources", "translations", f"kepatuhan_{language}.qm")
    except BugError:
        _log.warning("no translation into %s was shipped", language)
        return False
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATOR)
    if not translator.load(str(file)):
        _log.warning("translation %s cannot be read", file.name)
        translator.deleteLater()
        return False
    return bool(app.installTranslator(translator))


def _remove(app: QApplication) -> bool:
    translator = app.findChild(QTranslator, _TRANSLATOR)
    if translator is None:
        return False
    was_installed = app.removeTranslator(translator)
    translator.setParent(None)
    translator.deleteLater()
    return bool(was_installed)
