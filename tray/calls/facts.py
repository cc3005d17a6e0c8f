"""Turning what softphones, desk phones and scenario files write into one fact.

One reader for every door: the receiver, `cti-event`, the URI scheme and replay. It knows all spellings of events and
fields that phones use, cleans the values, and refuses what cannot be a fact. Every value is hostile until it has been
through here. It decides nothing about calls.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from tray.calls.model import CallEvent, CallState, Cause, Direction, Origin
from tray.calls.numbers import MAX_NUMBER_LENGTH
from tray.calls.spellings import FIELD_SPELLINGS

MAX_NAME_LENGTH = 128
MAX_ID_LENGTH = 255
_MOST_READ = 8192
_NEVER = "never"
_JOINERS = "\u200c\u200d"


class FactError(ValueError):
    """A field of a reported event is not acceptable; `field` names it."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


class Field(StrEnum):
    """The fields of a reported event, by their own names."""

    EVENT = "event"
    CALL_ID = "call_id"
    DIRECTION = "direction"
    NUMBER = "number"
    NAME = "name"
    LINE = "line"
    CAUSE = "cause"
    ORIGIN = "origin"
    END = "end"


@dataclass(frozen=True, slots=True)
class RawFact:
    """The cleaned fields of one reported event, before it is known which call it belongs to.

    `direction` is None where neither the field nor the event word tells it; `call_id` may be "". `end_unseen` says that
    the phone will never report the end of this call.
    """

    state: CallState
    call_id: str = ""
    direction: Direction | None = None
    number: str = ""
    name: str = ""
    line: str = ""
    cause: Cause | None = None
    origin: Origin | None = None
    end_unseen: bool = False

    def event(self, source: str, call_id: str, at: float) -> CallEvent:
        """The fact as `source` reports it for its call `call_id`, heard at monotonic second `at`."""
        return CallEvent(
            source=source,
            call_id=call_id,
            state=self.state,
            at=at,
            direction=self.direction,
            number=self.number,
            name=self.name,
            line=self.line,
            cause=self.cause,
            origin=self.origin,
            end_unseen=self.end_unseen,
        )


FIELD_NAMES = {spelling: Field(name) for name, words in FIELD_SPELLINGS.items() for spelling in words.split()}

_INCOMING, _OUTGOING = Direction.INCOMING, Direction.OUTGOING
_EVENT_WORDS: tuple[tuple[str, CallState, Direction | None, Cause | None], ...] = (
    ("incoming offered offering cmdincomingcall inbound", CallState.OFFERED, _INCOMING, None),
    ("ring ringing cmdcallring", CallState.RINGING, None, None),
    ("outgoing dial dialing calling outbound cmdoutgoingcall", CallState.DIALING, _OUTGOING, None),
    ("answer answered connected established start cmdcallanswer cmdcallstart", CallState.CONNECTED, None, None),
    ("unhold resume resumed", CallState.CONNECTED, None, None),
    ("hold held", CallState.HELD, None, None),
    ("end ended hangup terminated disconnected onhook cmdcallend", CallState.ENDED, None, None),
    ("missed missed_call noanswer", CallState.ENDED, None, Cause.MISSED),
    ("busy cmdcallbusy", CallState.ENDED, None, Cause.BUSY),
    ("reject rejected", CallState.ENDED, None, Cause.REJECTED),
)
EVENT_WORDS: dict[str, tuple[CallState, Direction | None, Cause | None]] = {
    word: (state, direction, cause) for words, state, direction, cause in _EVENT_WORDS for word in words.split()
}
_DIRECTION_WORDS = {
    "incoming": _INCOMING,
    "inbound": _INCOMING,
    "in": _INCOMING,
    "outgoing": _OUTGOING,
    "outbound": _OUTGOING,
    "out": _OUTGOING,
}
_PLACEHOLDER = re.compile(
    r"\$\$[A-Za-z_]+\$\$|\$\{?[A-Za-z_-]+\}?|\{[A-Za-z_]+\}|%[A-Za-z_]+%|<[A-Z][a-z]+\.[A-Za-z]+>"
)
_PERCENT_PLACEHOLDER = re.compile(r"%[A-Za-z_]{3,}%")
_WRAPPING = re.compile(r"\s*[\"'<]*(?:sips?|tel|callto):(?://)?|\s*[\"'<]+", re.IGNORECASE)
_BRACKETED = re.compile(r"<([^<>]*)>")


