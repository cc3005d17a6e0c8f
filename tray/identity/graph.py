"""Microsoft Graph, as far as the tray reads it: one question with the token of one permission, answered by an object.

What comes from the network is not trusted: its size, its form and the addresses in it are checked here. It decides
neither what to ask nor when, and no token, address or content of an answer ever stands in one of its errors.
"""

from __future__ import annotations

import json
from typing import Any, Protocol
from urllib.parse import urlsplit

from tray.errors import CtiError
from tray.identity.errors import ConsentMissing, LinkRefused
from tray.identity.model import Permission
from tray.identity.web import Answer, Web
from tray.texts import translate

_LONGEST_LINK = 16_384
_OK, _BAD_REQUEST, _UNAUTHORIZED, _FORBIDDEN, _GONE = 200, 400, 401, 403, 410


class Tokens(Protocol):
    """Gives a token for a permission; `refused` is one that was not taken."""

    def __call__(self, permission: Permission, refused: str = "") -> str:
        """A token that is good now."""
        ...


class GraphClient:
    """Reads Graph for the user who is signed in. To be used by one thread at a time.

    Args:
        address: where Graph answers, such as https://graph.microsoft.com/v1.0.
        tokens: gives the tokens.
    """

    def __init__(self, address: str, tokens: Tokens) -> None:
        self._address = address.rstrip("/")
        self._tokens = tokens
        self._web = Web()

    def get(self, permission: Permission, path: str, prefer: str = "") -> dict[str, Any]:
        """The answer to one question; `path` is one below the address, or a link that an answer gave.

        Raises:
            SignedOut, SignInNeeded, ConsentMissing, Offline: as `SignInService.token`.
            ServiceBusy: not now.
            LinkRefused: the link leads elsewhere, or is not good any more.
            CtiError: the answer makes no sense.
        """
        url = self._checked(path)
        headers = {"Accept": "application/json", **({"Prefer": prefer} if prefer else {})}
        token = self._tokens(permission)
        answer = self._web.read(url, token, headers)
        if answer.status == _UNAUTHORIZED:
            answer = self._web.read(url, self._tokens(permission, refused=token), headers)
        return self._read(answer, link=path == url)

    def close(self) -> None:
        """Free connections."""
        self._web.close()

    def _checked(self, path: str) -> str:
        """The address to ask; a token is sent nowhere else than to the host that it is for."""
        url = path if "://" in path else f"{self._address}/{path}"
        plain = len(url) <= _LONGEST_LINK and url.isascii() and url.isprintable() and " " not in url
        if not plain or not _is_below(url, self._host):
            raise LinkRefused(
                translate("Graph", "{host} answered with a link that leads elsewhere.").format(host=self._host)
            )
        return url

    def _read(self, answer: Answer, *, link: bool) -> dict[str, Any]:
        if answer.status == _FORBIDDEN:
            raise ConsentMissing(translate("Graph", "{host} does not let CTI Tray read this.").format(host=self._host))
        if answer.status == _GONE or (link and answer.status == _BAD_REQUEST):
            raise LinkRefused(translate("Graph", "{host} starts over.").format(host=self._host))
        if answer.status != _OK:
            refused = translate("Graph", "{host} refuses to answer ({status}).")
            raise CtiError(refused.format(host=self._host, status=answer.status))
        try:
            found = json.loads(answer.body)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise self.nonsense()
        return found

    def nonsense(self) -> CtiError:
        """What was answered cannot be used."""
        return CtiError(
            translate("Graph", "{host} answered something that CTI Tray does not understand.").format(host=self._host)
        )

    @property
    def _host(self) -> str:
        return urlsplit(self._address).netloc


def _is_below(url: str, host: str) -> bool:
    try:
        found = urlsplit(url)
    except ValueError:
        return False
    return found.scheme == "https" and found.netloc.casefold() == host.casefold()
