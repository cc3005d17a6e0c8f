"""The rules of signing in that need no provider: addresses, pauses, and what a kept sign-in may look like."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.config_model import BusinessCentralConfig, Config, SignInConfig, StoreConfig
from tray.errors import Offline
from tray.identity import schedule
from tray.identity.authority import read_authority
from tray.identity.errors import Misconfigured, ServiceBusy
from tray.identity.kept import Kept, read_kept
from tray.identity.model import Account, Permission
from tray.identity.opening import permissions
from tray.identity.web import retry_after

NOW = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("authority", "tenant", "url", "microsoft"),
    [
        ("", "organizations", "https://login.microsoftonline.com/organizations", True),
        ("", "contoso.example", "https://login.microsoftonline.com/contoso.example", True),
        ("https://login.microsoftonline.us", "t", "https://login.microsoftonline.us/t", True),
        ("https://login.partner.microsoftonline.cn/t/", "x", "https://login.partner.microsoftonline.cn/t", True),
        ("https://LOGIN.microsoftonline.com/t", "x", "https://LOGIN.microsoftonline.com/t", True),
        ("https://id.example/realms/office", "x", "https://id.example/realms/office", False),
        (
            "https://login.microsoftonline.com.evil.example/t",
            "x",
            "https://login.microsoftonline.com.evil.example/t",
            False,
        ),
    ],
)
def test_where_the_user_signs_in(authority: str, tenant: str, url: str, microsoft: bool) -> None:
    found = read_authority(SignInConfig("client", tenant, authority))
    assert (found.url, found.microsoft) == (url, microsoft)


@pytest.mark.parametrize(
    ("config", "told"),
    [
        (SignInConfig(), "sign_in.client_id"),
        (SignInConfig("c", authority="http://login.microsoftonline.com/t"), "sign_in.authority must be an https"),
        (SignInConfig("c", authority="https://good@evil.example/t"), "sign_in.authority must be an https"),
        (SignInConfig("c", authority="https:///t"), "sign_in.authority must be an https"),
    ],
)
def test_settings_that_cannot_work_are_named(config: SignInConfig, told: str) -> None:
    with pytest.raises(Misconfigured, match=told):
        read_authority(config)


def test_the_user_is_asked_only_for_what_is_used() -> None:
    assert permissions(Config()) == (Permission.PROFILE, Permission.PRESENCE, Permission.CONTACTS)
    off = Config(sign_in=SignInConfig(presence=False, contacts=False))
    assert permissions(off) == (Permission.PROFILE,)
    for config in (
        Config(business_central=BusinessCentralConfig(environment="Production")),
        Config(store=StoreConfig("business-central")),
    ):
        assert permissions(config)[-1] is Permission.BUSINESS_CENTRAL


@given(st.integers(1, 10_000), st.floats(0, 1), st.floats(0, 7200))
def test_a_service_is_tried_again_within_a_minute_unless_it_asks_for_longer(
    failures: int, chance: float, asked: float
) -> None:
    plain = schedule.retry(failures, Offline("away"), chance)
    assert 1.0 <= plain <= schedule.LONGEST_RETRY_S
    assert schedule.retry(failures, ServiceBusy("busy", retry_after_s=asked), chance) == max(plain, asked)


@given(st.one_of(st.none(), st.integers(-10_000_000, 10_000_000)))
def test_a_revoked_sign_in_shows_within_two_minutes_and_nobody_asks_all_the_time(left: int | None) -> None:
    expires = None if left is None else NOW + timedelta(seconds=left)
    assert 5.0 <= schedule.next_check(expires, NOW) <= 120.0 - 30.0


def test_a_token_is_renewed_while_it_is_still_good() -> None:
    assert schedule.next_check(NOW + timedelta(seconds=400), NOW) == 40.0


@pytest.mark.parametrize(
    ("header", "pause"),
    [
        (None, 0.0),
        ("", 0.0),
        ("30", 30.0),
        ("999999999999", 3600.0),
        ("-5", 0.0),
        ("soon", 0.0),
        ("Mon, 02 Mar 2026 14:06:00 GMT", 60.0),
        ("Mon, 02 Mar 2026 14:04:00 GMT", 0.0),
        ("Mon, 02 Mar 2026 14:06:00", 0.0),
    ],
)
def test_the_pause_that_a_server_asks_for(header: str | None, pause: float) -> None:
    assert retry_after({} if header is None else {"Retry-After": header}, NOW) == pause


def test_what_is_kept_comes_back() -> None:
    kept = Kept(Account("id", "anna@example.org", "Anna"), NOW, '{"AccessToken": {}}')
    assert read_kept(kept.text()) == kept
    assert read_kept("") == Kept()
    assert "AccessToken" not in repr(kept)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        "{}",
        '{"version": 2}',
        json.dumps({"version": 1, "account": ["a", "b"], "authorized": NOW.isoformat(), "tokens": ""}),
        json.dumps({"version": 1, "account": ["a", "b", 5], "authorized": NOW.isoformat(), "tokens": ""}),
        json.dumps({"version": 1, "account": ["a", "b", "c"], "authorized": None, "tokens": ""}),
        json.dumps({"version": 1, "account": ["a", "b", "c"], "authorized": "2026-03-02T14:05", "tokens": ""}),
        json.dumps({"version": 1, "account": ["a", "b", "c"], "authorized": NOW.isoformat(), "tokens": 5}),
        "not json",
    ],
)
def test_what_is_no_kept_sign_in_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own and this module's are one kind
        read_kept(text)
