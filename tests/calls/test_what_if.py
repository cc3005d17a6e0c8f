"""What would have happened: past calls under another setup say what replay says, and nothing ever raises."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.calls.scenes import ADATUM, ListIndex, decide, dialing, fact, incoming, told
from tests.calls.stories import Kind, Story
from tray.calls.decisions import CallEnded
from tray.calls.matching import Record
from tray.calls.model import CallName, Origin, Outcome
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.pages import PageTarget, WebClient
from tray.calls.scenario import read_scenario
from tray.calls.settings import (
    CloseMaskOn,
    InternalCalls,
    MappingRow,
    ModuleSettings,
    OpenMaskOn,
    OpenOutgoingMaskOn,
    Setup,
    UserSettings,
    to_data,
)
from tray.calls.tracker import DIAL_SOURCE
from tray.calls.what_if import (
    Comparison,
    Foretold,
    NotPlayable,
    Part,
    PastCourse,
    Today,
    compare,
    foretell,
)

READER = NumberReader()
RECORDS = (
    Record("Contact", "CT1", (("name", "Adatum"), ("phone", "020 555 0101"))),
    Record("Contact", "CT2", (("name", "Contoso"), ("phone", "020 555 0102"))),
)
TWIN = Record("Contact", "CT3", (("name", "Adatum Lyon"), ("phone", "020 555 0101")))
ROW = MappingRow(1, "Contact", "https://erp.example/{no}")
CRM = ModuleSettings(
    crm_active=True,
    incoming_template="IN",
    outgoing_template="OUT",
    missed_incoming_template="MISSED",
    unaccepted_outgoing_template="UNACC",
)
USER = UserSettings(auto_open_master_data=True, crm_active=True)
SETUP = Setup(CRM, USER, (ROW,))
ANSWERED = (incoming(0.0), fact(3.0, "connected"), fact(63.0, "ended"))
COLLEAGUE = (incoming(0.0, "204"), fact(3.0, "connected"), fact(63.0, "ended"))
MISSED = (incoming(0.0), fact(20.0, "ended"))
OUTGOING = (dialing(0.0), fact(4.0, "connected"), fact(9.0, "ended"))
PAGE = PageTarget("Contact", "CT1", "https://erp.example/CT1")


def today(*records: Record, reader: NumberReader = READER, **more: Any) -> Today:
    return Today(reader, ListIndex(records or RECORDS, reader), **more)


def course(*facts: Mapping[str, Any], origin: Origin = Origin.EXTERNAL, number: str = ADATUM) -> PastCourse:
    return PastCourse(CallName("a", "1"), origin, number, facts)


def dialled(*facts: Mapping[str, Any], number: str = ADATUM, call_id: str = "dial-1") -> PastCourse:
    return PastCourse(CallName(DIAL_SOURCE, call_id), Origin.USER, number, facts)


def user(**changes: Any) -> Setup:
    return replace(SETUP, user=replace(USER, **changes))


def play(of: PastCourse, setup: Setup = SETUP, world: Today | None = None) -> Foretold:
    foretold = foretell(of, setup, world or today())
    assert isinstance(foretold, Foretold)
    return foretold


def against(of: PastCourse, after: Setup, before: Setup = SETUP) -> Comparison:
    compared = compare(of, before, after, today())
    assert isinstance(compared, Comparison)
    return compared


def test_an_answered_call() -> None:
    foretold = play(course(*ANSWERED), user(close_mask_on=CloseMaskOn.CONNECTED))
    assert (foretold.card.opens, foretold.card.closes) == (0.0, 3.0)
    assert (foretold.card.reason, foretold.card.closes_reason) == ("open_mask_on=Call", "close_mask_on=Connected")
    assert (foretold.page.pages, foretold.page.reason) == ((PAGE,), "auto_open_master_data=true")
    assert (foretold.activity.template, foretold.activity.table, foretold.activity.no) == ("IN", "Contact", "CT1")
    assert foretold.activity.reason == "module incoming_template"
    assert foretold.outcome is Outcome.INCOMING


def test_a_card_that_never_comes_brings_no_page_but_an_activity() -> None:
    foretold = play(course(*MISSED), user(open_mask_on=OpenMaskOn.CONNECTED))
    assert (foretold.card.opens, foretold.card.closes) == (None, None)
    assert foretold.card.reason == "open_mask_on=Connected and never answered"
    assert (foretold.page.pages, foretold.page.reason) == ((), f"no card: {foretold.card.reason}")
    assert (foretold.activity.template, foretold.outcome) == ("MISSED", Outcome.MISSED_INCOMING)


def test_a_card_that_stays_says_nothing_about_closing() -> None:
    card = play(course(*MISSED)).card
    assert (card.opens, card.closes, card.closes_reason) == (0.0, None, "")


def test_no_activity_has_its_reason() -> None:
    activity = play(course(*MISSED), replace(SETUP, module=ModuleSettings())).activity
    assert (activity.template, activity.table, activity.no) == ("", None, None)
    assert activity.reason == "CRM is not active in the module setup"


def test_every_party_of_a_call_may_bring_a_page() -> None:
    facts = [incoming(0.0), fact(2.0, "connected", number="+31205550102"), fact(9.0, "ended")]
    pages = play(course(*facts)).page.pages
    assert [page.no for page in pages] == ["CT1", "CT2"]


def test_choices_and_web_client_are_those_of_today() -> None:
    row = replace(ROW, card_page="5050")
    world = today(
        *RECORDS,
        TWIN,
        remembered={ADATUM: ("Contact", "CT3")},
        web_client=WebClient("https://bc.example", "CRONUS"),
    )
    (page,) = play(course(*MISSED), replace(SETUP, mappings=(row,)), world).page.pages
    assert page.no == "CT3"
    assert str(page.url).startswith("https://bc.example/?company=CRONUS&page=5050&")
    assert play(course(*MISSED), world=today(*RECORDS, TWIN)).page.pages == ()


def test_a_silent_setup_shows_nothing() -> None:
    assert play(course(*MISSED), replace(SETUP, silence="do not disturb")).card.reason == "do not disturb"


def test_a_call_of_which_no_end_was_kept_ends_as_lost_after_the_conversation() -> None:
    foretold = play(course(*ANSWERED[:2]))
    assert (foretold.outcome, foretold.activity.template) == (Outcome.INCOMING, "IN")
    unheard = play(course(*MISSED[:1]))
    assert (unheard.outcome, unheard.activity.template) == (Outcome.MISSED_INCOMING, "")
    assert unheard.activity.reason == "no source reported how the call ended"


@pytest.mark.parametrize(
    "facts",
    [
        (dialing(2.0, source="phone", call_id="77"), fact(5.0, "connected", "77", "phone")),
        (dialing(12.0, "555", source="phone", call_id="dial-1"),),
        (dialing(2.0, "020 555 0101", source="phone", call_id="77"), fact(9.0, "ended", "77", "phone")),
        (
            dialing(2.0, source="phone", call_id="77"),
            fact(5.0, "connected", "77", "phone", number="+31205550102"),
            fact(9.0, "ended", "77", "phone"),
        ),
        (fact(0.5, "ended", "dial-1", DIAL_SOURCE, cause="failed"),),
        (),
    ],
    ids=["joined by number", "joined by id", "written otherwise", "transferred", "failed", "never heard of"],
)
def test_a_call_placed_through_the_tray_is_the_users(facts: Sequence[Mapping[str, Any]]) -> None:
    last = [str(each["number"]) for each in facts if each.get("number")]
    foretold = play(dialled(*facts, number=READER.read(last[-1]).key if last else ADATUM))
    assert (foretold.card.opens, foretold.card.reason) == (0.0, "dialled through CTI Tray")
    answered = any(each["event"] == "connected" for each in facts)
    assert foretold.outcome is (Outcome.OUTGOING if answered else Outcome.UNACCEPTED_OUTGOING)


@pytest.mark.parametrize(("reported", "call_id"), [("05550101", "77"), ("5550101", "dial-1")])
def test_a_dialled_call_keeps_its_number_where_the_phone_reports_the_last_digits(reported: str, call_id: str) -> None:
    facts = [dialing(1.0, reported, call_id, "phone"), fact(3.0, "connected", call_id, "phone")]
    foretold = play(dialled(*facts, fact(9.0, "ended", call_id, "phone")))
    assert (foretold.activity.table, foretold.activity.no) == ("Contact", "CT1")


def test_a_dialled_call_is_joined_by_what_the_phone_reports_with_the_outside_prefix() -> None:
    reader = NumberReader(NumberRules(outside_prefix="0"))
    facts = [dialing(1.0, "00205550101", source="phone", call_id="77"), fact(3.0, "connected", "77", "phone")]
    foretold = play(dialled(*facts), world=today(reader=reader))
    assert (foretold.card.opens, foretold.outcome) == (0.0, Outcome.OUTGOING)


def test_the_origin_of_the_call_counts_where_no_fact_names_it() -> None:
    assert play(course(*OUTGOING)).card.opens is None
    assert play(course(*OUTGOING, origin=Origin.USER)).card.opens == 0.0
    assert play(course(dialing(0.0, origin="user"), *OUTGOING[1:])).card.opens == 0.0
    kept_action = {"at": 1.0, "card": "dismiss", "call_id": "1"}
    assert play(course(*OUTGOING, kept_action, origin=Origin.USER)).card.closes == 1.0


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ([], "no call"),
        (["offered"], "events[0]"),
        ([{"source": "a", "call_id": "1", "event": "offered"}], "events[0].at"),
        ([{"at": -1, "source": "a", "call_id": "1", "event": "offered"}], "events[0].at"),
        ([{"at": float("nan"), "call_id": "1", "event": "offered"}], "NaN"),
        ([{"at": 0, "call_id": "1", "event": "sneezed"}], "events[0].event"),
        ([{"at": 0, "event": "offered"}], "events[0].call_id"),
        ([{"at": 0, "call_id": "1", "event": "offered", "weather": "fine"}], "weather"),
        ([incoming(0.0), {"at": 1, "call_id": "1", "event": "ended", "cause": "rain"}], "events[1].cause"),
        ([{"at": 1.0, "card": "dismiss", "call_id": "1"}], "no call"),
    ],
)
def test_what_cannot_be_read_is_not_played(facts: list[Any], problem: str) -> None:
    of = PastCourse(CallName("a", "1"), Origin.EXTERNAL, ADATUM, facts)
    foretold = foretell(of, SETUP, today())
    assert isinstance(foretold, NotPlayable)
    assert problem in foretold.problem
    assert compare(of, SETUP, SETUP, today()) == foretold


@pytest.mark.parametrize(
    ("of", "after", "changed"),
    [
        (course(*ANSWERED), SETUP, set()),
        (course(*ANSWERED), user(caller_card_delay=2), {Part.CARD}),
        (course(*ANSWERED), user(close_mask_on=CloseMaskOn.CONNECTED), {Part.CARD}),
        (course(*ANSWERED), user(auto_open_master_data=False), {Part.PAGE}),
        (course(*ANSWERED), replace(SETUP, mappings=(replace(ROW, card_page="builtin"),)), {Part.PAGE}),
        (course(*ANSWERED), replace(SETUP, mappings=(replace(ROW, card_page=""),)), {Part.PAGE}),
        (course(*ANSWERED), user(crm_active=False), {Part.ACTIVITY}),
        (course(*ANSWERED), user(incoming_template="MINE"), {Part.ACTIVITY}),
        (course(*ANSWERED), user(outgoing_template="MINE"), set()),
        (course(*ANSWERED), replace(SETUP, mappings=()), {Part.PAGE, Part.ACTIVITY}),
        (course(*MISSED), user(open_mask_on=OpenMaskOn.CONNECTED), {Part.CARD, Part.PAGE}),
        (course(*MISSED), replace(SETUP, silence="do not disturb"), {Part.CARD, Part.PAGE}),
        (course(*OUTGOING), user(open_outgoing_mask_on=OpenOutgoingMaskOn.ALWAYS), {Part.CARD}),
        (course(*ANSWERED), user(internal_calls=InternalCalls.NEVER), set()),
        (course(*COLLEAGUE), user(internal_calls=InternalCalls.NEVER), {Part.CARD}),
    ],
)
def test_what_changes_with_the_setup(of: PastCourse, after: Setup, changed: set[Part]) -> None:
    assert against(of, after).changed == changed
    assert against(of, SETUP, after).changed == changed


def test_another_reason_for_the_same_is_no_change() -> None:
    compared = against(course(*ANSWERED), user(incoming_template="IN"))
    assert compared.before.activity.reason != compared.after.activity.reason
    assert compared.changed == set()


STORIES = {
    "answered": ANSWERED,
    "missed": MISSED,
    "colleague": COLLEAGUE,
    "elsewhere": (incoming(0.0), fact(8.0, "ended", cause="answered_elsewhere")),
    "withheld": (incoming(0.0, "anonymous"), fact(8.0, "ended")),
    "late caller id": (incoming(0.0, ""), fact(2.0, "offered", number=ADATUM), fact(8.0, "ended")),
    "unknown": (incoming(0.0, "+31205550177"), fact(8.0, "ended")),
    "only its end": (fact(0.0, "missed", number=ADATUM),),
    "outgoing": OUTGOING,
    "outgoing by the user": (dialing(0.0, origin="user"), *OUTGOING[1:]),
    "outgoing busy": (dialing(0.0, origin="user"), fact(4.0, "busy")),
}
USERS = [
    UserSettings(
        open_mask_on=opens,
        close_mask_on=closes,
        open_outgoing_mask_on=outgoing,
        caller_card_delay=delay,
        auto_open_master_data=page,
        crm_active=page,
    )
    for opens, closes, outgoing, delay, page in itertools.product(
        OpenMaskOn, CloseMaskOn, OpenOutgoingMaskOn, (0, 3, 120), (False, True)
    )
]


def as_told(decisions: list[dict[str, Any]]) -> dict[str, Any]:
    """What a list of decisions says, in the words of `Foretold`."""
    by_word = {data["decision"]: data for data in reversed(decisions)}
    opened, closed, logged = by_word.get("open_card"), by_word.get("close_card"), by_word.get("log_activity")
    return {
        "opens": opened and opened["at"],
        "card": (opened or by_word.get("no_card", {})).get("reason"),
        "closes": closed and (closed["at"], closed["reason"]),
        "pages": [(data["table"], data["no"], data["url"]) for data in decisions if data["decision"] == "open_page"],
        "page": by_word.get("open_page", by_word.get("no_page", {})).get("reason"),
        "activity": logged and (logged["template"], logged["table"], logged["no"]),
        "activity reason": (logged or by_word["no_activity"])["reason"],
        "outcome": by_word["call_ended"]["outcome"],
    }


def as_foretold(foretold: Foretold) -> dict[str, Any]:
    card, page, activity = foretold.card, foretold.page, foretold.activity
    return {
        "opens": card.opens,
        "card": card.reason,
        "closes": None if card.closes is None else (card.closes, card.closes_reason),
        "pages": [(each.table, each.no, each.url) for each in page.pages],
        "page": page.reason,
        "activity": (activity.template, activity.table, activity.no) if activity.template else None,
        "activity reason": activity.reason,
        "outcome": foretold.outcome.value,
    }


@pytest.mark.parametrize("story", STORIES)
def test_every_setting_does_to_a_past_call_what_replay_says(story: str) -> None:
    facts, world = STORIES[story], today()
    scene = {
        "mappings": [{"priority": 1, "table": "Contact", "card_page": ROW.card_page}],
        "directory": [{"table": each.table, "no": each.no, **dict(each.fields)} for each in RECORDS],
        "module": {"crm_active": True, "incoming_template": "IN", "missed_incoming_template": "M"},
    }
    read = read_scenario(json.dumps({**scene, "events": []})).setup
    for settings_of_user in USERS:
        foretold = play(course(*facts), replace(read, user=settings_of_user), world)
        assert as_foretold(foretold) == as_told(told(*facts, **scene, user=to_data(settings_of_user)))


@given(st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_a_call_of_several_sources_is_played_as_replay_plays_it(random: Random) -> None:
    story = Story(random, Kind(sources=(1, 2, 3), partial_numbers=True)).scenario()
    facts = [event for event in story["events"] if "event" in event]
    scene = {key: story[key] for key in ("module", "user", "mappings", "directory")}
    decisions = decide(*facts, **scene)
    assume(len({decision.call for decision in decisions}) == 1)
    assume(any(isinstance(decision, CallEnded) for decision in decisions))
    read = read_scenario(json.dumps({**scene, "events": []}))
    world = Today(READER, ListIndex(read.records, READER))
    assert as_foretold(play(course(*facts), read.setup, world)) == as_told([each.to_data() for each in decisions])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
odd_facts = st.dictionaries(
    st.sampled_from(["at", "source", "call_id", "event", "number", "direction", "cause", "origin", "card", "setup"]),
    anything | st.sampled_from(["offered", "ended", "connected", "a", "user", "choose", "dismiss"]) | st.integers(0, 9),
    max_size=6,
)


@given(st.lists(odd_facts | anything, max_size=4), st.sampled_from([DIAL_SOURCE, "a"]), st.sampled_from(Origin))
@settings(max_examples=400)
def test_no_fact_raises(facts: list[Any], source: str, origin: Origin) -> None:
    of = PastCourse(CallName(source, "1"), origin, ADATUM, facts)
    assert isinstance(compare(of, SETUP, SETUP, today()), Comparison | NotPlayable)
