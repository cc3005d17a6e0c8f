"""Who connects a phone hears what it says, and a call goes its way whoever listens."""

from __future__ import annotations

import pytest

from tray.calls.model import CallEvent, CallState, Direction
from tray.calls.numbers import NumberReader, NumberRules
from tray.listening_post import ListeningPost
from tray.telephony.heard import Arrival, Remark, Trouble

FACT = CallEvent("lan@192.168.1.20", "1", CallState.OFFERED, 1.0, Direction.INCOMING, number="0205550101")


@pytest.fixture
def post() -> ListeningPost:
    return ListeningPost(NumberReader(NumberRules(region="NL")))


def test_facts_and_refusals_are_told_to_who_listens_and_to_nobody_later(post: ListeningPost) -> None:
    facts: list[CallEvent] = []
    heard: list[Arrival | Remark] = []
    report = post.before(facts.append)
    report(FACT)
    leave = post.listen(heard.append)
    refused = Remark("lan", Trouble.WRONG_KEY)
    post.remarked(refused)
    report(FACT)
    leave()
    post.remarked(refused)
    report(FACT)
    assert heard == [refused, Arrival(FACT, "020 555 0101")]
    assert facts == [FACT] * 3


def test_an_unfilled_placeholder_belongs_to_the_next_fact_from_there(post: ListeningPost) -> None:
    heard: list[Arrival | Remark] = []
    post.listen(heard.append)
    report = post.before(lambda _: None)
    for field in ("number", "name"):
        post.remarked(Remark("lan", Trouble.PLACEHOLDER, field))
    report(CallEvent("receiver", "2", CallState.OFFERED, 1.0, Direction.INCOMING, number="anonymous"))
    report(FACT)
    report(FACT)
    assert [each.unfilled for each in heard if isinstance(each, Arrival)] == [(), ("number", "name"), ()]
    assert [each.withheld for each in heard if isinstance(each, Arrival)] == [True, False, False]


def test_what_was_left_over_before_is_not_told_to_a_new_listener(post: ListeningPost) -> None:
    heard: list[Arrival | Remark] = []
    leave = post.listen(lambda _: None)
    post.remarked(Remark("lan", Trouble.PLACEHOLDER, "number"))
    leave()
    post.listen(heard.append)
    post.before(lambda _: None)(FACT)
    assert heard == [Arrival(FACT, "020 555 0101")]


def test_a_listener_that_fails_loses_no_call(post: ListeningPost, caplog: pytest.LogCaptureFixture) -> None:
    facts: list[CallEvent] = []

    def fail(_: Arrival | Remark) -> None:
        raise ValueError("0205550101")

    post.listen(fail)
    post.before(facts.append)(FACT)
    assert facts == [FACT]
    assert "ValueError" in caplog.text
    assert "0205550101" not in caplog.text


def test_a_flood_of_refusals_is_told_in_part_and_every_fact_whole() -> None:
    now = [0.0]
    post = ListeningPost(NumberReader(NumberRules(region="NL")), lambda: now[0])
    heard: list[Arrival | Remark] = []
    post.listen(heard.append)
    report = post.before(lambda _: None)
    for _ in range(1000):
        post.remarked(Remark("lan", Trouble.WRONG_KEY))
    assert len(heard) == 8
    now[0] = 1.0
    post.remarked(Remark("lan", Trouble.WRONG_KEY))
    assert len(heard) == 9
    for _ in range(100):
        report(FACT)
    assert len(heard) == 109
