"""What is read from Microsoft Graph while the user is signed in: the own presence and the Outlook contacts.

One thread does both and is there only while somebody is signed in. It decides nothing about tokens, and that the user
does not allow something is a state here and never a notice.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tray.calls.numbers import NumberReader
from tray.calls.settings import MappingRow
from tray.condition import Condition
from tray.config_model import Config
from tray.directory.outlook import OutlookTable
from tray.identity.authority import graph_address
from tray.identity.model import GraphStatus, PresenceState, SignInStatus
from tray.identity.presence import PresenceWatch
from tray.outlook import ContactsStatus, OutlookSync, SignedIn, has_signed_out
from tray.presenter import Clocks
from tray.rounds import Rounds
from tray.setup.model import SignInState
from tray.texts import translate

if TYPE_CHECKING:
    from tray.identity.graph import GraphClient, Tokens
    from tray.wiring import Tray

Session = tuple[str, datetime | None]
"""Who is signed in, and since when: what was refused to one session may be allowed to the next."""


class GraphDesk:
    """Every public method may be called from any thread and returns at once.

    Args:
        folder: the data folder.
        config: says what is wanted, and where Graph is.
        service: the sign-in; `sign_in_changed` has to hear of it.
        condition: is told of a call in Teams.
        reader: reads numbers by the rules in force.
        rows: gives the business mapping in force.
        changed: hears that the directory is another.
        rounds: the thread on which both are looked at.
        clocks: for pauses and ages.
        told: hears that `status` is another.
        talked: hears of another presence, of now, and of when it was asked for before.
    """

    def __init__(
        self,
        folder: Path,
        config: Config,
        service: SignedIn,
        condition: Condition,
        reader: NumberReader,
        rows: Callable[[], tuple[MappingRow, ...]],
        changed: Callable[[], None],
        rounds: Rounds,
        clocks: Clocks,
        told: Callable[[], None] = lambda: None,
        talked: Callable[[PresenceState, float, float | None], None] = lambda *_: None,
    ) -> None:
        self._told = told
        self._talked = talked
        self._monotonic = clocks.monotonic
        self._presence_wanted = config.sign_in.presence and bool(graph_address(config.sign_in))
        self._condition = condition
        graph = LazyGraph(config, service.token)
        self._watch = PresenceWatch(graph, clocks.monotonic, self._presence_changed)
        self._contacts = outlook_sync(folder, config, graph, service, reader, rows, clocks.wall, changed)
        self._rounds = rounds
        self._lock = threading.Lock()
        self._known: tuple[Session | None, bool] | None = None
        self._asked = 0
        self._answer = (0, self._contacts.status)

    @property
    def status(self) -> GraphStatus:
        """Both in a few words, for windows."""
        contacts = self.contacts
        return GraphStatus(self.presence, contacts.state, contacts.problem)

    @property
    def presence(self) -> PresenceState:
        """What is known of the presence."""
        return self._watch.presence.state

    @property
    def presence_age_s(self) -> float | None:
        """How old that is; None where nothing is known."""
        return self._watch.age_s()

    @property
    def contacts(self) -> ContactsStatus:
        """What became of the contacts."""
        return self._contacts.status

    def stop(self) -> None:
        """End the thread; what is loaded stays."""
        self._rounds.stop()

    def sign_in_changed(self, status: SignInStatus) -> None:
        """The sign-in is another: what was read of somebody else goes, and whoever signed in is read."""
        known = session_of(status), has_signed_out(status)
        with self._lock:
            same, self._known = known == self._known, known
        if not same:
            self._rounds.wake(self._begin_presence)
            self._rounds.wake(self._sync_contacts)

    def sync_contacts(self, *, full: bool) -> int:
        """Read the contacts now, all of them where `full`; gives the number of the answer to come."""
        if full:
            self._contacts.ask_for_all()
        with self._lock:
            self._asked += 1
            number = self._asked
        self._rounds.wake(self._sync_contacts)
        return number

    def sync_answer(self, number: int) -> ContactsStatus | None:
        """What became of that; None as long as it is not known."""
        answered, status = self._answer
        return status if answered >= number else None

    @property
    def _session(self) -> Session | None:
        return self._known[0] if self._known else None

    def _begin_presence(self) -> None:
        ask = self._presence_wanted and self._session is not None
        self._watch.forget(ask=ask)
        if ask:
            self._rounds.wake(self._look_at_presence)

    def _look_at_presence(self) -> float | None:
        return self._watch.look() if self._session is not None else None

    def _sync_contacts(self) -> float | None:
        asked, before = self._asked, self.status
        wait = self._contacts.look(asked=asked > self._answer[0])
        self._answer = (asked, self._contacts.status)
        if self.status != before:
            self._told()
        return wait

    def _presence_changed(self, state: PresenceState) -> None:
        self._condition.teams_call(goes_on=state is PresenceState.IN_CALL)
        self._talked(state, self._monotonic(), self._watch.heard_before)
        self._told()


def open_graph(tray: Tray, rows: Callable[[], tuple[MappingRow, ...]]) -> GraphDesk:
    """What the running tray reads from Graph."""
    desk = GraphDesk(
        tray.folder,
        tray.loaded.config,
        tray.sign_in.service,
        tray.condition,
        tray.reader,
        rows,
        tray.look_at_directory,
        Rounds("graph", tray.failed, tray.clocks.monotonic),
        tray.clocks,
        tray.sign_in.graph_changed,
        tray.teams.presence,
    )
    tray.sign_in.heard = desk.sign_in_changed
    tray.sign_in.read_graph = lambda: desk.status
    return desk


class LazyGraph:
    """Makes what reads Graph when it is first needed, because its library takes long to load."""

    def __init__(self, config: Config, tokens: Tokens) -> None:
        self._address = graph_address(config.sign_in)
        self._tokens = tokens
        self._client: GraphClient | None = None

    def __call__(self) -> GraphClient:
        """What reads Graph, always the same."""
        if self._client is None:
            from tray.identity.graph import GraphClient

            self._client = GraphClient(self._address, self._tokens)
        return self._client


def outlook_sync(
    folder: Path,
    config: Config,
    graph: Callable[[], GraphClient],
    service: SignedIn,
    reader: NumberReader,
    rows: Callable[[], tuple[MappingRow, ...]],
    wall: Callable[[], float],
    changed: Callable[[], None] = lambda: None,
) -> OutlookSync:
    """The contacts of one data folder, as config.toml wants them."""
    unwanted = ""
    if not config.sign_in.contacts:
        unwanted = translate("Graph", "Outlook contacts are switched off: sign_in.contacts is false.")
    elif not graph_address(config.sign_in):
        unwanted = translate(
            "Graph", "This sign-in is not Microsoft's, and sign_in.graph_url names no Microsoft Graph."
        )
    return OutlookSync(OutlookTable(folder), graph, service, reader, rows, wall, changed, unwanted=unwanted)


def session_of(status: SignInStatus) -> Session | None:
    """Who is signed in since when; None where nobody is, or only the user could renew it."""
    if status.account is None or status.sign_in.state is not SignInState.SIGNED_IN:
        return None
    return status.account.id, status.sign_in.authorization_time
