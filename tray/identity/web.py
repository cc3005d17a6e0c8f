"""HTTPS for signing in and for Microsoft's APIs: with time limits, without redirects, and with the product's errors.

msal keeps answers of an overloaded server for a minute and gives them again without asking. It never gets to see one:
what says "not now" is an exception here, with the pause that the server asks for.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests

from tray.errors import CtiError, Offline
from tray.identity.errors import Misconfigured, ServiceBusy
from tray.texts import translate

TIMEOUT_S = (10.0, 30.0)
"""How long to wait for a connection, and then for an answer."""
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

    def get(self, url: str, params: Mapping[str, str] | None = None, **rest: Any) -> requests.Response:
        """Ask.

        Raises:
            Offline: no answer; ServiceBusy: not now.
            Misconfigured: the certificate is not trusted.
        """
        return self._ask("GET", url, params=params, headers=rest.get("headers"))

    def post(self, url: str, params: Any = None, data: Any = None, **rest: Any) -> requests.Response:
        """Ask with a form; see `get`."""
        return self._ask("POST", url, params=params, data=data, headers=rest.get("headers"))

    def read(self, url: str, token: str, headers: Mapping[str, str], most_bytes: int) -> Answer:
        """Ask an API with a token, and take no more than `most_bytes` of what it says.

        Raises:
            CtiError: it says more. Otherwise as `get`.
        """
        host = urlsplit(url).netloc
        response = self._ask("GET", url, headers=headers, auth=_Bearer(token), stream=True)
        with contextlib.closing(response), _requests_errors(host):
            body = bytearray()
            for part in response.iter_content(_PART_BYTES):
                body += part
                if len(body) > most_bytes:
                    raise CtiError(translate("SignIn", "{host} sent far too much.").format(host=host))
        return Answer(response.status_code, bytes(body))

    def close(self) -> None:
        """Free connections."""
        self._session.close()

    def _ask(self, method: str, url: str, **rest: Any) -> requests.Response:
        host = urlsplit(url).netloc
        if urlsplit(url).scheme != "https":
            raise Misconfigured(translate("SignIn", "{host} is not asked over https.").format(host=host))
        with _requests_errors(host):
            response = self._session.request(method, url, timeout=TIMEOUT_S, allow_redirects=False, **rest)
        if response.status_code == _TOO_MANY or response.status_code >= _SERVER_ERROR:
            response.close()
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
    except (requests.exceptions.RequestException, OSError) as error:
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
