"""A tray without windows for the kill tests: it places calls, says which ends are on disk, and may die on the way.

python -m tests.activity.placing FILE calls FIRST       place call after call until killed
python -m tests.activity.placing FILE end STATEMENTS    end the call "x1" and die before that many statements
python -m tests.activity.placing FILE replay LAST       say the end of every call up to LAST once more
python -m tests.activity.placing FILE deliver COUNT     deliver; the parent answers each post on stdin
"""

from __future__ import annotations

import itertools
import sqlite3
import sys
import threading
from functools import partial
from pathlib import Path

import psutil

from tests.activity.phone import OFFSET, activity_of, connected, ended, fact, offered, verdict
from tray.activity.delivery import Delivery
from tray.activity.journal import Journal
from tray.activity.model import Activity
from tray.activity.outbox import Outbox
from tray.calls.model import Call, CallState
from tray.errors import CtiError, InvalidInput, Offline


def complain(error: CtiError) -> None:
    say(f"trouble {error}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def call_number(number: int) -> Call:
    return offered(f"c{number}", 10.0 * number)


def over(number: int) -> Call:
    """Every third call is missed, the others are answered."""
    call = call_number(number)
    return ended(call if number % 3 == 0 else connected(call))


def place(journal: Journal, number: int) -> None:
    call = call_number(number)
    journal.write(call, OFFSET, fact=fact(call, CallState.OFFERED))
    if number % 3:
        talking = connected(call)
        journal.write(talking, OFFSET, fact=fact(call, CallState.CONNECTED, 3.0), if_lost=activity_of(talking))


def end(journal: Journal, number: int) -> None:
    call = over(number)
    journal.write(call, OFFSET, decisions=verdict(call), done=partial(say, f"ended {number}"))


def place_calls(journal: Journal, first: int) -> None:
    """Four calls overlap at any time; no more than forty ends wait for the disk."""
    room = threading.Semaphore(40)
    for number in itertools.count(first):
        place(journal, number)
        if number - first >= 4:
            room.acquire()
            end(journal, number - 4)
            journal.writer.submit(nothing, room.release)


def nothing(_connection: sqlite3.Connection) -> None:
    pass


def die_at_statement(journal: Journal, statements: int) -> None:
    """The process dies just before statement `statements` after the call's end was handed over."""
    count = itertools.count(1)

    def before(_statement: str) -> None:
        if next(count) == statements:
            psutil.Process().kill()

    watching = threading.Event()
    journal.writer.submit(lambda connection: connection.set_trace_callback(before), watching.set)
    watching.wait()
    end(journal, 1)
    journal.flush()
    say("survived")


def replay(journal: Journal, last: int) -> None:
    for number in range(last + 1):
        end(journal, number)
    journal.flush()
    say("replayed")


class AskParent:
    """A receiver at the other end of a pipe."""

    needs_record = False

    def deliver(self, activity: Activity) -> str:
        say(f"post {activity.id}")
        answer = sys.stdin.readline().strip()
        if answer == "later":
            raise Offline("The server did not answer.")
        if answer == "refused":
            raise InvalidInput("The server does not know the template.")
        return answer


def deliver(path: Path, journal: Journal) -> None:
    """Deliver with a clock that jumps, so that no back-off takes real time."""
    clock = itertools.count(OFFSET, 1000)
    delivery = Delivery(
        path, Outbox(journal.writer), AskParent(), now=lambda: float(next(clock)), changed=partial(say, "noted")
    )
    journal.on_activity(delivery.wake)
    delivery.start()
    threading.Event().wait()


def main() -> None:
    path, what, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    journal = Journal(path, complain, deliver=True)
    journal.start()
    say("ready")
    if what == "calls":
        place_calls(journal, number)
    elif what == "end":
        place(journal, 1)
        journal.flush()
        die_at_statement(journal, number)
    elif what == "replay":
        replay(journal, number)
    else:
        deliver(path, journal)


if __name__ == "__main__":
    main()
