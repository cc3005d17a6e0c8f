"""Values of config.toml, whatever they mean: how they become one object, and passwords in addresses."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

_Settings = TypeVar("_Settings")


def built(settings: _Settings, values: Mapping[str, object]) -> _Settings:
    """These settings with other values, by their dotted names."""
    found: Any = settings
    for name, value in values.items():
        found = _replaced(found, name.split("."), value)
    return found  # type: ignore[no-any-return]


def _replaced(node: Any, path: list[str], value: object) -> Any:
    if not path:
        return value
    return dataclasses.replace(node, **{path[0]: _replaced(getattr(node, path[0]), path[1:], value)})


def holds_password(url: str) -> bool:
    """Whether a store address carries a password, which belongs into PostgreSQL's own password file instead."""
    try:
        parts = urlsplit(url)
        names = {name.casefold() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    except ValueError:
        return False
    return bool(parts.password) or not names.isdisjoint({"password", "sslpassword"})
