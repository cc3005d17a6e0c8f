"""A real OpenID provider on the loopback that behaves as Microsoft's identity platform where an app can notice it.

    with OpenIdProvider() as provider, Browser(provider) as browser:
        app = msal.PublicClientApplication(provider.client_id, authority=provider.authority, instance_discovery=False)
        browser.next_visit("sign in", account="anna")
        subprocess.Popen([...], env=os.environ | provider.environment | browser.environment)
        provider.fault("token", status=503, retry_after=30)
        assert [request.grant for request in provider.requests("token")] == ["authorization_code"]

The provider is npm's `oidc-provider`; tests/identity/provider has it. It speaks https with a certificate that only who
uses `environment` trusts. What the test changes holds from the next request on. The same server answers as a part of
Microsoft Graph, at `graph`, to access tokens that it issued for Graph.
"""

from __future__ import annotations

import contextlib
import queue
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest

from tests import certificates
from tests.display import wait_until
from tests.node import Message, NodeProgram, need_node
from tests.phones import free_port

CLIENT_ID = "5f0b6a3c-2d51-4c55-9a8e-3f0d6c1b2222"
TENANT = "tenant-a"
BUSINESS_CENTRAL = "https://api.businesscentral.dynamics.com/Financials.ReadWrite.All"
PATIENCE_S = 60.0
START_S = 20.0
STARTS = 4


@dataclass(frozen=True, slots=True)
class Request:
    """A request that reached the provider, without anything secret.

    Args:
        endpoint: `discovery`, `token`, `devicecode`; what the browser visits: `authorize`, `interaction`, `device`;
            of Graph: `me`, `presence`, `contacts`.
        method: of HTTP.
        status: how it was answered; None as long as it is not.
        grant: the grant type, of a token request that the provider answered itself.
        scope: the scopes of such a request.
        error: the error that it was answered with.
    """

    endpoint: str
    method: str
    status: int | None
    grant: str = ""
    scope: tuple[str, ...] = ()
    error: str = ""


