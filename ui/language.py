"""The language of the windows: English as written in the source, Dutch and German from Qt Linguist's files.

A language can be chosen while the program runs; Qt then sends `LanguageChange` to every widget. English loads nothing.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from tray.texts import Text

_log = logging.getLogger("cti_tray.ui")


class Language(StrEnum):
    """What the user asked for in `ui.language`; SYSTEM is the language of the desktop."""

    SYSTEM = ""
    ENGLISH = "en"
    DUTCH = "nl"
    GERMAN = "de"


_LOCALES = {
    Language.ENGLISH: QLocale.Language.English,
    Language.DUTCH: QLocale.Language.Dutch,
    Language.GERMAN: QLocale.Language.German,
}


def language_of_system(wanted: list[str]) -> Language:
    """The first of the desktop's languages that the product speaks, such as "de-AT"; English where it speaks none."""
    for name in wanted:
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in set(Language) - {Language.SYSTEM}:
            return Language(code)
    return Language.ENGLISH


def in_language(text: str) -> str:
    """A text of the tray in the language in force; any other text as it is. May be called on any thread."""
    return text.written(QCoreApplication.translate) if isinstance(text, Text) else text


def language_in_force() -> Language:
    """The language that was chosen last: the one in which dates are written."""
    return next((each for each, name in _LOCALES.items() if name is QLocale().language()), Language.ENGLISH)


class Translation(QObject):
    """The language in force, `language`, and the files that make it so. `changed` is sent after another was chosen."""

    changed = Signal()

    def __init__(self, application: QCoreApplication, choice: Language = Language.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []
        self.language = Language.ENGLISH
        self._use(_language_of(choice))

    def choose(self, choice: Language) -> None:
        """Use this language from now on, in the windows that are open as well."""
        language = _language_of(choice)
        if language is not self.language:
            self._use(language)
            self.changed.emit()

    def _use(self, language: Language) -> None:
        """Days, months and figures first: what is written anew at the change of the texts has them in it."""
        self.language = language
        QLocale.setDefault(_locale_of(language, QLocale.system()))
        former, self._translators = self._translators, []
        for translator in former:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        if language is not Language.ENGLISH:
            self._install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._install(f"cti_tray_{language}", str(files("resources").joinpath("translations")))

    def _install(self, name: str, folder: str) -> None:
        """Use a file; where it is missing, its texts stay English."""
        translator = QTranslator(self)
        if translator.load(name, folder) and self._application.installTranslator(translator):
            self._translators.append(translator)
        else:
            _log.warning("the translation %s is not in %s", name, folder)
            translator.deleteLater()


def _language_of(choice: Language) -> Language:
    return language_of_system(QLocale.system().uiLanguages()) if choice is Language.SYSTEM else choice


def _locale_of(language: Language, system: QLocale) -> QLocale:
    """The desktop's own way to write dates where it speaks the language, else that of the language in its country."""
    wanted = _LOCALES[language]
    if system.language() is wanted or (language is Language.ENGLISH and system.language() is QLocale.Language.C):
        return system
    return QLocale(wanted, system.territory())
