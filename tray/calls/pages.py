"""Card pages: which address a business mapping row opens for a record.

A card page is an https template, a Business Central page number, `builtin`, or empty. Everything else is refused when
it is saved, and values are percent-encoded, so that no record and no caller can turn a page into another address.
This module builds addresses and opens none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from tray.texts import translate

BUILTIN = "builtin"
DEFAULT_WEB_CLIENT = "https://businesscentral.dynamics.com"
_PLACEHOLDERS = ("no", "name", "number", "table")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageTarget:
    """The page of one record; `url` is None for the built-in record page."""

    table: str
    no: str
    url: str | None


@dataclass(frozen=True, slots=True)
class WebClient:
    """Where Business Central's web client is, for rows that name a page number."""

    base: str = DEFAULT_WEB_CLIENT
    company: str = ""


def check_card_page(page: str) -> str:
    """Say what is wrong with a card page, in words for the one who typed it; "" when it is acceptable."""
    if not page or page == BUILTIN or (page.isascii() and page.isdigit() and int(page) > 0):
        return ""
    if not page.lower().startswith("https://"):
        return translate(
            "Values", "must be an https address, a Business Central page number, {builtin} or empty"
        ).format(builtin=repr(BUILTIN))
    return _check_template(page)


def page_address(page: str, values: dict[str, str], web_client: WebClient | None = None) -> str | None:
    """The address that `page` opens for a record with these `values` (no, name, number, table); None for `builtin`.

    Business Central's address form: learn.microsoft.com, "Web client URL".
    """
    if page == BUILTIN:
        return None
    if page.isdigit():
        return _web_client_address(web_client or WebClient(), page, values["no"])
    return _PLACEHOLDER.sub(lambda found: quote(values[found.group(1)], safe=""), page)


def _web_client_address(web_client: WebClient, page: str, no: str) -> str:
    condition = "'No.' IS '{}'".format(no.replace("'", "''"))
    company = f"company={quote(web_client.company, safe='')}&" if web_client.company else ""
    return f"{web_client.base.rstrip('/')}/?{company}page={page}&filter={quote(condition, safe='')}"


def _check_template(page: str) -> str:
    try:
        parts = urlsplit(page)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return translate("Values", "is not an address that can be read")
    if "@" in parts.netloc or "{" in parts.netloc or not _HOST.fullmatch(host):
        return translate("Values", "must name one plain host, without user name or placeholder")
    if any(character.isspace() or character in '\\<>"' for character in page):
        return translate("Values", "must not hold blanks, quotes, angle brackets or backslashes")
    unknown = [name for name in _PLACEHOLDER.findall(page) if name not in _PLACEHOLDERS]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in _PLACEHOLDERS)
        return translate("Values", "has an unknown placeholder {unknown}; known are {known}").format(
            unknown=f"{{{unknown[0]}}}", known=known
        )
    if "{" in _PLACEHOLDER.sub("", page) or "}" in _PLACEHOLDER.sub("", page):
        return translate("Values", "has a brace without its partner")
    return ""