class OpenIdProvider:
    """The provider, until the context ends. Accounts: `anna` (anna@example.org) and `ben` (ben@example.org).

    Args:
        known: certificates that were made before; new ones are made otherwise.
    """

    client_id = CLIENT_ID

    def __init__(self, known: certificates.Certificates | None = None) -> None:
        self.port = 0
        self._known = known
        self._stack = contextlib.ExitStack()
        self._answers: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._asking = threading.Lock()
        self._program: NodeProgram | None = None

    def __enter__(self) -> Self:
        need_node()
        with contextlib.ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="openid")))
            self.certificates = self._known or certificates.make(folder)
            for _ in range(STARTS):
                if self._listens():
                    break
                self._stop()
            else:
                pytest.fail("the provider does not come up")
            stack.callback(self._stop)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    # Where it is

    @property
    def authority(self) -> str:
        """The authority as Entra's are; msal needs `instance_discovery=False` with it."""
        return f"https://localhost:{self.port}/{TENANT}"

    @property
    def oidc_authority(self) -> str:
        """The same provider as a generic one: its issuer."""
        return f"{self.authority}/v2.0"

    @property
    def graph(self) -> str:
        """The address of the part of Microsoft Graph."""
        return f"https://localhost:{self.port}/v1.0"

    @property
    def environment(self) -> dict[str, str]:
        """What a program of Python needs to trust it."""
        return {"REQUESTS_CA_BUNDLE": str(self.certificates.authority)}

    # What it does

    def set(
        self,
        *,
        lifetime: int | None = None,
        refresh_in: int | None = None,
        clock: float | None = None,
        rotate: bool | None = None,
        discovery: Mapping[str, object] | None = None,
    ) -> None:
        """Change what is issued next; what is None stays.

        Args:
            lifetime: of access tokens, in seconds; 3600 at the start.
            refresh_in: after how many seconds an app should renew one; -1 tells apps nothing, as at the start.
            clock: by how many seconds the provider's clock is ahead.
            rotate: whether a renewal spends the refresh token, so that its second use revokes the sign-in; True at
                the start. Otherwise it stays the same one, and several programs may use it.
            discovery: what the discovery document says otherwise, such as `{"issuer": "https://elsewhere.example"}`.
        """
        values: dict[str, object] = {"lifetime": lifetime, "clock": clock, "rotate": rotate, "discovery": discovery}
        changed = {name: value for name, value in values.items() if value is not None}
        if refresh_in is not None:
            changed["refresh_in"] = None if refresh_in == -1 else refresh_in
        self._ask("set", **changed)

    def fault(
        self,
        endpoint: str,
        *,
        status: int | None = None,
        retry_after: int | None = None,
        wait_s: float = 0.0,
        times: int | None = None,
        page: str = "",
    ) -> None:
        """Answer requests of an endpoint with an error, or late, until `heal`.

        Args:
            endpoint: as in `Request`.
            status: of HTTP; None answers as usual.
            retry_after: the header `Retry-After`, in seconds.
            wait_s: seconds before the answer.
            times: for how many requests; None is all of them.
            page: HTML instead of JSON, as a proxy or the Wi-Fi of a hotel answers.
        """
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        what = {"status": status, "headers": headers, "wait_s": wait_s, "times": times, "page": page}
        self._ask("fault", endpoint=endpoint, **what)

    def hang(self, endpoint: str) -> None:
        """Take requests of an endpoint and answer none before `heal`."""
        self._ask("fault", endpoint=endpoint, wait_s="for ever")

    def heal(self) -> None:
        """End all faults; requests that hang are answered."""
        self._ask("heal")

    def refuse(self) -> None:
        """Refuse connections, as a server that is not there; those that are open break."""
        self._ask("refuse")

    def accept(self) -> None:
        """Take connections again, on the same port."""
        assert self._ask("listen"), "somebody else has taken the port"

    def revoke(self, *, access_tokens: bool = False) -> None:
        """End every sign-in, as an administrator does; access tokens live on until they expire, or not."""
        self._ask("revoke", access_tokens=access_tokens)

    def withhold(self, *scopes: str) -> None:
        """From now on just these scopes are granted to nobody, also where the user agreed or agrees to them."""
        self._ask("withhold", scopes=scopes)

    def forget_consents(self) -> None:
        """Nobody has agreed to anything; the next sign-in asks again."""
        self._ask("forget_consents")

    # What is in Graph

    def set_presence(self, availability: str, activity: str = "", account: str = "anna") -> None:
        """Change a presence, such as `Busy` with `InACall`; without an activity it is the availability."""
        self._graph("presence", account, availability=availability, activity=activity or availability)

    def put_contact(self, contact_id: str, account: str = "anna", **fields: object) -> None:
        """Add a contact or replace it, with fields as Graph names them: displayName, businessPhones, mobilePhone ..."""
        self._graph("put", account, id=contact_id, fields=fields)

    def remove_contact(self, contact_id: str, account: str = "anna") -> None:
        """Delete a contact."""
        self._graph("remove", account, id=contact_id)

    def forget_delta_links(self, account: str = "anna") -> None:
        """Every delta link given so far is too old from now on: 410 Gone."""
        self._graph("forget", account)

    # What it saw

    def requests(self, endpoint: str = "") -> list[Request]:
        """The requests so far (of this endpoint), in the order in which they came."""
        found = [Request(**{**entry, "scope": tuple(entry.get("scope", ()))}) for entry in self._ask("log")]
        return [request for request in found if endpoint in ("", request.endpoint)]

    def wait_for_requests(self, endpoint: str, count: int = 1) -> list[Request]:
        """The requests of an endpoint as soon as there are that many."""
        enough = lambda: len(self.requests(endpoint)) >= count  # noqa: E731
        wait_until(enough, seconds=PATIENCE_S, what=f"request {count} of {endpoint}")
        return self.requests(endpoint)

    def _stop(self) -> None:
        if self._program is not None:
            self._program.stop()
        self._answers = queue.SimpleQueue()

    def _listens(self) -> bool:
        """Start on a port that was free just now; false where another program was quicker, or Node does not come up."""
        self.port = free_port()
        options = {
            "port": self.port,
            "tenant": TENANT,
            "client_id": CLIENT_ID,
            "key": str(self.certificates.key),
            "certificate": str(self.certificates.certificate),
        }
        self._program = NodeProgram("server.mjs", options, self._answers.put)
        self._program.tell({"command": "listen"})
        try:
            return bool(self._answers.get(timeout=START_S).get("answer"))
        except queue.Empty:
            return False

    def _graph(self, change: str, account: str, **what: object) -> None:
        self._ask("graph", change=change, account=account, **what)

    def _ask(self, command: str, **what: object) -> Any:
        assert self._program is not None
        with self._asking:
            self._program.tell({"command": command, **what})
            answer = self._answers.get(timeout=PATIENCE_S)
        if "answer" not in answer:
            pytest.fail(f"the provider has ended:\n{self._program.complaints()}")
        return answer["answer"]
