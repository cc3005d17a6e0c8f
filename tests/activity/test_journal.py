"""What the journal keeps of a call, and that nothing it is told twice is kept twice."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tests.activity.phone import (
    ADATUM,
    ADATUM_BV,
    FABRIKAM,
    HIDDEN,
    OFFSET,
    Desk,
    activity_of,
    card_opened,
    connected,
    dialling,
    ended,
    fact,
    no_card,
    offered,
    verdict,
)
from tray.activity.entries import MAX_KEPT
from tray.activity.model import ActivityState, Who, compact_json
from tray.activity.reader import JournalReader
from tray.calls.decisions import CardFacts, UpdateCard
from tray.calls.matching import NO_MATCH
from tray.calls.model import CallName, CallState, Cause, Outcome, Party
from tray.calls.scenario import FactEntry, read_scenario


def test_a_call_is_journalled_from_its_first_fact(desk: Desk) -> None:
    call = offered()
    desk.journal.write(call, OFFSET, decisions=[card_opened(call)])
    row = desk.row()
    assert (row.call_id, row.source, row.number, row.started) == ("x1", "receiver", "+31205550101", OFFSET + 10)
    assert (row.connected, row.ended, row.outcome, row.cause) == (None, None, None, None)
    assert [decision["decision"] for decision in row.decisions] == ["open_card"]


def test_an_ended_call_reads_as_the_interface_says(desk: Desk) -> None:
    call = offered()
    desk.journal.write(call, OFFSET, decisions=[card_opened(call)], who=ADATUM_BV)
    talking = connected(call, 2.5)
    desk.journal.write(talking, OFFSET)
    over = ended(talking)
    desk.journal.write(over, OFFSET, decisions=verdict(over))
    assert desk.row().to_data() == {
        "call_id": "x1",
        "source": "receiver",
        "direction": "incoming",
        "origin": "external",
        "outcome": "incoming",
        "cause": "completed",
        "number": "+31205550101",
        "name": "Adatum",
        "table": "Contact",
        "no": "CT0001",
        "started": "2023-11-14T22:13:30.000Z",
        "connected": "2023-11-14T22:13:32.500Z",
        "ended": "2023-11-14T22:14:30.000Z",
        "duration_s": 57.5,
        "decisions": [
            {
                "at": "2023-11-14T22:13:30.000Z",
                "decision": "open_card",
                "reason": "open_mask_on=Call",
                "card": {"state": "offered", "number": "+31205550101", "name": "", "matches": 0, "match": "none"},
            },
            {
                "at": "2023-11-14T22:14:30.000Z",
                "decision": "call_ended",
                "outcome": "incoming",
                "cause": "completed",
                "duration_s": 57.5,
                "reason": "it ended",
            },
            {
                "at": "2023-11-14T22:14:30.000Z",
                "decision": "log_activity",
                "outcome": "incoming",
                "template": "M-IN",
                "table": "Contact",
                "no": "CT0001",
                "reason": "user incoming_template",
            },
        ],
    }


def test_the_end_of_a_call_writes_its_activity(desk: Desk) -> None:
    desk.place("x1", note="asks for an offer")
    activity = desk.activity()
    assert activity.to_data() == {
        "id": desk.row().uid,
        "call_id": "x1",
        "outcome": "incoming",
        "template": "M-IN",
        "table": "Contact",
        "no": "CT0001",
        "note": "asks for an offer",
        "state": "local",
        "attempts": 0,
        "last_error": "",
    }
    assert (activity.number, activity.duration_s) == ("+31205550101", 57.0)
    assert activity.state is ActivityState.LOCAL


def test_no_activity_is_written_where_the_rules_say_so(desk: Desk) -> None:
    desk.place("x1", template="")
    assert desk.activities() == ()
    said = desk.row().decisions[-1]
    assert (said["decision"], said["reason"]) == ("no_activity", "CRM is not active in the module setup")


def test_a_call_that_is_over_with_its_first_fact_is_journalled_whole(desk: Desk) -> None:
    missed = ended(offered(), 0.0)
    desk.journal.write(missed, OFFSET, decisions=verdict(missed, "M-MISS"))
    assert desk.row().outcome is Outcome.MISSED_INCOMING
    assert desk.activity().outcome is Outcome.MISSED_INCOMING


def test_repeats_of_every_report_change_nothing(desk: Desk) -> None:
    call, talking = offered(), connected(offered())
    over = ended(talking)
    for _ in range(3):
        desk.journal.write(call, OFFSET, fact=fact(call, CallState.OFFERED), decisions=[card_opened(call)])
    for _ in range(3):
        desk.journal.write(over, OFFSET, decisions=verdict(over))
    first = desk.row()
    desk.journal.write(replace(over, cause=Cause.FAILED, ended=400.0), OFFSET + 7, decisions=verdict(over))
    assert desk.row() == first
    assert len(first.decisions) == 3
    assert len(desk.activities()) == 1


def test_the_same_id_used_for_a_later_call_is_another_call(desk: Desk) -> None:
    desk.place("1", 10.0)
    desk.place("1", 500.0)
    assert [row.started for row in desk.rows()] == [OFFSET + 500, OFFSET + 10]
    assert len({activity.id for activity in desk.activities()}) == 2


def test_a_clock_that_is_set_during_a_call_neither_moves_nor_doubles_it(desk: Desk) -> None:
    call = offered()
    desk.journal.write(call, OFFSET)
    over = ended(connected(call))
    desk.journal.write(over, OFFSET + 3600, decisions=verdict(over))
    row = desk.row()
    assert (row.started, row.ended, row.duration_s) == (OFFSET + 10, OFFSET + 70, 57.0)


def test_decisions_after_the_end_are_added_and_repaints_are_not_kept(desk: Desk) -> None:
    over = desk.place("x1")
    desk.journal.decided(over.name, [no_card(over), UpdateCard(5.0, over.name, "", CardFacts(over, NO_MATCH, ""))])
    words = [decision["decision"] for decision in desk.row().decisions]
    assert words == ["call_ended", "log_activity", "no_card"]


def test_decisions_about_an_unknown_call_harm_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    stranger = offered("never seen")
    desk.journal.decided(stranger.name, [no_card(stranger)])
    desk.place("x1")
    assert [row.call_id for row in desk.rows()] == ["x1"]
    assert "refused" in caplog.text


def test_another_party_replaces_number_name_and_record(desk: Desk) -> None:
    call = offered()
    desk.journal.write(call, OFFSET, who=ADATUM_BV)
    transferred = replace(connected(call), party=Party(FABRIKAM, "F. Abrikam"))
    desk.journal.write(transferred, OFFSET, who=Who())
    row = desk.row()
    assert (row.number, row.name, row.table, row.no) == (FABRIKAM.e164, "F. Abrikam", None, None)


def test_a_withheld_number_is_empty_and_is_nobodys_last_call(desk: Desk) -> None:
    over = ended(offered(number=HIDDEN))
    desk.journal.write(over, OFFSET, decisions=verdict(over))
    assert desk.row().number == ""
    assert desk.journal.last_call("") is None


def test_the_name_the_phone_gives_serves_until_the_directory_knows_better(desk: Desk) -> None:
    call = replace(offered(), party=Party(ADATUM, "Phone book"))
    desk.journal.write(call, OFFSET)
    assert desk.row().name == "Phone book"
    desk.journal.write(call, OFFSET, who=ADATUM_BV)
    desk.journal.write(connected(call), OFFSET)
    assert desk.row().name == "Adatum"


def test_hostile_text_is_kept_as_text(desk: Desk) -> None:
    name = "a\0b\ud800'); DROP TABLE call; --"
    call = replace(offered("id\0\udfff"), party=Party(ADATUM, name))
    desk.journal.write(call, OFFSET, fact=fact(call, CallState.OFFERED))
    desk.journal.note(call.name, "note \0 \ud834 " + "x" * 20_000)
    row = desk.row()
    assert row.name == "ab?'); DROP TABLE call; --"
    assert row.call_id == "id?"
    assert len(row.note) == 9_999
    assert row.note.isprintable()


def test_a_note_goes_into_the_activity_while_it_is_typed_and_after_the_end(desk: Desk) -> None:
    call = connected(offered())
    desk.journal.write(call, OFFSET)
    desk.journal.note(call.name, "call ba")
    desk.journal.note(call.name, "call back")
    over = ended(call)
    desk.journal.write(over, OFFSET, decisions=verdict(over))
    assert desk.activity().note == desk.row().note == "call back"
    desk.journal.note(call.name, "call back on Monday")
    assert desk.activity().note == desk.row().note == "call back on Monday"
    desk.journal.note(desk.row().uid, "")
    assert desk.activity().note == ""


def test_a_record_can_be_assigned_later_and_reaches_the_activity(desk: Desk) -> None:
    over = desk.place("x1")
    desk.journal.assign(desk.row().uid, "Customer", "C42")
    assert (desk.row().table, desk.row().no) == ("Customer", "C42")
    assert (desk.activity().table, desk.activity().no) == ("Customer", "C42")
    desk.journal.assign(over.name, "Contact", "CT7")
    assert desk.activity().no == "CT7"


def test_a_call_absorbed_by_another_leaves_it_its_facts_note_and_name(desk: Desk) -> None:
    older, younger = offered("a"), offered("b", 11.0, source="fritzbox")
    desk.journal.write(older, OFFSET, fact=fact(older, CallState.OFFERED))
    desk.journal.write(younger, OFFSET, fact=fact(younger, CallState.OFFERED), decisions=[no_card(younger)])
    desk.journal.note(younger.name, "typed on the other card")
    desk.journal.absorb(older.name, younger.name)
    desk.journal.absorb(older.name, younger.name)
    over = ended(replace(older, names=(*older.names, *younger.names)))
    desk.journal.write(over, OFFSET, decisions=verdict(over))
    desk.journal.decided(younger.name, [card_opened(younger)])
    row = desk.row()
    assert row.note == "typed on the other card"
    assert row.decisions[0]["decision"] == "no_card"
    assert row.decisions[-1]["decision"] == "open_card"
    with JournalReader(desk.path) as reader:
        (kept,) = reader.calls_for_replay(1)
    assert [(each["call_id"], each["at"]) for each in kept.facts] == [("a", 0.0), ("b", 1.0)]


def test_done_is_told_when_the_end_is_on_disk(desk: Desk) -> None:
    written, seen = threading.Event(), []

    def look() -> None:
        with JournalReader(desk.path) as reader:
            seen.extend(reader.every_activity())
        written.set()

    over = ended(offered())
    desk.journal.write(over, OFFSET, decisions=verdict(over), done=look)
    assert written.wait(10)
    assert len(seen) == 1


def test_readers_list_calls_newest_first_and_page_by_time(desk: Desk) -> None:
    for number in range(5):
        desk.place(f"c{number}", 100.0 * number)
    desk.rows()
    with JournalReader(desk.path) as reader:
        assert [row.call_id for row in reader.recent(2)] == ["c4", "c3"]
        assert [row.call_id for row in reader.recent(9, before=OFFSET + 200)] == ["c1", "c0"]
        newest = reader.calls_with("+31205550101", 1, before=OFFSET + 400)
        assert [row.call_id for row in newest] == ["c3"]
        assert reader.call(newest[0].uid) == newest[0]
        assert reader.call("nobody") is None


def test_the_calls_of_a_record_are_found(desk: Desk) -> None:
    call = offered()
    desk.journal.write(call, OFFSET, who=ADATUM_BV)
    desk.journal.write(offered("x2", 20.0), OFFSET)
    desk.rows()
    with JournalReader(desk.path) as reader:
        assert [row.call_id for row in reader.calls_of("Contact", "CT0001", 10)] == ["x1"]
        assert reader.calls_of("Contact", "CT0002", 10) == ()


def test_kept_facts_are_a_scenario_that_replay_reads(desk: Desk) -> None:
    desk.place("x1", 1234.5)
    desk.rows()
    with JournalReader(desk.path) as reader:
        (kept,) = reader.calls_for_replay(20)
    scenario = read_scenario(compact_json({"events": [dict(fact) for fact in kept.facts]}))
    facts = [entry for entry in scenario.entries if isinstance(entry, FactEntry)]
    assert [(entry.at, entry.event.state) for entry in facts] == [
        (0.0, CallState.OFFERED),
        (3.0, CallState.CONNECTED),
        (60.0, CallState.ENDED),
    ]


def test_a_source_that_never_stops_reporting_fills_no_disk(desk: Desk) -> None:
    call = connected(offered())
    for number in range(MAX_KEPT + 50):
        desk.journal.write(call, OFFSET, fact=fact(call, CallState.HELD, float(number)))
    over = ended(call)
    desk.journal.write(over, OFFSET, decisions=verdict(over))
    desk.rows()
    with JournalReader(desk.path) as reader:
        assert len(reader.calls_for_replay(1)[0].facts) == MAX_KEPT
    assert len(desk.activities()) == 1


def test_the_last_call_with_a_number_is_known_without_the_disk_and_after_a_restart(desk: Desk) -> None:
    assert desk.journal.last_call("+31205550101") is None
    desk.place("x1", 10.0)
    late = desk.place("x2", 500.0)
    desk.journal.write(ended(offered("x0", 1.0)), OFFSET)
    for _ in range(2):
        past = desk.journal.last_call("+31205550101")
        assert past is not None
        assert (past.started, past.duration_s, past.outcome) == (OFFSET + late.started, 57.0, Outcome.INCOMING)
        desk.restart()


def test_a_choice_is_remembered_across_a_restart_until_it_is_taken_back(desk: Desk) -> None:
    choices = desk.journal.choices
    choices["+31205550101"] = ("Contact", "CT1")
    choices["+31205550102"] = ("Contact", "CT2")
    choices["+31205550101"] = ("Customer", "C9")
    del choices["+31205550102"]
    assert choices["+31205550101"] == ("Customer", "C9")
    assert desk.journal.flush()
    with JournalReader(desk.path) as reader:
        assert reader.choices() == {"+31205550101": ("Customer", "C9")}
    desk.restart()
    assert dict(desk.journal.choices) == {"+31205550101": ("Customer", "C9")}


def test_old_calls_are_forgotten_but_what_waits_for_delivery_is_not(desk: Desk) -> None:
    desk.deliver = True
    desk.place("local", 10.0)
    desk.restart()
    desk.place("waits", 20.0)
    desk.place("new", 5000.0)
    desk.journal.write(offered("open", 30.0), OFFSET)
    desk.journal.purge(OFFSET + 1000)
    assert [row.call_id for row in desk.rows()] == ["new", "open"]
    assert [activity.call_id for activity in desk.activities()] == ["waits", "new"]


def test_a_clock_that_jumped_far_ahead_erases_nothing(desk: Desk) -> None:
    desk.place("one", 10.0)
    desk.place("two", 20.0)
    desk.journal.purge(OFFSET + 86_400 * 4000)
    assert [row.call_id for row in desk.rows()] == ["two", "one"]
    assert len(desk.activities()) == 2


def test_a_dialled_call_is_found_by_the_name_the_phone_gives_it(desk: Desk) -> None:
    call = dialling()
    desk.journal.write(call, OFFSET)
    joined = replace(call, names=(*call.names, CallName("baresip", "sip-7")))
    desk.journal.write(joined, OFFSET)
    desk.journal.note(CallName("baresip", "sip-7"), "hello")
    assert desk.row().note == "hello"
    assert desk.row().to_data()["origin"] == "user"


def test_a_thousand_calls_at_once_are_all_written(desk: Desk) -> None:
    calls = [offered(f"c{number}", float(number)) for number in range(1000)]
    for call in calls:
        desk.journal.write(call, OFFSET, fact=fact(call, CallState.OFFERED))
    for call in calls:
        over = ended(connected(call))
        desk.journal.write(over, OFFSET, decisions=verdict(over), if_lost=activity_of(over))
    assert len(desk.rows()) == 1000
    assert [activity.call_id for activity in desk.activities()] == [call.call_id for call in calls]


def test_whoever_listens_hears_of_new_and_edited_activities(desk: Desk) -> None:
    heard = threading.Semaphore(0)
    desk.journal.on_activity(heard.release)
    desk.place("x1")
    assert heard.acquire(timeout=10)
    desk.journal.note(CallName("receiver", "x1"), "more")
    assert heard.acquire(timeout=10)
