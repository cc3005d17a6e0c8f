"""The page that a browser gets which a phone program made open an address: it says so and closes itself.

It carries nothing of the call, and allows nothing but its own one line of script.
"""

from __future__ import annotations

import re
from http import HTTPStatus

from tray.telephony.loopback_messages import Reply

_QUALITY = re.compile(r"[01](?:\.[0-9]{0,3})?")
_PAGE = (
    b"<!doctype html><meta charset=utf-8><title>CTI Tray</title>"
    b"<p>CTI Tray has been told. You can close this page.<script>close()</script>"
)
_PAGE_HEADERS = (
    # The hash is that of the one script in the page.
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'sha256-GFdus4tIg4GNX0lWNkkH/vMcNIl1NG7q7TWRqw2H0bM='; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
)
PAGE = Reply(HTTPStatus.OK, _PAGE, "text/html; charset=utf-8", _PAGE_HEADERS)


def prefers_html(accept: str) -> bool:
    """Whether the client would rather have a page than JSON, by its Accept header: a browser opened the address."""
    page, data = 0.0, 0.0
    for choice in accept.lower().split(","):
        kind, *parameters = (part.strip() for part in choice.split(";"))
        weight = _weight(parameters)
        if kind == "text/html":
            page = max(page, weight)
        elif kind in {"application/json", "application/*", "*/*"}:
            data = max(data, weight)
    return page > data


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name == "q" and _QUALITY.fullmatch(value):
            return float(value)
    return 1.0
