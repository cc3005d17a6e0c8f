"""What a caller card says about a call: words, tone, shape and the one main action, decided without a widget.

A pure function of the view and the wall clock, so that every state can be read and tested as plain values.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tray.calls.matching import MatchKind
from tray.calls.model import CallState, Cause, Direction, Outcome
from tray.views import CandidateView, CardView
from ui.colors import Tone
from ui.formats import clean_text, clock, directory_age, initials, last_call_line, translate


class Action(Enum):
    """What the filled button, or the icon button beside it, does."""

    NONE = auto()
    OPEN = auto()
    CALL = auto()
    SEARCH = auto()


@dataclass(frozen=True, slots=True)
class StateFace:
    """The word, colour and icon of a state."""

    text: str
    tone: Tone
    icon: str


@dataclass(frozen=True, slots=True)
class Row:
    """One of several records; `index` is its place among the candidates."""

    index: int
    name: str
    detail: str
    has_page: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Button:
    """The filled button. `hint` says why it cannot be used where `enabled` is false."""

    action: Action
    text: str = ""
    enabled: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """Everything on the card but the running time. Texts are cleaned; "" means that the part is not there."""

    title: str
    state: StateFace
    line: str
    name: str
    detail: str
    number: str
    letters: str
    badge: str
    possible: bool
    rows: tuple[Row, ...]
    captions: tuple[str, ...]
    primary: Button
    second: Action
    has_number: bool

    @property
    def spoken(self) -> str:
        """One sentence for a screen reader."""
        doubt = translate("CallerCard", "Possible match") if self.possible else ""
        return ", ".join(part for part in (self.state.text, self.name, doubt, self.detail, self.badge) if part)


def face_of(view: CardView, now: float) -> Face:
    """Decide what the card of `view` says; `now` is wall time in seconds."""
    withheld = view.match is MatchKind.WITHHELD
    number = clean_text(view.number_text or view.number)
    record = chosen_record(view)
    has_number = bool(view.number) and not withheld
    name, detail, number_line = _identity(view, record, number)
    primary = _primary(view, has_number=has_number)
    return Face(
        title=translate("CallerCard", "Caller card - {0}").format(name),
        state=state_face(view),
        line=clean_text(view.line),
        name=name,
        detail=detail,
        number=number_line,
        letters="" if withheld or name == number else initials(name),
        badge=clean_text(f"{record.table} {record.no}", 60) if record else "",
        possible=view.match is MatchKind.POSSIBLE,
        rows=_rows(view),
        captions=_captions(view, now),
        primary=primary,
        second=_second(view, primary, has_number=has_number),
        has_number=has_number,
    )


def chosen_index(view: CardView) -> int | None:
    """The record that the card stands for: the chosen one, or the only one."""
    if view.chosen is not None and 0 <= view.chosen < len(view.candidates):
        return view.chosen
    return 0 if len(view.candidates) == 1 else None


def chosen_record(view: CardView) -> CandidateView | None:
    """The record behind `chosen_index`."""
    index = chosen_index(view)
    return None if index is None else view.candidates[index]


def state_face(view: CardView) -> StateFace:
    """Word, tone and icon of the call's state."""
    if view.state is CallState.ENDED:
        return _ended_face(view)
    return {
        CallState.OFFERED: StateFace(translate("CallerCard", "Incoming call"), Tone.ACCENT, "incoming"),
        CallState.DIALING: StateFace(translate("CallerCard", "Calling"), Tone.ACCENT, "outgoing"),
        CallState.RINGING: StateFace(translate("CallerCard", "Ringing"), Tone.ACCENT, "outgoing"),
        CallState.CONNECTED: StateFace(translate("CallerCard", "Connected"), Tone.POSITIVE, "connected"),
        CallState.HELD: StateFace(translate("CallerCard", "On hold"), Tone.WARNING, "held"),
    }[view.state]


