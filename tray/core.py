"""The core thread: one queue in, one engine, decisions carried out; the only owner of calls, timers and policy.

Sources, the user interface and the command line only put something into the queue. Nothing here waits for disk or
network: lookups are local and indexed, the journal has a thread of its own, and the user interface is told by a call
that returns at once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from queue import Empty, SimpleQueue

from tray.activity.journal import Journal
from tray.activity.model import PastCall, Who
from tray.calls.card import CallCard
from tray.calls.companion import Talk
from tray.calls.decisions import CardFacts, CloseCard, Decision, OpenCard, OpenPage, UpdateCard
from tray.calls.engine import Engine, Step
from tray.calls.matching import Record
from tray.calls.model import Call, CallEvent, CallName, CallState, Direction
from tray.calls.policy import activity_record
from tray.calls.tracker import DIAL_SOURCE
from tray.interfaces import UserInterface
from tray.presenter import Clocks, Presenter, call_name, card_key

Task = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Desk:
    """What the core works with, made on the core's own thread.

    `show_record` opens the built-in page of a record for a call; `calls_changed` hears every change of what is going
    on; `close` lets go of what belongs to the thread.
    """

    engine: Engine
    presenter: Presenter
    journal: Journal
    ui: UserInterface
    show_record: Callable[[Record, str, Call], None]
    calls_changed: Callable[[tuple[Call, ...]], None]
    decided: Callable[[Decision], None] = field(default=lambda _: None)
    close: Callable[[], None] = field(default=lambda: None)


class Core:
    """Runs the engine. Every public method may be called from any thread and returns at once.

    Args:
        make_desk: called once, on the core's thread.
        clocks: the clocks of the tray.
        failed: told about an error that nobody expected; the core goes on.
        cannot_start: told when `make_desk` failed; the core has ended then.
    """

    def __init__(
        self,
        make_desk: Callable[[], Desk],
        clocks: Clocks,
        failed: Callable[[Exception], None],
        cannot_start: Callable[[Exception], None],
    ) -> None:
        self._make_desk = make_desk
        self._clocks = clocks
        self._failed = failed
        self._cannot_start = cannot_start
        self._queue: SimpleQueue[CallEvent | Task | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="core", daemon=True)
        self._shown: dict[CallName, _Shown] = {}

    def start(self) -> None:
        """Begin to work through the queue."""
        self._thread.start()

    def stop(self, timeout: float = 5.0) -> bool:
        """Work off what is queued and end the thread; False when that took longer than `timeout` seconds."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def report(self, event: CallEvent) -> None:
        """A source heard something."""
        self._queue.put(event)

    def talk(self, talk: Talk) -> None:
        """The companion heard whether the user is talking."""
        self.run(lambda: self._carry_out(self._desk.engine.talk(talk)))

    def run(self, task: Task) -> None:
        """Do something on the core's thread, after everything that was queued before."""
        self._queue.put(task)

    def dismiss(self, key: str) -> None:
        """The user closed a card."""
        at = self._clocks.monotonic()
        self.run(lambda: self._carry_out(self._desk.engine.dismiss(call_name(key), at)))

    def choose(self, key: str, index: int) -> None:
        """The user opened a record on a card."""
        self.run(partial(self._choose, call_name(key), index, self._clocks.monotonic()))

    def note(self, key: str, text: str) -> None:
        """The note of a card holds this text now."""
        self.run(partial(self._note, call_name(key), text, self._clocks.monotonic()))

    def dial_now(self, call_id: str, number: str, name: str = "") -> None:
        """The user dials; opens the call that the phone's own report will join. Only on the core's thread."""
        self._carry_out(self._desk.engine.dial(call_id, number, self._clocks.monotonic(), name))

    def is_unheard(self, call_id: str) -> bool:
        """Whether a dialled call goes on of which no phone has said a word yet. Only on the core's thread."""
        alone = (CallName(DIAL_SOURCE, call_id),)
        return any(call.names == alone for call in self._desk.engine.calls())

    def calls(self, answer: Callable[[tuple[CardFacts, ...]], None]) -> None:
        """Tell `answer`, on the core's thread, which calls are going on, and with whom."""

        def tell() -> None:
            engine = self._desk.engine
            cards = (engine.card(call.name) for call in engine.calls())
            answer(tuple(card.facts() for card in cards if card is not None))

        self.run(tell)

    def _run(self) -> None:
        try:
            self._desk = self._make_desk()
        except Exception as error:  # noqa: BLE001 - the tray must hear of it whatever it is
            self._cannot_start(error)
            return
        more = True
        while more:
            more = self._turn()
        self._desk.close()

    def _turn(self) -> bool:
        try:
            item = self._next()
            if item is None:
                return False
            if isinstance(item, CallEvent):
                self._carry_out(self._desk.engine.handle(item), item)
            elif item is not _nothing:
                item()
            due = self._desk.engine.next_due()
            if due is not None and self._queue.empty() and due <= (now := self._clocks.monotonic()):
                self._carry_out(self._desk.engine.advance(now))
        except Exception as error:  # noqa: BLE001 - one bad step must not end the tray
            self._failed(error)
        return True

    def _next(self) -> CallEvent | Task | None:
        due = self._desk.engine.next_due()
        try:
            return self._queue.get(timeout=None if due is None else max(0.0, due - self._clocks.monotonic()))
        except Empty:
            return _nothing

    def _choose(self, name: CallName, index: int, at: float) -> None:
        desk = self._desk
        step = desk.engine.choose(name, index, at)
        self._carry_out(step)
        card = desk.engine.card(name)
        if card is not None and card.chosen is not None and step.decisions:
            record = card.chosen.record
            desk.journal.assign(card.call.name, record.table, record.no, done=self._written)

    def _note(self, name: CallName, text: str, at: float) -> None:
        self._carry_out(self._desk.engine.note(name, text, at))
        self._desk.journal.note(name, text)

    def _carry_out(self, step: Step, fact: CallEvent | None = None) -> None:
        for decision in step.decisions:
            self._try(partial(self._act, decision))
        self._keep(step, fact)
        if step.changes:
            self._desk.calls_changed(tuple(self._desk.engine.calls()))
        for decision in step.decisions:
            self._try(partial(self._desk.decided, decision))

    def _try(self, task: Task) -> None:
        """Do something without which everything else about the call still has to happen, the journal above all."""
        try:
            task()
        except Exception as error:  # noqa: BLE001 - whatever it meets, the call is written down
            self._failed(error)

    def _act(self, decision: Decision) -> None:
        desk = self._desk
        if isinstance(decision, OpenCard | UpdateCard):
            card = desk.engine.card(decision.call)
            about = self._about(decision.card.call)
            note = card.note if card else ""
            desk.ui.show_card(desk.presenter.card(decision.card, note, about.past, about.offset))
        elif isinstance(decision, CloseCard):
            desk.ui.close_card(card_key(decision.call))
        elif isinstance(decision, OpenPage):
            self._open_page(decision)

    def _open_page(self, decision: OpenPage) -> None:
        desk, page = self._desk, decision.page
        if page.url is not None:
            desk.ui.open_address(page.url)
            return
        card = desk.engine.card(decision.call)
        candidates = (*card.match.page_candidates, *card.match.candidates) if card else ()
        for candidate in candidates:
            if card and (candidate.record.table, candidate.record.no) == (page.table, page.no):
                desk.show_record(candidate.record, candidate.name, card.call)
                return

    def _keep(self, step: Step, fact: CallEvent | None) -> None:
        """Write down what happened; what belongs to one call goes into the journal together."""
        journal, offset = self._desk.journal, self._clocks.offset()
        left = list(step.decisions)
        for change in step.changes:
            call, card = change.call, step.cards[change.call.name]
            if change.absorbed is not None:
                journal.absorb(call.name, change.absorbed.name)
            own, left = _split(left, call.name)
            is_its_fact = fact is not None and CallName(fact.source, fact.call_id) in call.names
            journal.write(
                call,
                offset,
                fact=fact if is_its_fact else None,
                decisions=own,
                who=_who(card),
                if_lost=card.end_if_lost(call.started),
                done=self._written,
            )
        for name in dict.fromkeys(decision.call for decision in left):
            own = [decision for decision in left if decision.call == name]
            journal.decided(name, own, done=self._written)
        self._forget(step)

    def _written(self) -> None:
        """On the journal's thread: what the windows read from disk is new now, and not before."""
        self._try(self._desk.ui.calls_changed)

    def _forget(self, step: Step) -> None:
        """Let go of what is kept about calls that are over and off the screen."""
        touched = [change.absorbed.name for change in step.changes if change.absorbed]
        for name in (*touched, *(decision.call for decision in step.decisions)):
            if name in self._shown and self._desk.engine.card(name) is None:
                del self._shown[name]

    def _about(self, call: Call) -> _Shown:
        """What a card keeps from its first showing on; the last call is looked up once for each party."""
        key = call.party.number.key
        known = self._shown.get(call.name)
        if known is None or known.number != key:
            past = self._desk.journal.last_call(key) if key else None
            offset = known.offset if known else self._clocks.offset()
            known = self._shown[call.name] = _Shown(offset, key, past)
        return known


@dataclass(frozen=True, slots=True)
class _Shown:
    """What stays as it is while a card is on the screen: its wall time, and the call before this one."""

    offset: float
    number: str
    past: PastCall | None


def _nothing() -> None:
    """Stands in the queue's place when a deadline came first."""


def _split(decisions: list[Decision], name: CallName) -> tuple[list[Decision], list[Decision]]:
    own = [decision for decision in decisions if decision.call == name]
    return own, [decision for decision in decisions if decision.call != name]


def _who(card: CallCard) -> Who:
    return Who(card.facts().name, *activity_record(card.match, card.chosen))


def going_on(calls: Iterable[Call]) -> tuple[bool, bool]:
    """Whether a call is ringing here, and whether the user is in a call."""
    present = list(calls)
    ringing = any(call.state is CallState.OFFERED for call in present)
    talking = any(
        call.state in {CallState.CONNECTED, CallState.HELD} or call.direction is Direction.OUTGOING for call in present
    )
    return ringing, talking
