"""Reading the fields of a request, from JSON, a form or a query, without ever guessing what was meant.

It only gets names and values out; what they mean is for `tray.calls.facts`. Anything that two readers could read
differently (a field given twice, bytes that are no text) is refused.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from typing import NoReturn
from urllib.parse import unquote_to_bytes

from tray.calls.facts import FactError, is_placeholder, shorten
from tray.telephony.loopback_messages import JSON_TYPE

FORM_TYPE = "application/x-www-form-urlencoded"
_MOST_BRACKETS = 500
_BODY = "body"


def read_pairs(text: str, missing: Callable[[str], object] = lambda _: None) -> dict[str, object]:
    """The fields of a query or a form. A placeholder that the phone forgot to fill in counts as empty, and `missing`
    is told the name of its field.

    Raises:
        FactError: a field is given twice, or is not UTF-8.
    """
    values: dict[str, object] = {}
    seen: set[str] = set()
    for piece in text.split("&"):
        name, _, raw = piece.partition("=")
        if not name:
            continue
        key = _decoded(name, "query")
        _once(key, seen)
        values[key] = "" if is_placeholder(raw) else _decoded(raw, key)
        if is_placeholder(raw) or is_placeholder(str(values[key])):
            missing(key)
    return values


def read_body(body: bytes, content_type: str) -> dict[str, object]:
    """The fields of an event's body; {} for an empty one.

    Raises:
        FactError: its type is neither JSON nor a form, or it is not what its type says.
    """
    if not body:
        return {}
    kind = _kind(content_type)
    if kind not in {JSON_TYPE, FORM_TYPE}:
        raise FactError("Content-Type", f"must be {JSON_TYPE} or {FORM_TYPE}")
    if kind == JSON_TYPE:
        return read_json(body)
    if body.lstrip()[:1] == b"{":
        raise FactError("Content-Type", f"says form, but the body looks like JSON; send {JSON_TYPE}")
    return read_pairs(_text(body))


def read_arguments(body: bytes, content_type: str) -> dict[str, object]:
    """The arguments of a command, JSON alone; {} for an empty body.

    Raises:
        FactError: as with `read_body`.
    """
    if not body:
        return {}
    if _kind(content_type) != JSON_TYPE:
        raise FactError("Content-Type", f"must be {JSON_TYPE}")
    return read_json(body, whole=int)


def read_json(body: bytes, whole: Callable[[str], object] = str) -> dict[str, object]:
    """The members of one JSON object; `whole` makes the values of whole numbers, by default texts of their digits.

    Raises:
        FactError: it is not UTF-8, not JSON, no object, nested too deeply, or names a member twice.
    """
    if body.count(b"[") + body.count(b"{") > _MOST_BRACKETS:
        raise FactError(_BODY, "is nested too deeply")
    try:
        value = json.loads(_text(body), object_pairs_hook=_members, parse_constant=_no_constant, parse_int=whole)
    except json.JSONDecodeError as error:
        raise FactError(_BODY, f"is not JSON: {error.msg} at character {error.pos + 1}") from None
    except FactError:
        raise
    except ValueError:
        raise FactError(_BODY, "holds a number that is too large") from None
    except RecursionError:
        raise FactError(_BODY, "is nested too deeply") from None
    if not isinstance(value, dict):
        raise FactError(_BODY, "must be a JSON object")
    return value


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: set[str] = set()
    for key, _ in pairs:
        _once(key, seen)
    return dict(pairs)


def _once(key: str, seen: set[str]) -> None:
    if key.casefold() in seen:
        raise FactError(shorten(key), "is given twice")
    seen.add(key.casefold())


def _no_constant(word: str) -> NoReturn:
    raise FactError(_BODY, f"is not JSON: {word} is not a number")


def _text(body: bytes) -> str:
    try:
        return body.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise FactError(_BODY, f"is not UTF-8 at byte {error.start + 1}") from None


def _decoded(raw: str, name: str) -> str:
    try:
        return unquote_to_bytes(raw.replace("+", " ")).decode()
    except UnicodeDecodeError:
        raise FactError(shorten(name), "is not UTF-8") from None
