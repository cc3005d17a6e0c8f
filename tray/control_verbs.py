"""What the command line may ask of the running tray, through the receiver's control door.

Verbs run on a thread of the receiver; whatever belongs to the core is asked of the core, and waited for no longer than
two seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

from tray.activity.model import ActivityState, iso
from tray.activity.reader import JournalReader
from tray.calls.decisions import CardFacts
from tray.directory.outlook import TABLE
from tray.errors import CtiError, InvalidInput
from tray.identity.model import Method
from tray.paths import JOURNAL_FILE
from tray.setup.listing import sign_in_data

if TYPE_CHECKING:
    from tray.wiring import Tray

_WAIT_S = 2.0
_T = TypeVar("_T")
Arguments = dict[str, object]
Answer = Callable[[_T], None]
Refuse = Callable[[CtiError], None]


class ControlVerbs:
    """The verbs, by name. A call of the object runs one."""

    def __init__(self, tray: Tray) -> None:
        self._tray = tray
        self._verbs: dict[str, Callable[[Arguments], Arguments]] = {
            "status": self._status,
            "raise": self._raise,
            "dial": self._dial,
            "open-link": self._open_link,
            "do-not-disturb": self._do_not_disturb,
            "refresh": self._refresh,
            "new-token": self._new_token,
            "new-lan-token": self._new_lan_token,
            "teams-pair": self._pair_teams,
            "sign-in": self._begin_sign_in,
            "sign-in-attempt": self._attempt,
            "sign-in-cancel": self._cancel_sign_in,
            "sign-out": self._sign_out,
            "directory-sync": self._sync_directory,
            "directory-sync-result": self._sync_result,
            "quit": self._quit,
        }

    def __call__(self, verb: str, arguments: Arguments) -> Arguments:
        """Run a verb.

        Raises:
            CtiError: it is not known, or refused.
        """
        if verb not in self._verbs:
            raise InvalidInput(f"{verb!r} is not a command.")
        return self._verbs[verb](arguments)

    def _status(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        tray = self._tray
        store = tray.setup.state(_WAIT_S)
        snapshot = tray.setup.current()
        counts = tray.directory_counts
        loaded = counts.loaded
        return {
            "running": True,
            "user": snapshot.user.account if snapshot.user else None,
            "sources": [asdict(status) for status in tray.phones.statuses()],
            "telephony_lines": [asdict(line) for line in tray.phones.telephony_lines()],
            "store": {
                "kind": store.kind,
                "state": "online" if store.online else "offline",
                "setup_age_s": store.setup_age_s,
                "detail": store.detail,
            },
            "sign_in": self._sign_in(),
            "presence": {"state": tray.graph.presence.value, "age_s": tray.graph.presence_age_s},
            "contacts": self._contacts(),
            "directory": {
                "numbers": counts.numbers,
                "age_s": None if loaded is None else max(0.0, tray.clocks.wall() - loaded),
            },
            "outbox": self._outbox(),
            "do_not_disturb": tray.condition.do_not_disturb,
            "no_cards_because": tray.in_force.silence(),
            "icon": {**asdict(tray.icon.status), "shows": tray.condition.icon_view("").state.value},
            "calls": self._calls(),
        }

    def _calls(self) -> list[Arguments]:
        def begin(answer: Answer[tuple[CardFacts, ...]], _: Refuse) -> None:
            self._tray.core.calls(answer)

        return [self._call(facts) for facts in _wait(begin)]

    def _sign_in(self) -> Arguments:
        status = self._tray.sign_in.status
        account = status.account.username if status.account else None
        return {"account": account, **sign_in_data(status.sign_in), "state": status.word, "detail": status.detail}

    def _contacts(self) -> Arguments:
        status = self._tray.graph.contacts
        age = None if status.read is None else max(0.0, self._tray.clocks.wall() - status.read)
        return {"state": status.state.value, "age_s": age, "detail": status.problem}

    def _outbox(self) -> Arguments:
        with JournalReader(self._tray.folder / JOURNAL_FILE) as reader:
            counts = reader.activity_counts()
        return {"waiting": counts[ActivityState.WAITING], "failed": counts[ActivityState.FAILED]}

    def _call(self, facts: CardFacts) -> Arguments:
        call = facts.call
        offset = self._tray.clocks.offset()
        return {
            "call_id": call.call_id,
            "source": call.name.source,
            "direction": call.direction.value,
            "state": call.state.value,
            "number": call.party.number.key,
            "name": facts.name,
            "started": iso(call.started + offset),
            "connected": None if call.connected is None else iso(call.connected + offset),
        }

    def _raise(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        self._tray.show_front()
        return {}

    def _dial(self, arguments: Arguments) -> Arguments:
        number = _text(arguments, "number")
        self._tray.phones.check_dialling()
        return {"call_id": self._on_core(lambda: self._tray.outgoing.dial_now(number))}

    def _open_link(self, arguments: Arguments) -> Arguments:
        link = _text(arguments, "link")
        self._on_core(lambda: self._tray.dial_requests.ask(link))
        return {}

    def _on_core(self, work: Callable[[], _T]) -> _T:
        """The answer of something that belongs to the core's thread."""

        def do(answer: Answer[_T], refuse: Refuse) -> None:
            try:
                answer(work())
            except CtiError as error:
                refuse(error)

        def begin(answer: Answer[_T], refuse: Refuse) -> None:
            self._tray.core.run(lambda: do(answer, refuse))

        return _wait(begin)

    def _do_not_disturb(self, arguments: Arguments) -> Arguments:
        """Tell whether it is on, after switching it where `on` says so."""
        on = arguments.get("on")
        if on is not None and not isinstance(on, bool):
            raise InvalidInput("on: must be true or false.")
        if on is not None:
            self._tray.do_not_disturb.switch(on=on)
        return {"on": self._tray.condition.do_not_disturb}

    def _begin_sign_in(self, arguments: Arguments) -> Arguments:
        method = Method.DEVICE_CODE if arguments.get("device_code") is True else Method.BROWSER
        return {"attempt": self._tray.sign_in.sign_in(method)}

    def _attempt(self, arguments: Arguments) -> Arguments:
        """How far an attempt is; another one has taken its place where the number is not the same."""
        status = self._tray.sign_in.status
        attempt = status.attempt
        if attempt is None or attempt.number != arguments.get("attempt"):
            raise CtiError("Another attempt to sign in has taken the place of this one.")
        return {
            **asdict(attempt),
            "account": status.account.username if status.account else None,
            "detail": status.detail,
        }

    def _cancel_sign_in(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        self._tray.sign_in.cancel()
        return {}

    def _sign_out(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        self._tray.sign_in.service.sign_out()
        return {}

    def _sync_directory(self, arguments: Arguments) -> Arguments:
        return {"number": self._tray.graph.sync_contacts(full=arguments.get("full") is True)}

    def _sync_result(self, arguments: Arguments) -> Arguments:
        """What became of a sync; `done` is false as long as it goes on."""
        number = arguments.get("number")
        status = self._tray.graph.sync_answer(number) if isinstance(number, int) else None
        if status is None:
            return {"done": False}
        mapped = any(row.table == TABLE for row in self._tray.setup.current().setup.by_priority())
        return {"done": True, **asdict(status), "mapped": mapped}

    def _refresh(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        """Answers once the setup in force is the one in the store, so that the next call sees it."""
        self._tray.refresh()

        def begin(answer: Answer[bool], refuse: Refuse) -> None:
            self._tray.setup.ask(lambda _store, _actor: True, answer, refuse)

        # The answer to the first question comes before the beat that reads the setup, the second one after it.
        for _ in range(2):
            _wait(begin)
        return {}

    def _new_token(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        self._tray.phones.receiver.new_token()
        return {}

    def _new_lan_token(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        self._tray.phones.receiver.new_lan_token()
        return {}

    def _pair_teams(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        self._tray.phones.pair_teams()
        return {}

    def _quit(self, arguments: Arguments) -> Arguments:  # noqa: ARG002 - every verb takes arguments
        self._tray.quit()
        return {}


def _text(arguments: Arguments, name: str) -> str:
    value = arguments.get(name)
    if not isinstance(value, str):
        raise InvalidInput(f"{name}: must be a text.")
    return value


def _wait(begin: Callable[[Answer[_T], Refuse], None]) -> _T:
    """Begin something on another thread and wait for its answer."""
    future: Future[_T] = Future()
    begin(future.set_result, future.set_exception)
    try:
        return future.result(_WAIT_S)
    except FutureTimeoutError:
        raise CtiError("CTI Tray is busy at the moment.", hint="Try again.") from None
