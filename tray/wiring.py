"""The running tray: every part of it made, connected, started and ended in order.

It is what the windows and the command line give their commands to. It owns no rule: calls are decided by the core,
settings by the store.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tray.activity.journal import Journal
from tray.administration import Administration
from tray.archive import Archive
from tray.calls.decisions import Decision
from tray.calls.engine import Engine, Surroundings
from tray.calls.matching import Match, Record
from tray.calls.model import Call, PhoneNumber
from tray.calls.numbers import NumberReader
from tray.calls.settings import MappingRow
from tray.condition import Condition
from tray.config import LoadedConfig
from tray.core import Core, Desk
from tray.dial_requests import DialRequests
from tray.directory.index import DirectoryCounts
from tray.do_not_disturb import DoNotDisturb
from tray.do_not_disturb import load as load_do_not_disturb
from tray.errors import ConfigError, CtiError
from tray.graph_desk import open_graph
from tray.icon import TrayIcon
from tray.icon_commands import icon_commands
from tray.identity.opening import open_sign_in
from tray.interfaces import UserInterface
from tray.interpreter import settle
from tray.logs import LOG_NAME
from tray.notices import Notices
from tray.outgoing import Outgoing
from tray.paths import JOURNAL_FILE
from tray.phone_desk import open_phones
from tray.presenter import Clocks, Presenter, card_key
from tray.setup.cached import SetupCache, cache_owner
from tray.setup.opening import open_store
from tray.setup.service import SetupService
from tray.setup.store import SetupStore
from tray.setup.who import this_user
from tray.setup_in_force import SetupInForce
from tray.sign_in import SignInDesk
from tray.surroundings import look_up, open_directory, web_client
from tray.teams_talk import TeamsTalk
from tray.views import CandidateView, DialWay, HistoryRow, IconCommand

STALE_DIRECTORY_S = 7 * 86_400.0
CACHE_FILE = "setup-cache.json"


class Tray:
    """Implements `tray.views.Commands`. Every public method but `start` and `close` may be called from any thread."""

    def __init__(
        self,
        folder: Path,
        loaded: LoadedConfig,
        ui: UserInterface,
        decided: Callable[[Decision], None] = lambda _: None,
    ) -> None:
        self.folder = folder
        self.loaded = loaded
        self.clocks = Clocks(time.monotonic, time.time)
        self._ui = ui
        self._decided = decided
        self._web_client = web_client(loaded.config.business_central)
        self.reader = NumberReader(loaded.config.numbers)
        self.condition = Condition(self._show_condition, do_not_disturb=load_do_not_disturb(folder))
        self._directory_counts = DirectoryCounts(0, 0, None, ())
        self.ready = threading.Event()
        self.problem: CtiError | None = None
        self._ending = threading.Lock()
        self.notices = Notices(ui, folder / LOG_NAME)
        self.failed = self.notices.failed
        self.do_not_disturb = DoNotDisturb(folder, self.condition, self.notices.refused)
        self.journal = Journal(folder / JOURNAL_FILE, self.failed)
        self.presenter = Presenter(self.reader, self._directory_age)
        self.archive = Archive(folder, self.presenter, self.reader, ui, self.failed, self.notices.refused)
        self.choose_language = self.archive.choose_language
        self.core = Core(self._make_desk, self.clocks, self.failed, self._cannot_start)
        identity = this_user()
        url = loaded.config.store.url
        self.setup = SetupService(
            url.partition(":")[0],
            self._open_store,
            SetupCache(folder / CACHE_FILE, cache_owner(url, identity.account)),
            identity,
            _now,
            self._setup_changed,
        )
        self.in_force = SetupInForce(
            self.setup, loaded, self.reader, self.condition, self.notices, self.journal, self.clocks
        )
        self.administration = Administration(
            self.setup, self.archive, lambda: self._directory_counts, _now, self._web_client
        )
        sign_in = partial(open_sign_in, folder, loaded.config, ui.in_language)
        self.sign_in = SignInDesk(sign_in, self.setup, identity, self.condition, self.notices, ui)
        self.teams = TeamsTalk(self.core.talk)
        self.graph = open_graph(self, self._rows)
        self.icon = TrayIcon(self._on_icon, text=ui.in_language)
        self._icon_commands = icon_commands(self, ui)
        self.language_changed = self.icon.repaint
        self.phones, self.phone_desk = open_phones(self)
        clock, refused = self.clocks.monotonic, self.notices.refused
        self.outgoing = Outgoing(self.core, self.phones, self.reader, clock, refused, ui.show_notice)
        settings = self.phones.dial_settings
        self.dial_requests = DialRequests(self.outgoing, self.reader, settings, self._owner_of, ui, refused, clock)

    @property
    def directory_counts(self) -> DirectoryCounts:
        """What the directory holds, as of the last look."""
        return self._directory_counts

    def start(self) -> None:
        """Start everything; the core's thread does what takes time."""
        self.core.start()
        self.notices.together(ConfigError.title, (*self.loaded.problems, *self.loaded.unknown))

    def close(self) -> None:
        """End everything, in the order in which one part needs the next; safe to call twice."""
        with self._ending:
            self.phone_desk.stop()
            self.phones.stop()
            self.core.stop()
            self.archive.stop()
            self.do_not_disturb.stop()
            self.sign_in.service.stop()
            self.graph.stop()
            self.setup.stop()
            self.journal.stop()
            self.icon.stop()

    def quit(self) -> None:
        """End the tray: first the parts, then the user interface."""

        def work() -> None:
            self.close()
            self._ui.quit()

        threading.Thread(target=work, name="quit", daemon=True).start()

    def dismiss(self, call: str) -> None:
        """The user closed the card of this call."""
        self.core.dismiss(call)

    def choose(self, call: str, index: int) -> None:
        """The user opened a record on a card."""
        self.core.choose(call, index)

    def note(self, call: str, text: str) -> None:
        """The note of a card holds this text now."""
        self.core.note(call, text)

    def dial(self, number: str) -> None:
        """Dial a number; what stands in the way is told in a notice."""
        self.outgoing.dial(number)

    def dial_way(self, number: str, answer: Callable[[DialWay], None]) -> None:
        """Find out how a number would be dialled, and what stands in the way."""
        self.archive.work(lambda: answer(self.phones.dial_way(number)))

    def answer_dial_request(self, request: str, *, dial: bool) -> None:
        """The user answered a link that asks to dial."""
        self.core.run(partial(self.dial_requests.answer, request, dial=dial))

    def choose_in_menu(self, command: IconCommand) -> None:
        """The user chose this in the menu of the icon."""
        self.core.run(partial(self._on_icon, command))

    def recent_calls(self, limit: int, answer: Callable[[tuple[HistoryRow, ...]], None]) -> None:
        """Fetch the newest calls of the journal."""
        self.archive.recent_calls(limit, answer)

    def search(self, text: str, limit: int, answer: Callable[[tuple[CandidateView, ...]], None]) -> None:
        """Find records by the beginning of a name or number."""
        self.archive.search(text, limit, answer)

    def open_record(self, table: str, no: str) -> None:
        """Open the page of a record from search or Recent calls."""
        self.archive.open_record(table, no, self._rows(), self._web_client)

    def refresh(self) -> None:
        """Setup or directory may have changed: look now."""
        self.phones.retry_now()
        self.setup.refresh_now()
        self.sign_in.service.check_now()
        self.look_at_directory()

    def show_front(self) -> None:
        """A second start, or a click on the icon: come to the front."""
        self._ui.show_front()

    def _cannot_start(self, error: Exception) -> None:
        """Without journal and engine there is no tray: `problem` says why, and everything ends."""
        self.problem = self.notices.logged(error)
        self.quit()

    def _make_desk(self) -> Desk:
        self.journal.start()
        self.reader.warm_up()
        directory = open_directory(self.folder, self.failed)
        self._look_up = partial(look_up, directory, self.reader, self.failed)
        around = Surroundings(
            reader=self.reader,
            setup=self.in_force.for_a_call,
            lookup=self._look_up,
            remembered=self.journal.choices,
            web_client=self._web_client,
            ended_cards=self.loaded.config.ui.ended_cards,
        )
        self._directory_counts = directory.counts()
        self.phones.start(self.journal.lost, self.clocks.wall())
        self.phones_changed()
        self.core.run(self._is_ready)
        return Desk(
            engine=Engine(around),
            presenter=self.presenter,
            journal=self.journal,
            ui=self._ui,
            show_record=self._show_record,
            calls_changed=self.condition.calls,
            decided=self._decided,
            close=directory.close,
        )

    def _is_ready(self) -> None:
        """Calls are taken: now comes what they need not wait for, because its libraries take long to load."""
        self.ready.set()
        self.setup.start()
        self.sign_in.service.start()
        self.icon.start()

    def _open_store(self) -> SetupStore:
        try:
            return open_store(self.loaded.config.store.url, self.folder)
        finally:
            settle()  # its libraries were the last that take long to load

    def _setup_changed(self) -> None:
        self.core.run(self.in_force.setup_changed)
        self._ui.setup_changed()
        self.condition.store(online=self.setup.state().online)
        self.look_at_directory()

    def look_at_directory(self) -> None:
        """The directory may be another."""
        self.archive.refresh_directory(self._rows(), self._counted)

    def _rows(self) -> tuple[MappingRow, ...]:
        return self.setup.current().setup.by_priority()

    def _owner_of(self, number: PhoneNumber) -> Match:
        return self._look_up(number, self._rows())

    def _counted(self, counts: DirectoryCounts) -> None:
        self._directory_counts = counts

    def _directory_age(self) -> float | None:
        loaded = self._directory_counts.loaded
        age = self.clocks.wall() - loaded if loaded is not None else 0.0
        return age if age > STALE_DIRECTORY_S else None

    def _show_record(self, record: Record, name: str, call: Call) -> None:
        self.archive.show_record(record, name, call.party.number.key, card_key(call.name))

    def _on_icon(self, command: IconCommand) -> None:
        self._icon_commands[command]()

    def _show_condition(self, condition: Condition) -> None:
        user = self.setup.current().user
        self.icon.show(condition.icon_view(user.name if user else ""))

    def when_kept(self, done: Callable[[], None]) -> None:
        """Call `done` when what was reported so far has gone through the core and is safe on disk."""
        self.core.run(partial(self.journal.when_kept, done))

    def phones_changed(self) -> None:
        """A source is in another state: tell what the user should know of it."""
        for notice in self.phones.notices():
            self.notices.tell(notice)


def _now() -> datetime:
    return datetime.now(UTC)
