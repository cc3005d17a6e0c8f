"""What the sign-in window shows for a status: how far things are, the words for it, and what can be done then.

Pure: the window paints what stands here, and every state can be checked without one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tray.identity.model import AttemptState, Keeping, Method, SignInStatus
from tray.setup.model import SignInState
from ui.colors import Tone
from ui.formats import translate
from ui.language import in_language


class Stage(Enum):
    """How far things are."""

    LOOKING = auto()
    NOT_CONFIGURED = auto()
    SIGNED_OUT = auto()
    STARTING = auto()
    BROWSER = auto()
    CODE = auto()
    DONE = auto()
    CANCELLED = auto()
    TIMED_OUT = auto()
    FAILED = auto()
    SIGNED_IN = auto()
    NEEDED = auto()


class Action(Enum):
    """What the user can do, in the order of the buttons from left to right."""

    SIGN_OUT = auto()
    USE_CODE = auto()
    USE_BROWSER = auto()
    USE_ANOTHER = auto()
    CANCEL = auto()
    CLOSE = auto()
    SIGN_IN = auto()
    SIGN_IN_AGAIN = auto()
    TRY_AGAIN = auto()


WAITING = frozenset({Stage.STARTING, Stage.BROWSER, Stage.CODE})
"""An attempt goes on, and closing the window gives it up."""
_ENDED = {
    AttemptState.DONE: Stage.DONE,
    AttemptState.CANCELLED: Stage.CANCELLED,
    AttemptState.TIMED_OUT: Stage.TIMED_OUT,
    AttemptState.FAILED: Stage.FAILED,
}
_STATES = {
    SignInState.SIGNED_OUT: Stage.SIGNED_OUT,
    SignInState.SIGNED_IN: Stage.SIGNED_IN,
    SignInState.SIGN_IN_NEEDED: Stage.NEEDED,
}
_ACTIONS = {
    Stage.LOOKING: (Action.CLOSE,),
    Stage.NOT_CONFIGURED: (Action.CLOSE,),
    Stage.SIGNED_OUT: (Action.USE_CODE, Action.SIGN_IN),
    Stage.STARTING: (Action.CANCEL,),
    Stage.BROWSER: (Action.USE_CODE, Action.CANCEL),
    Stage.CODE: (Action.USE_BROWSER, Action.CANCEL),
    Stage.DONE: (Action.CLOSE,),
    Stage.CANCELLED: (Action.CLOSE, Action.TRY_AGAIN),
    Stage.SIGNED_IN: (Action.SIGN_OUT, Action.USE_ANOTHER, Action.CLOSE),
    Stage.NEEDED: (Action.SIGN_OUT, Action.USE_CODE, Action.SIGN_IN_AGAIN),
}
_SHAPES = {
    Stage.NOT_CONFIGURED: ("notice", Tone.WARNING),
    Stage.DONE: ("check", Tone.POSITIVE),
    Stage.TIMED_OUT: ("notice", Tone.WARNING),
    Stage.FAILED: ("notice", Tone.DANGER),
    Stage.SIGNED_IN: ("check", Tone.POSITIVE),
    Stage.NEEDED: ("notice", Tone.WARNING),
    Stage.BROWSER: ("open", Tone.ACCENT),
}


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the window shows. `warning` is what the user should know although nothing has failed."""

    stage: Stage
    title: str
    text: str
    warning: str
    actions: tuple[Action, ...]
    icon: str = "person"
    tone: Tone = Tone.ACCENT
    has_account: bool = False


def stage_of(status: SignInStatus, past: int) -> Stage:
    """How far things are. Attempts up to the number `past` ended before, and nobody asks any more how."""
    attempt, state = status.attempt, status.sign_in.state
    if attempt is not None and not attempt.state.ended:
        if attempt.state is AttemptState.STARTING:
            return Stage.STARTING
        return Stage.BROWSER if attempt.method is Method.BROWSER else Stage.CODE
    if attempt is not None and attempt.number > past:
        stage = _ENDED[attempt.state]
        if stage is not Stage.DONE or state is SignInState.SIGNED_IN:
            return stage
    if not status.configured:
        return Stage.NOT_CONFIGURED if status.detail else Stage.LOOKING
    return _STATES[state]


