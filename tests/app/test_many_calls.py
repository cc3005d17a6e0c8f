"""A hundred calls a second, overlapping and from several programs at once: nothing is lost, doubled or reordered."""

from __future__ import annotations

from tests.app.softphone import CODES, activities, call_from_many, journal, plan
from tests.desk import DeskTray, decided
from tests.display import wait_until

CALLS = 1000
OVER_S = 10.0
LONGEST_S = 3.0
CLIENTS = 4


def test_a_thousand_overlapping_calls_end_as_they_should(tray: DeskTray) -> None:
    tray.set_up({"module": CODES, "user": {**CODES, "open_outgoing_mask_on": "Always"}})
    calls = plan(CALLS, OVER_S, LONGEST_S, seed=2026)
    phones = call_from_many(tray, calls, CLIENTS)
    for phone in phones:
        phone.join()
    assert sum(len(phone.taken) for phone in phones) == sum(len(call.events) for call in calls)
    wait_until(lambda: tray.status()["calls"] == [], what="the end of all calls")
    wait_until(lambda: all(row["ended"] for row in journal(tray).values()), what="the journal to be complete")
    rows, written = journal(tray), activities(tray)
    assert rows.keys() == {call.call_id for call in calls}
    for call in calls:
        row, course = rows[call.call_id], call.course
        shown = {key: row[key] for key in ("direction", "outcome", "cause", "number", "name")}
        assert shown == {
            "direction": course.direction,
            "outcome": course.outcome,
            "cause": course.cause,
            "number": call.number,
            "name": f"Caller {call.call_id}",
        }
        times = [row[key] for key in ("started", "connected", "ended") if row[key]]
        assert times == sorted(times)
        assert bool(row["connected"]) == (course.outcome in {"incoming", "outgoing"})
        words = decided(row)
        assert words.count("open_card") == words.count("call_ended") == 1
        assert words.index("open_card") < words.index("call_ended")
        activity = written.get(call.call_id)
        assert (activity and activity["template"]) == course.template
    assert list(rows) == sorted(rows, key=lambda call_id: rows[call_id]["started"], reverse=True)
    tray.report("missed", call_id="afterwards", number="+31205550101")
    assert tray.call("afterwards")["outcome"] == "missed_incoming"
