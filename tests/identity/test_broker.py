"""Windows as the one that signs users in, as far as that can be said without Windows.

Its library is not here; what msal gives back of it and keeps of it is, so that everything around it is real.
"""

from __future__ import annotations

import base64
import json
import threading
import time
from typing import Any

import pytest

from tray.config_model import SignInConfig
from tray.errors import CtiError
from tray.identity.asking import Asking, Browser, ask_user
from tray.identity.authority import read_authority
from tray.identity.errors import Cancelled, ConsentMissing, Misconfigured, ServiceBusy, SignInNeeded
from tray.identity.microsoft import MicrosoftClient
from tray.identity.model import Account, AttemptState, Method, Permission, Whom
from tray.identity.msal_errors import problem_of, refusal_of

EVERYTHING = (Permission.PROFILE, Permission.PRESENCE, Permission.CONTACTS, Permission.BUSINESS_CENTRAL)
ANNA = Account("uid.utid", "anna@example.org", "Anna")
PATIENCE_S = 30.0


class Windows:
    """What msal gives where Windows signs users in: it asks the user, who answers when `answers` is set."""

    CONSOLE_WINDOW_HANDLE = object()

    def __init__(self) -> None:
        self.asked: list[tuple[list[str], dict[str, Any]]] = []
        self.asks, self.answers = threading.Event(), threading.Event()

    def acquire_token_interactive(self, scopes: list[str], **how: Any) -> dict[str, Any]:
        self.asked.append((scopes, how))
        self.asks.set()
        self.answers.wait(PATIENCE_S)
        return {"access_token": "a", "id_token_claims": {"oid": "o"}}


@pytest.fixture
def windows() -> Windows:
    return Windows()


@pytest.fixture
def client(windows: Windows, monkeypatch: pytest.MonkeyPatch) -> MicrosoftClient:
    """Signs in to Microsoft on a Windows that signs users in itself."""
    monkeypatch.setattr(MicrosoftClient, "has_broker", True)
    client = MicrosoftClient(read_authority(SignInConfig("client")))
    monkeypatch.setattr(client, "_application", windows)
    return client


def ask(client: MicrosoftClient, stop: threading.Event, window: int | None = 7) -> None:
    def how_far(**what: Any) -> None:
        assert what == {"state": AttemptState.WAITING}

    asking = Asking(Method.BROWSER, Whom.SAME, ANNA, EVERYTHING, Browser(lambda _: False, 0.0), window)
    ask_user(client, asking, how_far, stop)


def test_windows_asks_once_for_everything_of_graph(client: MicrosoftClient, windows: Windows) -> None:
    windows.answers.set()
    ask(client, threading.Event())
    ((scopes, how),) = windows.asked
    assert scopes == ["User.Read", "Presence.Read", "Contacts.Read"]
    assert (how["login_hint"], how["parent_window_handle"]) == (ANNA.username, 7)


def test_without_a_window_windows_finds_one(client: MicrosoftClient, windows: Windows) -> None:
    windows.answers.set()
    ask(client, threading.Event(), window=None)
    assert windows.asked[0][1]["parent_window_handle"] is windows.CONSOLE_WINDOW_HANDLE


def test_nobody_waits_for_windows_who_has_given_up(client: MicrosoftClient, windows: Windows) -> None:
    stop = threading.Event()
    threading.Thread(target=lambda: (windows.asks.wait(PATIENCE_S), stop.set())).start()
    try:
        with pytest.raises(Cancelled):
            ask(client, stop)
    finally:
        windows.answers.set()


@pytest.mark.parametrize(("has_broker", "renewed"), [(True, True), (False, False)])
def test_windows_keeps_the_refresh_token_itself(
    client: MicrosoftClient, monkeypatch: pytest.MonkeyPatch, has_broker: bool, renewed: bool
) -> None:
    """Otherwise whoever starts the tray after an hour would be told to sign in."""
    monkeypatch.setattr(MicrosoftClient, "has_broker", has_broker)
    client_info = base64.urlsafe_b64encode(json.dumps({"uid": "uid", "utid": "utid"}).encode()).decode()
    client.cache.add(  # as msal does with what Windows gave
        {
            "client_id": "client",
            "scope": Permission.PROFILE.scopes,
            "token_endpoint": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
            "response": {"access_token": "a", "expires_in": 3600, "client_info": client_info, "token_type": "bearer"},
            "data": {},
            "_account_id": "oid",
            "environment": "login.microsoftonline.com",
            "grant_type": "broker",
        },
        now=time.time() - 7200,
    )
    found = client.indicators(ANNA)
    assert (found.access_token, found.refresh_token) == (False, renewed)
    assert not client.indicators(Account("somebody.else", "")).refresh_token


def said(status: str, context: str = "(pii)") -> dict[str, str]:
    """What msal gives for what Windows said."""
    description = f"{context}. Status: Response_Status.{status}, Error code: 3399614466, Tag: 557973645"
    return {"error": "broker_error", "error_description": description}


@pytest.mark.parametrize(
    ("answer", "permission", "kind"),
    [
        (said("Status_InteractionRequired"), Permission.PROFILE, SignInNeeded),
        (said("Status_AccountUnusable"), Permission.PROFILE, SignInNeeded),
        (said("Status_InteractionRequired", "AADSTS65001: no consent"), Permission.PRESENCE, ConsentMissing),
        (said("Status_InteractionRequired", "AADSTS65001: no consent"), Permission.PROFILE, SignInNeeded),
        (said("Status_NoNetwork"), Permission.PROFILE, ServiceBusy),
        (said("Status_ServerTemporarilyUnavailable"), Permission.PROFILE, ServiceBusy),
        (said("Status_Unexpected"), Permission.PROFILE, Misconfigured),
        ({"error": "broker_error"}, Permission.PROFILE, Misconfigured),
    ],
)
def test_what_windows_says_is_told_apart(answer: dict[str, str], permission: Permission, kind: type[CtiError]) -> None:
    error = refusal_of(answer, permission)
    assert type(error) is kind
    assert "(pii)" not in error.whole


def test_who_closes_the_window_of_windows_has_cancelled() -> None:
    assert problem_of(said("Status_UserCanceled")).message == "The sign-in was cancelled."
    assert isinstance(problem_of(said("Status_UserCanceled")), Cancelled)
    assert "refused" in problem_of(said("Status_Unexpected")).message
