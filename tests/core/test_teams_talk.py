"""Teams speaks from two sides: the client on this machine goes first, the presence fills in where it says nothing."""

from __future__ import annotations

import pytest

from tray.calls.companion import Talk
from tray.identity.model import PresenceState
from tray.teams_talk import MOST_UNSURE_S, TeamsTalk


@pytest.fixture
def told() -> list[Talk]:
    return []


@pytest.fixture
def talk(told: list[Talk]) -> TeamsTalk:
    return TeamsTalk(told.append)


def test_the_client_tells_changes_at_once(talk: TeamsTalk, told: list[Talk]) -> None:
    for at, talking in enumerate([False, False, True, True, False], start=1):
        talk.client(talking, at)
    assert told == [Talk(False, 1, 1), Talk(True, 3, 3), Talk(False, 5, 5)]


def test_the_presence_may_have_changed_since_it_was_asked_before(talk: TeamsTalk, told: list[Talk]) -> None:
    talk.presence(PresenceState.AVAILABLE, 100, None)
    talk.presence(PresenceState.IN_CALL, 200, 160)
    talk.presence(PresenceState.AWAY, 230, 200)
    assert told == [Talk(False, 100, 100), Talk(True, 200, 160), Talk(False, 230, 200)]


@pytest.mark.parametrize("nothing", [PresenceState.OFF, PresenceState.UNKNOWN, PresenceState.NOT_ALLOWED])
def test_a_presence_that_says_nothing_ends_no_talk(talk: TeamsTalk, told: list[Talk], nothing: PresenceState) -> None:
    talk.presence(PresenceState.IN_CALL, 1, None)
    talk.presence(nothing, 2, 1)
    assert [each.talking for each in told] == [True]


def test_the_presence_is_not_asked_while_the_client_speaks(talk: TeamsTalk, told: list[Talk]) -> None:
    talk.client(True, 1)
    talk.presence(PresenceState.AVAILABLE, 2, None)
    assert [each.talking for each in told] == [True]


def test_where_the_client_goes_silent_the_presence_says_how_it_went_on(talk: TeamsTalk, told: list[Talk]) -> None:
    talk.client(True, 100)
    talk.client(None, 150)
    assert told == [Talk(True, 100, 100)]
    talk.presence(PresenceState.AVAILABLE, 190, 120)
    assert told[1:] == [Talk(False, 190, 150)]


def test_a_client_that_comes_back_may_have_missed_the_beginning(talk: TeamsTalk, told: list[Talk]) -> None:
    talk.client(False, 100)
    talk.client(None, 150)
    talk.client(True, 190)
    talk.client(None, 200)
    talk.client(False, 200 + 2 * MOST_UNSURE_S)
    assert told == [
        Talk(False, 100, 100),
        Talk(True, 190, 150),
        Talk(False, 200 + 2 * MOST_UNSURE_S, 200 + MOST_UNSURE_S),
    ]