def _ended_face(view: CardView) -> StateFace:
    lost = translate("CallerCard", "Call lost")
    if view.outcome in {Outcome.INCOMING, Outcome.OUTGOING}:
        text = lost if view.cause is Cause.LOST else translate("CallerCard", "Call ended")
        return StateFace(text, Tone.NEUTRAL, "ended")
    if view.outcome is Outcome.ANSWERED_ELSEWHERE:
        if view.cause is Cause.FORWARDED:
            return StateFace(translate("CallerCard", "Forwarded"), Tone.NEUTRAL, "forwarded")
        return StateFace(translate("CallerCard", "Answered by another"), Tone.NEUTRAL, "elsewhere")
    if view.cause is Cause.LOST:
        return StateFace(lost, Tone.NEUTRAL, "ended")
    if view.direction is Direction.INCOMING:
        if view.cause is Cause.REJECTED:
            return StateFace(_at(translate("CallerCard", "Declined {0}"), view), Tone.DANGER, "declined")
        return StateFace(_at(translate("CallerCard", "Missed {0}"), view), Tone.DANGER, "missed")
    words = {
        Cause.BUSY: translate("CallerCard", "Busy"),
        Cause.NO_ANSWER: translate("CallerCard", "No answer"),
        Cause.CANCELLED: translate("CallerCard", "Cancelled"),
        Cause.REJECTED: translate("CallerCard", "Declined"),
        Cause.UNREACHABLE: translate("CallerCard", "Not reachable"),
        Cause.INVALID_NUMBER: translate("CallerCard", "Number not in use"),
        Cause.FAILED: translate("CallerCard", "Call failed"),
    }
    no_answer = translate("CallerCard", "No answer")
    text = no_answer if view.cause is None else words.get(view.cause, no_answer)
    tone = Tone.NEUTRAL if view.cause is Cause.CANCELLED else Tone.DANGER
    return StateFace(text, tone, "ended" if tone is Tone.NEUTRAL else "declined")


def _at(words: str, view: CardView) -> str:
    return words.format(clock(view.started))


def _identity(view: CardView, record: CandidateView | None, number: str) -> tuple[str, str, str]:
    """Name, the line under it, and the number line."""
    given = clean_text(view.name)
    if view.match is MatchKind.WITHHELD:
        withheld = translate("CallerCard", "Number withheld")
        return (given, withheld, "") if given else (withheld, "", "")
    name = given or (clean_text(record.name) if record else "")
    detail = clean_text(view.detail or (record.detail if record else ""))
    if not detail and view.match is MatchKind.NONE:
        detail = translate("CallerCard", "Not in the directory")
    if not detail and record is None and len(view.candidates) > 1:
        detail = _several(view)
    if not name or name == number:
        return number or translate("CallerCard", "Unknown number"), detail, ""
    return name, detail, number


def _several(view: CardView) -> str:
    tables = {candidate.table for candidate in view.candidates}
    count = len(view.candidates)
    if len(tables) == 1:
        return clean_text(translate("CallerCard", "{0} records in {1}").format(count, tables.pop()))
    return translate("CallerCard", "{0} records with this number").format(count)


def _rows(view: CardView) -> tuple[Row, ...]:
    if len(view.candidates) < 2:
        return ()
    return tuple(
        Row(
            index=index,
            name=clean_text(candidate.name or candidate.no),
            detail=clean_text(candidate.detail or candidate.no),
            has_page=candidate.has_page,
            chosen=index == view.chosen,
        )
        for index, candidate in enumerate(view.candidates)
    )


def _captions(view: CardView, now: float) -> tuple[str, ...]:
    last = last_call_line(view.last_call, now) if view.last_call is not None else ""
    age = directory_age(view.directory_age_s) if view.directory_age_s is not None else ""
    return tuple(text for text in (last, age) if text)


def _primary(view: CardView, *, has_number: bool) -> Button:
    if view.state is CallState.ENDED and view.outcome in {Outcome.MISSED_INCOMING, Outcome.UNACCEPTED_OUTGOING}:
        if not has_number:
            return Button(Action.NONE)
        again = view.direction is Direction.OUTGOING
        text = translate("CallerCard", "Call again") if again else translate("CallerCard", "Call back")
        return Button(Action.CALL, text)
    if view.candidates:
        return _open_button(view)
    if has_number:
        return Button(Action.SEARCH, translate("CallerCard", "Search directory"))
    return Button(Action.NONE)


def _open_button(view: CardView) -> Button:
    index = chosen_index(view)
    if view.match is MatchKind.POSSIBLE:
        text = translate("CallerCard", "Open possible match")
    elif index is None:
        text = translate("CallerCard", "Open first record")
    else:
        text = translate("CallerCard", "Open record")
    if view.candidates[index or 0].has_page:
        return Button(Action.OPEN, text)
    hint = translate("CallerCard", "No page is set up for this table")
    return Button(Action.OPEN, text, enabled=False, hint=hint)


def _second(view: CardView, primary: Button, *, has_number: bool) -> Action:
    """What the icon button next to copy does: the other one of calling and opening."""
    if primary.action is Action.CALL:
        return Action.OPEN if view.candidates and view.candidates[chosen_index(view) or 0].has_page else Action.NONE
    return Action.CALL if has_number else Action.NONE
