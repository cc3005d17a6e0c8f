"""The module setup: what holds for the whole organisation, its licence, and where each setting lives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog

from tray.calls.settings import ModuleSettings
from tray.errors import CtiError
from tray.setup.model import Change, Licence, ModuleSetup
from tray.setup.views import Lock, ModuleSheet, SetupCommands, Standpoint
from ui.answers import Answers
from ui.banner import Notice
from ui.colors import Tone
from ui.dialog_banner import Matter
from ui.form_dialog import FormDialog
from ui.module_pages import CallsPage, CrmCodesPage, LicencePage
from ui.setup_words import error_words, why_not_licensed
from ui.theme import Theme
from ui.where_page import WherePage

_CALLS = tuple(field.name for field in fields(ModuleSettings))
_ORGANISATION = ("region", "outside_prefix", "internal_max_digits", "retention_days", "heartbeat_s")
_LICENCE = ("name", "kind", "seats", "valid_until")


class ModuleSetupDialog(FormDialog):
    """The window. Module setup and licence are two records; what was changed of each is saved."""

    def __init__(self, theme: Theme, setup: SetupCommands) -> None:
        super().__init__(theme, "moduleSetup", QSize(860, 640))
        self._setup = setup
        self._sheet: ModuleSheet | None = None
        self._files = Answers(self)
        self._files.arrived.connect(self._take_licence)
        self._crm = CrmCodesPage(theme)
        self._calls = CallsPage(theme)
        self._licence = LicencePage(theme)
        self._where = WherePage(theme)
        for page in (self._crm, self._calls, self._licence):
            self.tabs.addTab(page, "")
            self.add_page(page)
        self.tabs.addTab(self._where, "")
        self._licence.load_pressed.connect(self._choose_file)
        self.retranslate()
        self.restyle()

    def ask(self, reply: Callable[[Any], None]) -> None:
        """Ask for the module setup."""
        self._setup.module_sheet(reply)

    def values(self, sheet: ModuleSheet) -> Mapping[str, object]:
        """The value of each field."""
        module, licence = sheet.module, sheet.licence
        values: dict[str, object] = {f"module.{name}": getattr(module.calls, name) for name in _CALLS}
        values |= {f"module.{name}": getattr(module, name) for name in _ORGANISATION}
        values |= {f"module.{name}": getattr(module, name) or "" for name in ("region", "outside_prefix")}
        values |= {f"licence.{name}": getattr(licence, name) for name in _LICENCE}
        return values

    def show_facts(self, sheet: ModuleSheet) -> None:
        """Show how the licence stands."""
        self._sheet = sheet
        self._licence.show_facts(sheet)

    def send(self, reply: Callable[[Any], None]) -> None:
        """Save module setup and licence together, as far as they were changed."""
        sheet = self.taken
        licence, module = self._new_licence(sheet), self._new_module(sheet)
        self._setup.save(
            Change(
                module=module if module != sheet.module else None,
                licence=licence if licence != sheet.licence else None,
            ),
            reply,
        )

    @property
    def may_edit(self) -> bool:
        """An administrator may enter a licence even while there is no valid one; the store decides about the rest."""
        return super().may_edit or self._lacks_licence

    def limits(self, standpoint: Standpoint) -> Notice | None:
        """Without a valid licence, that alone can be changed, and here is where."""
        if standpoint.lock is not Lock.PRODUCT_NOT_LICENSED:
            return super().limits(standpoint)
        return Notice(
            lambda: self.tr("{0} Enter one on the tab Licence; until then nothing else can be changed.").format(
                why_not_licensed(standpoint)
            ),
            Tone.WARNING,
            lambda: self.tr("Enter a licence"),
            do=self.show_licence,
        )

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the fields, or only read them; without a valid licence that alone can be edited."""
        super().set_open(can_edit and super().may_edit)
        self._licence.set_open(can_edit)

    def open_licence(self) -> None:
        """Show the dialog in front, with the licence."""
        self.tabs.setCurrentWidget(self._licence)
        self.open()

    def show_licence(self) -> None:
        """Show the licence, with the keyboard in it."""
        self.tabs.setCurrentWidget(self._licence)
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Write every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Module setup"))
        for index, title in enumerate(
            (self.tr("CRM"), self.tr("Calls"), self.tr("Licence"), self.tr("What lives where"))
        ):
            self.tabs.setTabText(index, title)
        for page in (self._crm, self._calls, self._licence, self._where):
            page.retranslate()
        if self._sheet is not None:
            self.show_facts(self._sheet)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._where.restyle()
        self.setMinimumSize(self.theme.width_px(560), self.theme.text_px(400))

    @property
    def _lacks_licence(self) -> bool:
        return self.standpoint is not None and self.standpoint.lock is Lock.PRODUCT_NOT_LICENSED

    def _new_module(self, sheet: ModuleSheet) -> ModuleSetup:
        draft = self.draft()
        calls = replace(sheet.module.calls, **{name: draft[f"module.{name}"] for name in _CALLS})
        own = {name: draft[f"module.{name}"] for name in _ORGANISATION}
        for name in ("region", "outside_prefix"):
            own[name] = own[name] or None
        return replace(sheet.module, calls=calls, **own)

    def _new_licence(self, sheet: ModuleSheet) -> Licence:
        draft = self.draft()
        return replace(sheet.licence, **{name: draft[f"licence.{name}"] for name in _LICENCE})

    def _choose_file(self) -> None:
        caption, kinds = self.tr("Load a licence"), self.tr("Licence files (*.json)")
        name, _ = QFileDialog.getOpenFileName(self, caption, "", kinds)
        if name:
            self.load_licence(Path(name))

    def load_licence(self, file: Path) -> None:
        """Put the licence of a file into the fields."""
        self._setup.read_licence(file, self._files.expect())

    def _take_licence(self, answer: Licence | CtiError) -> None:
        if isinstance(answer, CtiError):
            self.banner.say(Matter.FAILURE, Notice(lambda: error_words(answer), Tone.WARNING))
        else:
            self.banner.say(Matter.FAILURE, None)
            self._licence.show_loaded(answer.name, answer.kind, answer.seats, answer.valid_until)
