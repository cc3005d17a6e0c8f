from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.numbers import NumberRules
from tray.setup.audit import Action, AuditEntry, Record
from tray.setup.model import Lease, Licence, LicenceKind, LicenceState, ModuleSetup, SetupSnapshot, Standing, User

NOW = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("kind", "until", "state"),
    [
        (LicenceKind.FULL, None, LicenceState.LICENSED),
        (LicenceKind.FULL, TODAY, LicenceState.LICENSED),
        (LicenceKind.FULL, TODAY - timedelta(days=1), LicenceState.EXPIRED),
        (LicenceKind.TRIAL, TODAY, LicenceState.TRIAL),
        (LicenceKind.TRIAL, TODAY - timedelta(days=1), LicenceState.EXPIRED),
        (LicenceKind.NONE, None, LicenceState.NOT_LICENSED),
        (LicenceKind.NONE, TODAY - timedelta(days=1), LicenceState.NOT_LICENSED),
    ],
)
def test_a_licence_lasts_through_its_last_day(kind: LicenceKind, until: date | None, state: LicenceState) -> None:
    assert Licence(kind=kind, valid_until=until).state(NOW) is state
    assert state.allows == (state in {LicenceState.LICENSED, LicenceState.TRIAL})


def test_the_last_day_is_that_of_utc() -> None:
    tokyo = datetime(2026, 3, 3, 8, 30, tzinfo=timezone(timedelta(hours=9)))
    assert tokyo == NOW
    assert Licence(valid_until=TODAY).state(tokyo) is LicenceState.LICENSED


@pytest.mark.parametrize("licensed", [True, False, None])
@pytest.mark.parametrize("kind", LicenceKind)
@pytest.mark.parametrize("expired", [True, False])
def test_cards_need_a_licensed_user_in_a_licensed_product(
    licensed: bool | None, kind: LicenceKind, expired: bool
) -> None:
    user = None if licensed is None else User(1, "a", "A", licensed=licensed, admin=True)
    until = TODAY - timedelta(days=1) if expired else TODAY
    snapshot = SetupSnapshot(user=user, licence=Licence(kind=kind, valid_until=until))
    if kind is LicenceKind.NONE:
        expected = Standing.NOT_LICENSED
    elif expired:
        expected = Standing.EXPIRED
    else:
        expected = Standing.USER_NOT_LICENSED if licensed is False else Standing.GOOD
    assert snapshot.standing(NOW) is expected
    assert snapshot.may_administer(NOW) == (licensed is True and expected is Standing.GOOD)


def test_only_an_admin_may_administer() -> None:
    assert not SetupSnapshot(user=User(1, "a", "A", licensed=True)).may_administer(NOW)


@given(st.integers(5, 300), st.integers(-10_000, 10_000))
def test_a_lease_is_fresh_for_three_beats(heartbeat_s: int, later_s: int) -> None:
    module = ModuleSetup(heartbeat_s=heartbeat_s)
    lease = Lease("s", NOW, NOW + timedelta(seconds=module.lease_s))
    expected = -3 * heartbeat_s <= later_s < 3 * heartbeat_s
    assert lease.is_fresh(NOW + timedelta(seconds=later_s)) == expected


def test_the_organisations_number_rules_hold_where_the_machine_says_nothing() -> None:
    machine = NumberRules(region="NL", outside_prefix="9", internal_max_digits=4, match_digits=7)
    module = ModuleSetup(region="DE", outside_prefix="", internal_max_digits=None)
    assert module.numbers(machine) == NumberRules("DE", "", 4, 7)
    assert module.numbers(machine, {"numbers.region"}) == NumberRules("NL", "", 4, 7)
    assert ModuleSetup().numbers(machine) == machine


def test_an_audit_line_reads_as_a_sentence() -> None:
    entry = AuditEntry(1, NOW, "Anna", Action.CHANGED, Record.CARD, "Ben", "caller_card_delay", "0", "5", 2)
    assert str(entry) == (
        "Anna changed caller_card_delay of the user setup card of Ben from 0 to 5 on 2026-03-02 at 23:30:00 UTC"
    )
    refused = AuditEntry(
        2, NOW, "Ben", Action.REFUSED, Record.USER, "Ben", new="activate user 3. Only an administrator."
    )
    assert str(refused).startswith("Ben was refused on 2026-03-02 at 23:30:00 UTC: activate user 3.")
