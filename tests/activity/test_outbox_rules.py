"""Any sequence of calls, posts, lost answers, clicks and restarts: every activity is entered at most once, in order."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from tests.activity.phone import OFFSET, Desk, verdict
from tray.activity.delivery import Delivery
from tray.activity.model import Activity
from tray.activity.outbox import Outbox
from tray.activity.reader import JournalReader
from tray.calls.decisions import LogActivity
from tray.calls.model import Call
from tray.errors import Offline, Refused


class OutboxRules(RuleBasedStateMachine):
    """The model is what a list of expected states says; the real thing is journal, outbox, delivery and a receiver."""

    calls = Bundle("calls")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(self.folder, deliver=True)
        self.states: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.known: dict[str, Call] = {}
        self.entered: list[str] = []
        self.fate = ""
        self.needs_record = True
        self.nobody: set[str] = set()

    @initialize(needs_record=st.booleans())
    def begin(self, needs_record: bool) -> None:
        self.needs_record = needs_record

    def deliver(self, activity: Activity) -> str:
        """The receiver; it knows each id for ever."""
        if self.fate == "away":
            raise Offline("The server cannot be reached.")
        if self.fate == "refused":
            raise Refused("The template is not known.")
        if activity.call_id not in self.entered:
            self.entered.append(activity.call_id)
        if self.fate == "answer lost":
            raise Offline("The server did not answer in time.")
        return "entry"

    @rule(target=calls, note=st.sampled_from(["", "hello"]), known=st.booleans())
    def call_ends(self, note: str, known: bool) -> str:
        name = f"c{len(self.known)}"
        over = self.desk.place(name, 100.0 * len(self.known), template="", note=note)
        log = LogActivity(
            over.ended or 0.0, over.name, "user incoming_template", over.outcome, "M-IN", None, None, note
        )  # type: ignore[arg-type]
        if known:
            log = replace(log, table="Contact", no="CT1")
        else:
            self.nobody.add(name)
        self.desk.journal.decided(over.name, [log])
        self.known[name], self.states[name], self.notes[name] = over, "waiting", note
        return name

    @rule(name=calls)
    def end_comes_again(self, name: str) -> None:
        over = self.known[name]
        self.desk.journal.write(over, OFFSET, decisions=verdict(over))

    @rule(fate=st.sampled_from(["taken", "taken", "away", "refused", "answer lost"]))
    def post(self, fate: str) -> None:
        due = [
            name
            for name, state in self.states.items()
            if state == "waiting" and not (self.needs_record and name in self.nobody)
        ]
        outbox = Outbox(self.desk.journal.writer)
        outbox.keep_trying()
        delivery = Delivery(self.desk.path, outbox, self, now=lambda: OFFSET)
        self.fate = fate
        assert self.desk.journal.flush()
        with JournalReader(self.desk.path) as reader:
            assert delivery.step(reader) == (0.0 if due else None)
        if due:
            after = {"taken": "delivered", "refused": "failed"}
            self.states[due[0]] = after.get(fate, "waiting")

    @rule(name=calls)
    def user_retries(self, name: str) -> None:
        self._outbox().retry(self._id(name))
        if self.states.get(name) == "failed":
            self.states[name] = "waiting"

    @rule(name=consumes(calls))
    def user_drops(self, name: str) -> None:
        self._outbox().drop(self._id(name))
        if self.states.get(name) != "delivered":
            self.states.pop(name)

    @rule(name=calls)
    def user_assigns(self, name: str) -> None:
        self.desk.journal.assign(self.known[name].name, "Contact", "CT2")
        self.nobody.discard(name)

    @rule(name=calls, text=st.sampled_from(["", "more", "most"]))
    def user_types(self, name: str, text: str) -> None:
        self.desk.journal.note(self.known[name].name, text)
        if self.states.get(name) != "delivered":
            self.notes[name] = text

    @rule()
    def tray_restarts(self) -> None:
        self.desk.restart()

    @invariant()
    def outbox_is_as_expected(self) -> None:
        activities = self.desk.activities()
        assert {activity.call_id: activity.state for activity in activities} == self.states
        assert {activity.call_id: activity.note for activity in activities} == {
            name: self.notes[name] for name in self.states
        }
        assert len(self.desk.rows()) == len(self.known)

    @invariant()
    def what_is_delivered_was_entered(self) -> None:
        assert len(self.entered) == len(set(self.entered))
        assert {name for name, state in self.states.items() if state == "delivered"} <= set(self.entered)

    def teardown(self) -> None:
        assert self.desk.journal.stop()
        assert not self.desk.troubles
        shutil.rmtree(self.folder)

    def _outbox(self) -> Outbox:
        return Outbox(self.desk.journal.writer)

    def _id(self, name: str) -> str:
        with JournalReader(self.desk.path) as reader:
            return next(row.uid for row in reader.recent(1000) if row.call_id == name)


OutboxRules.TestCase.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestOutboxRules = OutboxRules.TestCase
