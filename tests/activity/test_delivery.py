"""Delivering the outbox: in order, with back-off, waiting for records, and as the user decides."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.activity.phone import OFFSET, Desk, ended, offered, verdict
from tray.activity.delivery import MAX_DELAY_S, Delivery, retry_delay
from tray.activity.model import Activity, ActivityState
from tray.activity.outbox import Outbox
from tray.activity.reader import JournalReader
from tray.calls.decisions import LogActivity
from tray.errors import CtiError, Offline, Refused

AWAY = Offline("The server cannot be reached.", hint="It is tried again.")
NEVER = Refused("The template M-IN is not known.")


class Receiver:
    """Takes what `answers` lets it take; knows every id it has entered, and refuses to enter one twice."""

    def __init__(self, *, needs_record: bool = False) -> None:
        self.needs_record = needs_record
        self.answers: list[Exception] = []
        self.entered: dict[str, Activity] = {}
        self.posts: list[str] = []

    def deliver(self, activity: Activity) -> str:
        self.posts.append(activity.call_id)
        if self.answers:
            raise self.answers.pop(0)
        self.entered.setdefault(activity.id, activity)
        return f"entry {len(self.entered)}"


class Clock:
    """Wall time that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = OFFSET + 10_000

    def __call__(self) -> float:
        return self.now


class Post:
    """A desk whose activities are delivered step by step, without a thread."""

    def __init__(self, folder: Path, *, needs_record: bool = False) -> None:
        self.desk = Desk(folder, deliver=True)
        self.receiver = Receiver(needs_record=needs_record)
        self.clock = Clock()
        self.outbox = Outbox(self.desk.journal.writer)
        self.delivery = Delivery(
            self.desk.path, self.outbox, self.receiver, now=self.clock, chance=lambda: 0.0, changed=lambda: None
        )

    def step(self) -> float | None:
        assert self.desk.journal.flush()
        with JournalReader(self.desk.path) as reader:
            return self.delivery.step(reader)

    def states(self) -> list[str]:
        return [f"{activity.call_id} {activity.state}" for activity in self.desk.activities()]


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    yield from posting(tmp_path, needs_record=False)


@pytest.fixture
def strict_post(tmp_path: Path) -> Iterator[Post]:
    """The receiver wants to know the record."""
    yield from posting(tmp_path, needs_record=True)


def posting(folder: Path, *, needs_record: bool) -> Iterator[Post]:
    post = Post(folder, needs_record=needs_record)
    yield post
    assert post.desk.journal.stop()
    assert not post.desk.troubles


def of_nobody(post: Post, call_id: str, at: float) -> None:
    """A call whose record is not known."""
    over = ended(offered(call_id, at))
    decisions = [
        replace(decision, table=None, no=None) if isinstance(decision, LogActivity) else decision
        for decision in verdict(over)
    ]
    post.desk.journal.write(over, OFFSET, decisions=decisions)


def test_activities_are_delivered_in_the_order_of_their_ends(post: Post) -> None:
    for name in ("a", "b", "c"):
        post.desk.place(name)
    assert [post.step() for _ in range(4)] == [0.0, 0.0, 0.0, None]
    assert post.receiver.posts == ["a", "b", "c"]
    activity = post.desk.activities()[0]
    assert (activity.state, activity.attempts, activity.last_error) == (ActivityState.DELIVERED, 1, "")


def test_a_receiver_that_is_away_holds_everything_back_and_is_asked_less_and_less(post: Post) -> None:
    post.desk.place("a")
    post.desk.place("b")
    post.receiver.answers = [AWAY] * 9
    waits = []
    for _ in range(9):
        assert post.step() == 0.0
        wait = post.step()
        assert wait is not None
        waits.append(wait)
        post.clock.now += wait
    assert waits == pytest.approx([1, 2, 4, 8, 16, 32, 60, 60, 60])
    first = post.desk.activities()[0]
    assert (first.state, first.attempts) == (ActivityState.WAITING, 9)
    assert first.last_error == "The server cannot be reached. It is tried again."
    assert [post.step() for _ in range(3)] == [0.0, 0.0, None]
    assert post.receiver.posts == [*["a"] * 10, "b"]


