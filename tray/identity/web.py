"""HTTPS for signing in and for Microsoft's APIs: with time limits, without redirects, and with the product's errors.

msal keeps answers of an overloaded server for a minute and gives them again without asking. It never gets to see one:
what says "not now" is an exception here, with the pause that the server asks for.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3

from tray.errors import CtiError, Offline
from tray.identity.errors import Cancelled, Misconfigured, ServiceBusy
from tray.identity.limited import within
from tray.texts import translate

TIMEOUT_S = (10.0, 20.0)
"""How long to wait for a connection, and then for the next part of an answer."""
LIMIT_S = 30.0
"""How long a whole answer may take."""
MOST_BYTES = 4 << 20
"""Of one answer; a page of 200 contacts has less than a tenth."""
LONGEST_PAUSE_S = 3600.0
_TOO_MANY, _SERVER_ERROR = 429, 500
_PART_BYTES = 64 << 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What an API said."""

    status: int
    body: bytes


class Web:
    """Answers of servers; the `http_client` of msal. To be used by one thread at a time."""

    def __init__(self) -> None:
        self._session = requests.Session()
        self.stop = threading.Event()
        """Once it is set, nothing is waited for any more."""

    def get(self, url: str, params: Mapping[str, str] | None = None, **rest: Any) -> requests.Response:
        """Ask.

        Raises:
            Offline: no answer; ServiceBusy: not now.
            Misconfigured: the certificate is not trusted.
            CtiError: it says more than `MOST_BYTES`.
        """
        return self._ask("GET", url, params=params, headers=rest.get("headers"))

    def post(self, url: str, params: Any = None, data: Any = None, **rest: Any) -> requests.Response:
        """Ask with a form; see `get`."""
        return self._ask("POST", url, params=params, data=data, headers=rest.get("headers"))

    def read(self, url: str, token: str, headers: Mapping[str, str]) -> Answer:
        """Ask an API with a token; see `get`."""
        response = self._ask("GET", url, headers=headers, auth=_Bearer(token))
        return Answer(response.status_code, response.content)

    def close(self) -> None:
        """Free connections."""
        self._session.close()

    def _ask(self, method: str, url: str, **rest: Any) -> requests.Response:
        host = urlsplit(url).netloc
        if urlsplit(url).scheme != "https":
            raise Misconfigured(translate("SignIn", "{host} is not asked over https.").format(host=host))
        session, end = self._session, time.monotonic() + LIMIT_S

        def ask() -> requests.Response:
            with _requests_errors(host):
                asked = session.request(method, url, timeout=TIMEOUT_S, allow_redirects=False, stream=True, **rest)
                with contextlib.closing(asked):
                    asked._content = _body(asked, host, end)  # noqa: SLF001 - there is no other way in
            return asked

        try:
            response = within(LIMIT_S, self.stop, ask, host)
        except (Offline, Cancelled):
            self._session = requests.Session()  # the former one may still be waited for
            raise
        if response.status_code == _TOO_MANY or response.status_code >= _SERVER_ERROR:
            raise ServiceBusy(
                translate("SignIn", "{host} cannot answer at the moment ({status}).").format(
                    host=host, status=response.status_code
                ),
                retry_after_s=retry_after(response.headers, datetime.now(UTC)),
            )
        return response


class _Bearer(requests.auth.AuthBase):
    """Sends a token, which a password of the user's .netrc would otherwise take the place of."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _body(response: requests.Response, host: str, end: float) -> bytes:
    """All of an answer, unless it is too much or comes in drops.

    Raises:
        CtiError: it is too much.
        Offline: it is not there in time.
    """
    body = bytearray()
    while part := response.raw.read1(_PART_BYTES, decode_content=True):
        body += part
        if len(body) > MOST_BYTES:
            raise CtiError(translate("SignIn", "{host} sent far too much.").format(host=host))
        if time.monotonic() > end:
            raise Offline(translate("SignIn", "{host} takes too long to answer.").format(host=host))
    return bytes(body)


@contextlib.contextmanager
def _requests_errors(host: str) -> Iterator[None]:
    """Turn what requests raises into the outcomes of this product."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise Misconfigured(
            translate("SignIn", "The certificate of {host} is not trusted by this computer.").format(host=host),
            hint=translate("SignIn", "Ask your administrator; nothing was sent to it."),
        ) from error
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise Offline(translate("SignIn", "{host} cannot be reached.").format(host=host)) from error


def retry_after(headers: Mapping[str, str], now: datetime) -> float:
    """The pause in seconds that an answer asks for, at most an hour; 0 where it asks for none (RFC 9110, 10.2.3)."""
    wanted = headers.get("Retry-After", "").strip()
    if wanted.isdecimal():
        return min(float(wanted), LONGEST_PAUSE_S)
    try:
        pause = (parsedate_to_datetime(wanted) - now).total_seconds()
    except (TypeError, ValueError):
        return 0.0
    return min(max(pause, 0.0), LONGEST_PAUSE_S)
