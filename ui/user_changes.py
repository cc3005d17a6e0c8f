"""Changes of users that Activate Users asks of the store, and what is said about them before and afterwards.

Every change is answered by itself, so that no refusal is lost where one follows another at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from tray.errors import CtiError, UserGone
from tray.setup.model import User
from tray.setup.views import ImportRefused, ProductUsers, SetupCommands, UserImport
from ui.answers import Answers
from ui.banner import Notice
from ui.colors import Tone
from ui.formats import clean_text
from ui.setup_words import error_words, shut_out_words

_Ask = Callable[[Callable[[Any], None]], None]
_Refusal = Callable[[CtiError], Notice | None]


class UserChanges(QObject):
    """Asks and tells.

    `listed` brings the users after a change; `outdated` tells that they have to be loaded again; `noticed` brings what
    is to be said, and `reported` what an import did with a file, None once that is of no interest any more.
    """

    listed = Signal(object)
    outdated = Signal()
    noticed = Signal(object)
    reported = Signal(object)

    def __init__(self, setup: SetupCommands, parent: QObject) -> None:
        super().__init__(parent)
        self._setup = setup

    def change_seat(self, user: User, *, shuts_out: bool) -> None:
        """Give the user a seat, or take it; asks first where the one who looks would shut themselves out."""
        if not user.licensed:
            self._activate(user)
        elif shuts_out:
            self._ask(shut_out_words, lambda: self.tr("Deacti&vate user"), lambda: self._deactivate(user))
        else:
            self._deactivate(user)

    def change_role(self, user: User, *, shuts_out: bool) -> None:
        """Give the user the role, or take it; asks first where the one who looks would shut themselves out."""

        def change() -> None:
            self._change(user, lambda reply: self._setup.set_admin(user.id, not user.admin, reply))

        if user.admin and shuts_out:
            self._ask(shut_out_words, lambda: self.tr("R&emove administrator role"), change)
        else:
            change()

    def remove(self, user: User) -> None:
        """Ask, and then forget the user."""
        name = clean_text(user.name)
        self._ask(
            lambda: self.tr("Remove {0} with the setup card? This cannot be taken back.").format(name),
            lambda: self.tr("Re&move user"),
            lambda: self._change(user, lambda reply: self._setup.remove_user(user.id, reply)),
        )

    def import_file(self, file: Path) -> None:
        """Enter the users of a CSV file."""

        def imported(done: UserImport) -> None:
            tone = Tone.WARNING if done.problems else Tone.NEUTRAL
            told = Notice(lambda: self._import_words(done), tone)
            if done.problems or done.known:
                told = replace(told, action=self._close_words, do=self._close_report)
            self.noticed.emit(told)
            self.reported.emit(done)
            self.outdated.emit()

        def refused(error: CtiError) -> Notice | None:
            if not isinstance(error, ImportRefused) or not error.problems:
                return None
            self.reported.emit(UserImport((), (), error.problems))
            return Notice(lambda: error_words(error), Tone.WARNING, self._close_words, do=self._close_report)

        self._send(lambda reply: self._setup.import_users(file, reply), imported, refused)

    def _activate(self, user: User) -> None:
        self._change(user, lambda reply: self._setup.activate(user.id, reply))

    def _deactivate(self, user: User) -> None:
        name = clean_text(user.name)
        done = Notice(
            lambda: self.tr("{0} is deactivated. The setup card stays as it is.").format(name),
            Tone.NEUTRAL,
            lambda: self.tr("U&ndo"),
            do=lambda: self._activate(user),
        )
        self._change(user, lambda reply: self._setup.deactivate(user.id, reply), done)

    def _ask(self, words: Callable[[], str], action: Callable[[], str], do: Callable[[], None]) -> None:
        self.noticed.emit(Notice(words, Tone.WARNING, action, lambda: self.tr("&Cancel"), do))

    def _import_words(self, done: UserImport) -> str:
        words = self.tr("{0} added, {1} known already, {2} left out.")
        return words.format(len(done.added), len(done.known), len(done.problems))

    def _close_words(self) -> str:
        return self.tr("Close the re&port")

    def _close_report(self) -> None:
        self.reported.emit(None)

    def _change(self, user: User, ask: _Ask, done: Notice | None = None) -> None:
        """Ask for a change of a user; `done` is said once the new list is there."""
        name = clean_text(user.name)

        def refused(error: CtiError) -> Notice | None:
            if not isinstance(error, UserGone):
                return None
            return Notice(lambda: self.tr("{0} was removed by somebody else meanwhile.").format(name), Tone.WARNING)

        def told(users: ProductUsers) -> None:
            self.listed.emit(users)
            if done is not None:
                self.noticed.emit(done)

        self._send(ask, told, refused)

    def _send(self, ask: _Ask, told: Callable[[Any], None], refused: _Refusal) -> None:
        """Ask the store. `told` gets the answer; `refused` may have words of its own for what the store refuses."""
        self.noticed.emit(None)
        self.reported.emit(None)
        answers = Answers(self)

        def arrived(answer: Any) -> None:
            answers.deleteLater()
            if isinstance(answer, CtiError):
                self.noticed.emit(refused(answer) or Notice(lambda: error_words(answer), Tone.WARNING))
                self.outdated.emit()
            else:
                told(answer)

        answers.arrived.connect(arrived)
        ask(answers.expect())