def test_the_wait_never_exceeds_a_minute_and_is_spread() -> None:
    assert max(retry_delay(attempts, 0.0) for attempts in range(5000)) == MAX_DELAY_S
    assert retry_delay(3, 1.0) == retry_delay(3, 0.0) / 2


def test_what_the_receiver_will_never_take_fails_and_lets_the_others_pass(post: Post) -> None:
    post.desk.place("a")
    post.desk.place("b")
    post.receiver.answers = [NEVER]
    assert [post.step() for _ in range(3)] == [0.0, 0.0, None]
    assert post.states() == ["a failed", "b delivered"]
    assert post.desk.activities()[0].last_error == "The template M-IN is not known."


def test_a_fault_in_the_receiver_fails_one_activity_and_ends_nothing(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    post.desk.place("a")
    post.desk.place("b")
    post.receiver.answers = [ZeroDivisionError("who would have thought")]
    assert [post.step() for _ in range(3)] == [0.0, 0.0, None]
    assert post.states() == ["a failed", "b delivered"]
    assert post.desk.activities()[0].last_error == "Unexpected fault: ZeroDivisionError."
    assert "could not be delivered" in caplog.text


def test_the_user_retries_a_failed_activity(post: Post) -> None:
    post.desk.place("a")
    post.receiver.answers = [NEVER]
    post.step()
    post.outbox.retry(post.desk.activity().id)
    assert post.step() == 0.0
    assert post.states() == ["a delivered"]


def test_trying_again_now_does_not_wait_for_the_back_off(post: Post) -> None:
    post.desk.place("a")
    post.receiver.answers = [AWAY, AWAY, NEVER]
    for again in (post.outbox.keep_trying, post.outbox.retry_all):
        post.step()
        assert post.step() == pytest.approx(1.0, abs=1.1)
        again()
    post.step()
    assert post.states() == ["a failed"]
    post.outbox.keep_trying()
    assert post.step() is None
    post.outbox.retry_all()
    assert post.step() == 0.0
    assert post.states() == ["a delivered"]


def test_nothing_the_user_clicks_delivers_an_activity_twice(post: Post) -> None:
    over = post.desk.place("a")
    post.step()
    activity_id = post.desk.activity().id
    post.outbox.retry(activity_id)
    post.outbox.retry_all()
    post.outbox.drop(activity_id)
    post.desk.journal.note(over.name, "too late")
    post.desk.journal.assign(activity_id, "Contact", "CT9")
    post.desk.journal.write(over, OFFSET, decisions=verdict(over))
    assert post.step() is None
    assert post.receiver.posts == ["a"]
    assert (post.desk.activity().note, post.desk.activity().no) == ("", "CT0001")
    assert (post.desk.row().note, post.desk.row().no) == ("too late", "CT9")


def test_a_dropped_activity_is_gone_for_good(post: Post) -> None:
    over = post.desk.place("a")
    post.outbox.drop(post.desk.activity().id)
    post.desk.journal.write(over, OFFSET, decisions=verdict(over))
    post.desk.restart()
    assert post.desk.activities() == ()
    assert len(post.desk.rows()) == 1


def test_an_activity_without_a_record_waits_and_holds_nobody_up(strict_post: Post) -> None:
    of_nobody(strict_post, "a", 10.0)
    strict_post.desk.place("b", 20.0)
    assert [strict_post.step() for _ in range(2)] == [0.0, None]
    assert strict_post.states() == ["a waiting", "b delivered"]
    strict_post.desk.journal.assign(strict_post.desk.activities()[0].id, "Contact", "CT5")
    assert [strict_post.step() for _ in range(2)] == [0.0, None]
    assert [activity.no for activity in strict_post.receiver.entered.values()] == ["CT0001", "CT5"]


def test_an_activity_without_a_record_is_delivered_where_none_is_needed(post: Post) -> None:
    of_nobody(post, "a", 10.0)
    assert post.step() == 0.0
    assert post.states() == ["a delivered"]


def test_what_is_typed_while_a_post_is_under_way_does_not_claim_to_be_delivered(post: Post) -> None:
    over = post.desk.place("a", note="first words")
    deliver = post.receiver.deliver

    def typed_meanwhile(activity: Activity) -> str:
        post.desk.journal.note(over.name, "second thoughts")
        assert post.desk.journal.flush()
        return deliver(activity)

    post.receiver.deliver = typed_meanwhile  # type: ignore[method-assign]
    assert post.step() == 0.0
    assert post.desk.activity().note == "first words"
    assert post.desk.row().note == "second thoughts"


def test_local_activities_are_never_posted(post: Post) -> None:
    post.desk.deliver = False
    post.desk.restart()
    post.desk.place("a")
    Outbox(post.desk.journal.writer).retry_all()
    assert post.step() is None
    assert post.states() == ["a local"]


def test_counts_say_what_is_waiting_and_failed(post: Post) -> None:
    for name in ("a", "b", "c", "d"):
        post.desk.place(name)
    post.receiver.answers = [NEVER]
    post.step()
    post.step()
    assert post.desk.journal.flush()
    with JournalReader(post.desk.path) as reader:
        counts = reader.activity_counts()
        failed = reader.activities(10, states=[ActivityState.FAILED])
    assert counts == {ActivityState.WAITING: 2, ActivityState.FAILED: 1, ActivityState.DELIVERED: 1}
    assert [activity.call_id for activity in failed] == ["a"]


def test_the_thread_delivers_what_comes_and_ends_when_told(post: Post) -> None:
    noted = threading.Semaphore(0)
    waiting(post, noted.release, post.receiver)
    try:
        for name in ("a", "b", "c"):
            post.desk.place(name)
            assert noted.acquire(timeout=10)
    finally:
        assert post.delivery.stop(10)
    assert post.states() == ["a delivered", "b delivered", "c delivered"]


def test_the_thread_begins_with_what_waited_whatever_its_back_off(post: Post) -> None:
    post.desk.place("a")
    post.receiver.answers = [AWAY]
    post.step()
    noted = threading.Semaphore(0)
    waiting(post, noted.release, post.receiver)
    try:
        assert noted.acquire(timeout=10)
    finally:
        assert post.delivery.stop(10)
    assert post.states() == ["a delivered"]


def test_a_stop_during_a_long_back_off_is_prompt(post: Post) -> None:
    post.desk.place("a")
    noted = threading.Semaphore(0)
    post.receiver.answers = [AWAY] * 1000
    waiting(post, noted.release, post.receiver)
    assert noted.acquire(timeout=10)
    assert post.delivery.stop(10)
    assert post.states() == ["a waiting"]


def test_an_unreadable_outbox_does_not_end_the_thread(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    post.desk.place("a")
    assert post.desk.journal.flush()
    noted, tried = threading.Semaphore(0), threading.Event()

    class Sulking(Receiver):
        @property
        def needs_record(self) -> bool:  # type: ignore[override]
            if not tried.is_set():
                tried.set()
                raise CtiError("The journal cannot be read.")
            return False

        @needs_record.setter
        def needs_record(self, value: bool) -> None:
            """Receiver sets it."""

    waiting(post, noted.release, Sulking())
    try:
        assert tried.wait(10)
        post.delivery.wake()
        assert noted.acquire(timeout=10)
    finally:
        assert post.delivery.stop(10)
    assert post.states() == ["a delivered"]


def waiting(post: Post, changed: Callable[[], None], receiver: Receiver) -> None:
    """Start a delivering thread that stands still when it has nothing to do."""
    post.delivery = Delivery(post.desk.path, post.outbox, receiver, now=post.clock, chance=lambda: 0.0, changed=changed)
    post.desk.journal.on_activity(post.delivery.wake)
    post.delivery.start()
