"""The user setup card: General, Microsoft Teams OAuth 2.0 and CRM, in one window.

An administrator changes any card, everybody else reads their own. The rules behind the options are those of
`tray.calls`; this window only words them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tray.calls.settings import UserSettings
from tray.errors import CtiError
from tray.identity.model import SignInCommands
from tray.setup.model import Change, Role
from tray.setup.views import CardSheet, SetupCommands
from ui.banner import Notice
from ui.card_crm_page import CrmPage
from ui.card_general_page import ROLE, GeneralPage
from ui.card_sign_in_page import SignInPage
from ui.colors import Tone
from ui.form_dialog import FormDialog
from ui.formats import clean_text
from ui.setup_words import shut_out_words
from ui.theme import Theme
from ui.what_if import WhatIfPanel


class UserCardDialog(FormDialog):
    """The window. One is enough: it shows the card it was last opened for.

    `sign_in` is the sign-in of this computer; without one the own card shows what the store says, as other cards do.
    `sign_in_requested` asks for its window.
    """

    sign_in_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        setup: SetupCommands,
        clock: Callable[[], float] = time.time,
        sign_in: SignInCommands | None = None,
    ) -> None:
        super().__init__(theme, "userCard", QSize(1040, 720))
        self._setup = setup
        self._user_id: int | None = None
        self._name = ""
        self._sheet: CardSheet | None = None
        self._general = GeneralPage(theme)
        self._sign_in = SignInPage(theme, sign_in)
        self._sign_in.sign_in_requested.connect(self.sign_in_requested)
        self._crm = CrmPage(theme)
        self._what_if = WhatIfPanel(theme, setup, clock)
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._general, 5)
        row.addWidget(self._what_if, 4)
        for tab, page in ((first, self._general), (self._sign_in, self._sign_in), (self._crm, self._crm)):
            self.tabs.addTab(tab, "")
            self.add_page(page)
        keep_room = self.tabs.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)
        self.tabs.setSizePolicy(keep_room)
        self.retranslate()
        self.restyle()

    def open_for(self, user_id: int | None, name: str = "") -> None:
        """Show the card of this user with this name, None for the own one; edits of another are asked about first."""
        if self._is_shown(user_id):
            self.open()
        else:
            self.leave(self._leaving_words, lambda: self._open_another(user_id, name))
            self.present()

    def refresh_sign_in(self) -> None:
        """The sign-in of this computer is another than before."""
        if self._sheet is not None:
            self._sign_in.show_facts(self._sheet)

    # -- what the base asks

    def ask(self, reply: Callable[[Any], None]) -> None:
        """Ask for the card."""
        self._setup.user_card(self._user_id, reply)

    def values(self, sheet: CardSheet) -> Mapping[str, object]:
        """The value of each field."""
        calls = sheet.card.calls
        values: dict[str, object] = {f"user.{field.name}": getattr(calls, field.name) for field in fields(calls)}
        if sheet.seen_by.may_administer:
            values[ROLE] = sheet.owner.admin
        return values

    def take(self, sheet: CardSheet, *, keep_edits: bool) -> None:
        """Show a card."""
        self.tabs.show()
        super().take(sheet, keep_edits=keep_edits)

    def unread_words(self, error: CtiError) -> str:
        """Why the card cannot be shown, and whose it is where no title tells it."""
        words = super().unread_words(error)
        if self._sheet is not None:
            return words
        if self._user_id is None:
            return self.tr("Your setup card cannot be opened. {0}").format(words)
        name = clean_text(self._name)
        return self.tr("The setup card of {0} cannot be opened. {1}").format(name, words) if name else words

    def show_facts(self, sheet: CardSheet) -> None:
        """Show whose card it is, and what is only told."""
        self._sheet = sheet
        self._title()
        self._general.show_facts(sheet)
        self._sign_in.show_facts(sheet)
        self._crm.show_facts(sheet)

    def send(self, reply: Callable[[Any], None]) -> None:
        """Save card and role together."""
        sheet = self.taken
        settings = self._settings(sheet)
        admin = self.draft().get(ROLE, sheet.owner.admin)
        self._setup.save(
            Change(
                card=replace(sheet.card, calls=settings) if settings != sheet.card.calls else None,
                role=Role(sheet.owner.id, admin=admin) if admin != sheet.owner.admin else None,
            ),
            reply,
        )

    def doubt(self) -> Notice | None:
        """Whoever gives up the own role is asked; that the last administrator keeps it is the store's to say."""
        sheet: CardSheet = self.taken
        if not (sheet.is_own and sheet.other_admins and sheet.owner.admin) or self.draft().get(ROLE, True):
            return None
        return Notice(
            shut_out_words,
            Tone.WARNING,
            lambda: self.tr("Remove administrator role"),
        )

    def drafted(self) -> None:
        """Show what the values as they stand would mean."""
        sheet = self._sheet
        if sheet is None:
            return
        settings = self._settings(sheet)
        self._general.hint(settings)
        self._crm.show_inherited(settings, sheet.module.calls)
        self._what_if.foretell(sheet.module.calls, sheet.card.calls, settings, own=sheet.is_own)

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the fields, or only read them."""
        super().set_open(can_edit)
        self._crm.set_open(can_edit)

    def retranslate(self) -> None:
        """Write every text anew."""
        super().retranslate()
        self.tabs.setTabText(0, self.tr("General"))
        self.tabs.setTabText(1, self.tr("Microsoft Teams OAuth 2.0"))
        self.tabs.setTabText(2, self.tr("CRM"))
        for page in (self._general, self._sign_in, self._crm, self._what_if):
            page.retranslate()
        self._title()
        if self._sheet is not None:
            self.show_facts(self._sheet)
            self.drafted()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._what_if.restyle()
        self.setMinimumSize(self.theme.width_px(720), self.theme.text_px(400))

    def _is_shown(self, user_id: int | None) -> bool:
        sheet = self._sheet
        if sheet is None or not self.isVisible():
            return False
        return sheet.is_own if user_id is None else sheet.owner.id == user_id

    def _open_another(self, user_id: int | None, name: str) -> None:
        """Ask for another card; until it is there, nothing of the one before is shown."""
        self._user_id, self._name = user_id, name
        self._sheet = None
        self._title()
        self.tabs.hide()
        self.tabs.setCurrentIndex(0)
        self.begin()
        self.present()

    def _leaving_words(self) -> str:
        name = clean_text(self._sheet.owner.name) if self._sheet else ""
        return self.tr("The changes on the setup card of {0} are not saved.").format(name)

    def _title(self) -> None:
        name = clean_text(self._sheet.owner.name if self._sheet else self._name)
        self.setWindowTitle(self.tr("User setup card - {0}").format(name) if name else self.tr("User setup card"))

    def _settings(self, sheet: CardSheet) -> UserSettings:
        values = {key.removeprefix("user."): value for key, value in self.draft().items() if key != ROLE}
        return replace(sheet.card.calls, **values)