def page_of(status: SignInStatus, past: int) -> Page:
    """What the window shows, in the language in force."""
    stage = stage_of(status, past)
    icon, tone = _SHAPES.get(stage, ("person", Tone.ACCENT))
    title, text = _words(stage, status)
    return Page(
        stage,
        title,
        text,
        _warning(stage, status),
        _actions(stage, status),
        icon,
        tone,
        has_account=status.account is not None and stage not in WAITING,
    )


def _actions(stage: Stage, status: SignInStatus) -> tuple[Action, ...]:
    if stage in _ACTIONS:
        return _ACTIONS[stage]
    by_code = status.attempt is not None and status.attempt.method is Method.DEVICE_CODE
    return (Action.USE_BROWSER if by_code else Action.USE_CODE, Action.CLOSE, Action.TRY_AGAIN)


def _warning(stage: Stage, status: SignInStatus) -> str:
    calm = stage in {Stage.DONE, Stage.SIGNED_IN, Stage.SIGNED_OUT}
    in_the_way = status.offline or status.keeping is not Keeping.KEPT
    return in_language(status.detail) if calm and in_the_way else ""


def _words(stage: Stage, status: SignInStatus) -> tuple[str, str]:
    """Title and text."""
    attempt = status.attempt
    problem = in_language(attempt.problem) if attempt else ""
    detail = in_language(status.detail)
    kept = status.sign_in.state is SignInState.SIGNED_IN
    stays = translate("SignIn", "Signed in as before") if kept else translate("SignIn", "Not signed in")
    moment = translate("SignIn", "One moment")
    signed_in = translate("SignIn", "You are signed in")
    return {
        Stage.LOOKING: (moment, translate("SignIn", "CTI Tray looks for the sign-in that it kept.")),
        Stage.NOT_CONFIGURED: (translate("SignIn", "Sign-in is not set up"), detail),
        Stage.SIGNED_OUT: (translate("SignIn", "Sign in to Microsoft"), _purpose()),
        Stage.STARTING: (moment, translate("SignIn", "The sign-in service is being asked.")),
        Stage.BROWSER: (
            translate("SignIn", "Finish in your browser"),
            translate("SignIn", "Sign in on the page that has opened there. This window goes on by itself."),
        ),
        Stage.CODE: (
            translate("SignIn", "Sign in with a code"),
            translate("SignIn", "Open this page on any device and enter the code. This window goes on by itself."),
        ),
        Stage.DONE: (signed_in, _lasting(status)),
        Stage.CANCELLED: (stays, problem),
        Stage.TIMED_OUT: (translate("SignIn", "The time is up"), problem),
        Stage.FAILED: (translate("SignIn", "Sign-in failed"), problem),
        Stage.SIGNED_IN: (signed_in, _lasting(status)),
        Stage.NEEDED: (translate("SignIn", "Sign-in needed"), _why(detail)),
    }[stage]


def _purpose() -> str:
    return translate(
        "SignIn",
        "CTI Tray then shows when you are in a Teams call, finds callers among your Outlook contacts, and works in "
        "Business Central in your name, where your organisation uses it. Caller cards open without it too.",
    )


def _why(detail: str) -> str:
    why = detail or translate("SignIn", "The sign-in to Microsoft has ended.")
    return " ".join((why, translate("SignIn", "Calls still come up.")))


def _lasting(status: SignInStatus) -> str:
    if status.keeping is not Keeping.KEPT:
        return ""
    return translate("SignIn", "CTI Tray stays signed in on this computer, also after a new start.")
