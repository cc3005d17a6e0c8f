"""The contacts of the user's mailbox, page by page, and what changed since the last time.

A delta query of Graph: the first one brings everything, and a link that later brings the changes alone. The link is
kept for the next time and stands in no message. What the fields of a contact mean is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tray.errors import CtiError
from tray.identity.errors import LinkRefused
from tray.identity.model import Permission
from tray.texts import translate

if TYPE_CHECKING:
    from tray.identity.graph import GraphClient

MOST_CONTACTS = 50_000
MOST_PAGES = 1000
_PAGE = 200
_PREFER = f'IdType="ImmutableId", odata.maxpagesize={_PAGE}'
_LONGEST_ID = 1000

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """What one query brought: the contacts of which something is new, and the ids of those that are gone.

    `whole` tells that these are all contacts there are; `link` brings the changes from now on.
    """

    whole: bool
    items: tuple[tuple[str, Item], ...]
    removed: frozenset[str]
    link: str = field(repr=False)


def read_changes(graph: GraphClient, fields: tuple[str, ...], link: str = "") -> Changes:
    """What changed since `link` was given; everything without one, and where the link is not good any more.

    Raises:
        CtiError: see `GraphClient.get`; there is nothing then, also not a part.
    """
    if link:
        try:
            return _pages(graph, link, whole=False)
        except LinkRefused:
            pass
    return _pages(graph, f"me/contacts/delta?$select={','.join(fields)}", whole=True)


def _pages(graph: GraphClient, path: str, *, whole: bool) -> Changes:
    found: dict[str, Item | None] = {}
    for _ in range(MOST_PAGES):
        page = graph.get(Permission.CONTACTS, path, _PREFER)
        _take(graph, page, found)
        path = _text(graph, page.get("@odata.nextLink"))
        if not path:
            link = _text(graph, page.get("@odata.deltaLink"))
            items = tuple((key, item) for key, item in found.items() if item is not None)
            return Changes(whole, items, frozenset(found) - {key for key, _ in items}, link)
        if len(found) > MOST_CONTACTS:
            break
    raise CtiError(translate("Graph", "The mailbox has more contacts than CTI Tray takes."))


def _take(graph: GraphClient, page: Item, found: dict[str, Item | None]) -> None:
    items = page.get("value")
    if not isinstance(items, list):
        raise graph.nonsense()
    for item in items:
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, str) or not 0 < len(key) <= _LONGEST_ID:
            raise graph.nonsense()
        found[key] = None if "@removed" in item else item


def _text(graph: GraphClient, value: object) -> str:
    if value is not None and not isinstance(value, str):
        raise graph.nonsense()
    return value or ""