def read_fact(values: Mapping[str, object], *, event: str = "") -> RawFact:
    """Read the fields of one event, under any of their spellings.

    Args:
        values: what the phone sent; keys in any case; unknown keys are the phone's own business and are ignored.
        event: the event word where it is part of the address; it goes before a field of that meaning.

    Raises:
        FactError: a field that is missing, of the wrong kind, or not a known word.
    """
    texts = _known_fields(values)
    word = (event or texts.get(Field.EVENT, "")).strip().casefold()
    if not word:
        raise FactError(Field.EVENT, "is missing")
    if word not in EVENT_WORDS:
        raise FactError(Field.EVENT, f"{shorten(word)!r} is not a known event")
    state, implied, cause = EVENT_WORDS[word]
    direction = _read_direction(texts.get(Field.DIRECTION, "")) or implied
    return RawFact(
        state=CallState.RINGING if state is CallState.OFFERED and direction is _OUTGOING else state,
        call_id=_read_id(texts.get(Field.CALL_ID, "")),
        direction=direction,
        number=clean_number(texts.get(Field.NUMBER, "")),
        name=clean_name(texts.get(Field.NAME, "")),
        line=clean_text(texts.get(Field.LINE, ""), MAX_NUMBER_LENGTH),
        cause=(_read_cause(texts.get(Field.CAUSE, "")) or cause) if state is CallState.ENDED else None,
        origin=_read_origin(texts.get(Field.ORIGIN, "")),
        end_unseen=_read_end(texts.get(Field.END, "")) and state is not CallState.ENDED,
    )


def clean_name(text: str) -> str:
    """A caller's name as `clean_text` gives it, with the joiners by which some scripts and emoji are spelled."""
    return clean_text(text, MAX_NAME_LENGTH, keep=_JOINERS)


def clean_text(text: str, most: int, *, keep: str = "") -> str:
    """One printable line of at most `most` characters; placeholders a phone forgot to fill in count as empty.

    Control characters, lone surrogates and the marks that turn the reading direction are dropped, and all other
    invisible characters but those in `keep`.
    """
    kept = "".join(
        " " if _is_blank(character) else character
        for character in text[: most * 8]
        if character.isprintable() or _is_blank(character) or character in keep
    )
    kept = " ".join(kept.split()).strip(f" {keep}")
    return "" if is_placeholder(kept) else kept[:most]


def is_placeholder(text: str) -> bool:
    """Whether a phone forgot to fill this in: `$remote`, `{phone}`, `%CallerNumber%`, `$$REMOTENUMBER$$`,
    `<Call.NumberSC>`."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def clean_number(text: str) -> str:
    """The number in what a phone wrote: `"Ann" <sip:%2B31205550101@pbx;user=phone>` gives `+31205550101`.

    Percent escapes are decoded once; a blank in front of the first digit is a plus sign that form decoding ate (no
    country code begins with 0). Of several `<...>` the last counts: those before it are part of a caller's name.
    """
    text = unquote(_PERCENT_PLACEHOLDER.sub("", text[:_MOST_READ]))
    bracketed = _BRACKETED.findall(text)
    text = bracketed[-1] if bracketed else text
    wrapping = _WRAPPING.match(text)
    text = text[wrapping.end() :] if wrapping else text
    lost_plus = text[:1] == " " and text[1:2] in set("123456789")
    text = text.split(";", 1)[0].split("?", 1)[0].split("@", 1)[0].strip(" <>\"'")
    text = clean_text(text, MAX_NUMBER_LENGTH)
    return f"+{text}" if lost_plus else text


def shorten(text: str, most: int = 40) -> str:
    """A piece of foreign text that is safe to quote in a message."""
    return clean_text(text, most) if len(text) <= most else clean_text(text[:most], most) + "..."


def _known_fields(values: Mapping[str, object]) -> dict[Field, str]:
    """The fields under their own names. Of several spellings with a value the field's own name wins, else the first."""
    texts: dict[Field, str] = {}
    for key, value in values.items():
        name = str(key).casefold()
        field = FIELD_NAMES.get(name)
        if field is None:
            continue
        text = _text(field, value)
        empty = not text or is_placeholder(text)
        if field not in texts or (not empty and (not texts[field] or name == field.value)):
            texts[field] = "" if empty else text
    return texts


def _is_blank(character: str) -> bool:
    return character in "\t\r\n" or (character.isspace() and character > "\x9f")


def _read_id(text: str) -> str:
    if len(text) > MAX_ID_LENGTH:
        raise FactError(Field.CALL_ID, f"is longer than {MAX_ID_LENGTH} characters")
    return clean_text(text, MAX_ID_LENGTH)


def _text(field: Field, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise FactError(field, "must be a text")
    return str(value)


def _read_direction(text: str) -> Direction | None:
    word = clean_text(text, 32).casefold()
    if not word:
        return None
    if word not in _DIRECTION_WORDS:
        raise FactError(Field.DIRECTION, f"{shorten(word)!r} is neither incoming nor outgoing")
    return _DIRECTION_WORDS[word]


def _read_cause(text: str) -> Cause | None:
    word = clean_text(text, 32).casefold()
    if not word:
        return None
    try:
        return Cause(word)
    except ValueError:
        raise FactError(Field.CAUSE, f"{shorten(word)!r} is not a known cause") from None


def _read_origin(text: str) -> Origin | None:
    word = clean_text(text, 32).casefold()
    if not word:
        return None
    try:
        return Origin(word)
    except ValueError:
        raise FactError(Field.ORIGIN, f"{shorten(word)!r} is neither user nor external") from None


def _read_end(text: str) -> bool:
    """Whether the end of the call will never be reported."""
    word = clean_text(text, 32).casefold()
    if word not in {"", _NEVER}:
        raise FactError(Field.END, f"{shorten(word)!r} is not {_NEVER}")
    return word == _NEVER
