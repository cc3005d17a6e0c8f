"""What the user is told outside of calls: each trouble once, each answer to a command every time.

Parts of the tray meet the same trouble again and again, and a message that keeps coming back is worse than none. What
the user asked for is another matter: a refused command must never look as if nothing had happened.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from tray.condition import standing_notice
from tray.errors import CtiError
from tray.interfaces import UserInterface
from tray.setup.model import Standing
from tray.texts import joined, translate
from tray.views import Notice

_log = logging.getLogger("cti_tray.app")
_MOST_TOGETHER = 3


class Notices:
    """Every method may be called from any thread and returns at once; `log_file` is named where nothing else helps."""

    def __init__(self, ui: UserInterface, log_file: Path) -> None:
        self._ui = ui
        self._log_file = log_file
        self._lock = threading.Lock()
        self._told: set[str] = set()
        self._standing = Standing.GOOD

    def failed(self, error: Exception) -> None:
        """Something went wrong in some part: the log gets all of it, the user one clear message, once."""
        self.tell(notice_of(self.logged(error)))

    def refused(self, error: Exception) -> None:
        """What the user asked for cannot be done; told every time."""
        self._ui.show_notice(notice_of(self.logged(error)))

    def together(self, title: str, problems: Sequence[str]) -> None:
        """Several things are wrong in one place: the log gets all of them, the user one message with the first."""
        for problem in problems:
            _log.warning("%s", problem)
        if not problems:
            return
        more = len(problems) - _MOST_TOGETHER
        hint = translate("Errors", "{more} more; see {file}.").format(more=more, file=self._log_file.name)
        self.tell(Notice(title, joined(*problems[:_MOST_TOGETHER]), hint if more > 0 else ""))

    def logged(self, error: Exception) -> CtiError:
        """Write an error into the log; gives what the user may see of it."""
        if isinstance(error, CtiError):
            _log.warning("%s", error)
            return error
        _log.error("an error that nobody expected", exc_info=error)
        return Unexpected(
            translate("Errors", "CTI Tray met an error that nobody expected."),
            hint=translate("Errors", "See {file}.").format(file=self._log_file),
        )

    def tell(self, notice: Notice) -> None:
        """Show a notice, the same one only once in this run."""
        with self._lock:
            known = notice.text in self._told
            self._told.add(notice.text)
        if not known:
            self._ui.show_notice(notice)

    def standing(self, standing: Standing, admins: Sequence[str] = ()) -> None:
        """Whether this user gets cards now; told whenever the reason why not becomes another, with whom to ask."""
        with self._lock:
            same = standing is self._standing
            self._standing = standing
        if not same and standing is not Standing.GOOD:
            self._ui.show_notice(standing_notice(standing, admins))


class Unexpected(CtiError):
    """A mistake of the product itself."""

    title = translate("Errors", "Something went wrong")


def notice_of(error: CtiError) -> Notice:
    """An error as a notice."""
    return Notice(error.title, error.message, error.hint)
