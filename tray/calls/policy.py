"""The rules of the card, the page and the activity, as pure functions of a call and the setup at its first fact.

Nothing here remembers anything: what was already shown or said is the engine's business. Each function answers with
the reason, because the reason is part of the decision.
"""

from __future__ import annotations

from dataclasses import dataclass

from tray.calls.matching import Candidate, Match, MatchKind
from tray.calls.model import Call, CallState, Cause, Direction, Origin, Outcome
from tray.calls.settings import CloseMaskOn, InternalCalls, OpenMaskOn, OpenOutgoingMaskOn, Setup, UserSettings
from tray.calls.timers import later

ELSEWHERE_CLOSES_AFTER_S = 5.0


@dataclass(frozen=True, slots=True)
class Due:
    """The card opens at `at` (monotonic seconds), unless something happens before."""

    at: float
    reason: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """Only a later fact can tell whether the card opens."""


@dataclass(frozen=True, slots=True)
class Never:
    """The card does not open any more."""

    reason: str


Plan = Due | Undecided | Never


def plan_card(call: Call, setup: Setup) -> Plan:
    """Whether and when the card of a call opens that was neither shown nor dismissed."""
    if setup.silence:
        return Never(setup.silence)
    outgoing = call.direction is Direction.OUTGOING
    if outgoing and not _always(setup.user) and call.origin is not Origin.USER:
        return Never("open_outgoing_mask_on=User and not dialled through CTI Tray")
    if call.party.number.internal and setup.user.internal_calls is InternalCalls.NEVER:
        # A transfer or a late caller id may still make it a call with somebody outside.
        return Never("internal_calls=Never") if call.state is CallState.ENDED else Undecided()
    plan = _plan_outgoing(call, setup.user) if outgoing else _plan_incoming(call, setup.user)
    return Undecided() if isinstance(plan, Due) and call.ending is not None else plan


def closes_at_answer(user: UserSettings) -> bool:
    """Whether a card that is open at the first answer closes then."""
    return user.close_mask_on is CloseMaskOn.CONNECTED


def closes_after_end(call: Call) -> float | None:
    """How many seconds after the end the card of this call closes by itself; None when it stays."""
    if call.outcome is not Outcome.ANSWERED_ELSEWHERE:
        return None
    return ELSEWHERE_CLOSES_AFTER_S


def may_open_page(call: Call, match: Match, user: UserSettings) -> str:
    """Why the master-data page may not open by itself with the card; "" when it may."""
    if call.direction is Direction.OUTGOING:
        return "outgoing call: the page is a button on the card"
    if not user.auto_open_master_data:
        return "auto_open_master_data=false"
    problems = {
        MatchKind.WITHHELD: "number withheld: not looked up",
        MatchKind.NONE: "no record has this number",
        MatchKind.POSSIBLE: "a possible match never opens by itself",
    }
    if match.kind in problems:
        return problems[match.kind]
    return "" if match.page_candidates else "no matching row has a card page"


def choices(match: Match) -> tuple[Candidate, ...]:
    """The records among which the user chooses on the card."""
    if len(match.candidates) <= 1 < len(match.page_candidates):
        return match.page_candidates
    return match.candidates


def activity_record(match: Match, chosen: Candidate | None) -> tuple[str | None, str | None]:
    """Table and number that the journal and an activity name: only for an exact match or for a choice."""
    if chosen is not None:
        return chosen.record.table, chosen.record.no
    if match.kind is not MatchKind.EXACT:
        return None, None
    return match.table, match.candidates[0].record.no if len(match.candidates) == 1 else None


def choose_template(call: Call, setup: Setup) -> tuple[str, str]:
    """The interaction template code of an ended call and the reason for it; no code means no activity."""
    if call.cause is Cause.LOST and call.connected is None:
        return "", "no source reported how the call ended"
    outcome = call.outcome
    if outcome is None or outcome is Outcome.ANSWERED_ELSEWHERE:
        return "", "answered by another or forwarded"
    if not setup.module.crm_active:
        return "", "CRM is not active in the module setup"
    if not setup.user.crm_active:
        return "", "CRM is not active on the user setup card"
    field = f"{outcome.value}_template"
    if setup.user.template(outcome):
        return setup.user.template(outcome), f"user {field}"
    if setup.module.template(outcome):
        return setup.module.template(outcome), f"module {field}"
    return "", f"{field} is blank on the user setup card and in the module setup"


def _plan_incoming(call: Call, user: UserSettings) -> Plan:
    due = later(call.started, user.caller_card_delay)
    if user.open_mask_on is OpenMaskOn.CONNECTED:
        if call.connected is None:
            return Undecided() if call.ended is None else Never("open_mask_on=Connected and never answered")
        due = max(due, call.connected)
    elif user.close_mask_on is CloseMaskOn.CONNECTED and call.connected is not None:
        return Never("close_mask_on=Connected and answered before the card opened")
    if call.ended is not None and call.ended <= due:
        return Never("ended before the card was due")
    return Due(due, f"open_mask_on={user.open_mask_on.value}{_after_delay(user)}")


def _plan_outgoing(call: Call, user: UserSettings) -> Plan:
    if call.state is CallState.ENDED:
        return Never("ended before the card was due")
    if call.connected is not None and closes_at_answer(user):
        return Never("close_mask_on=Connected and already answered")
    reason = "open_outgoing_mask_on=Always" if _always(user) else "dialled through CTI Tray"
    return Due(call.started, reason)


def _always(user: UserSettings) -> bool:
    return user.open_outgoing_mask_on is OpenOutgoingMaskOn.ALWAYS


def _after_delay(user: UserSettings) -> str:
    return f", {user.caller_card_delay} s after the first fact" if user.caller_card_delay else ""
