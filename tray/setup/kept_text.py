"""Texts kept in the setup store, so that another reader can have them in another language than the writer's.

A text is kept as JSON of what it is made of. Whatever else stands there, such as what an older version wrote, is read
as plain words; a template of unknown make is never filled in.
"""

from __future__ import annotations

import json
import string
from typing import Any

from tray.texts import Text

_MARK = "text"
_DEEPEST = 8


def kept(text: Text) -> str:
    """The text as it is kept."""
    return json.dumps({_MARK: _parts(text)}, ensure_ascii=False)


def retold(words: str) -> str:
    """What `kept` made, as a text again; other words as they are."""
    try:
        return _text(json.loads(words)[_MARK])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return words


def _parts(text: Text) -> list[object]:
    context, template, args, values = text.made_of
    return [context, template, [_value(each) for each in args], {name: _value(each) for name, each in values.items()}]


def _value(value: object) -> object:
    return {_MARK: _parts(value)} if isinstance(value, Text) else value


def _text(parts: Any, depth: int = 0) -> Text:
    """The text of its parts.

    Raises:
        ValueError: they are no text that this product keeps.
    """
    context, template, args, values = parts
    if depth > _DEEPEST or not isinstance(context, str) or not _is_plain(template):
        raise ValueError(template)
    return Text(
        context,
        template,
        tuple(_value_of(each, depth) for each in args),
        {str(name): _value_of(each, depth) for name, each in values.items()},
    )


def _value_of(value: Any, depth: int) -> object:
    if isinstance(value, dict):
        return _text(value[_MARK], depth + 1)
    if not isinstance(value, str | int | float):
        raise ValueError(value)  # noqa: TRY004 - the data is wrong, not the program
    return value


def _is_plain(template: str) -> bool:
    """Whether a template only puts values in places: no widths, no conversions, no parts of values."""
    return all(
        not spec and not conversion and (name is None or name == "" or name.isidentifier() or name.isdigit())
        for _, name, spec, conversion in string.Formatter().parse(template)
    )
