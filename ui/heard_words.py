"""What a phone said, or why it was not heard, in plain words for who connects it."""

from __future__ import annotations

from tray.calls.model import CallState, Direction
from tray.telephony.heard import Arrival, Remark, Trouble, door_of
from ui.formats import clean_text, translate

_MOST = 60


def arrival_words(arrival: Arrival) -> str:
    """The event, and below it what came with it."""
    fact = arrival.fact
    number = arrival.number_text
    if arrival.withheld:
        number = translate("HeardWords", "Number withheld")
    told = (
        (translate("HeardWords", "Number: {0}"), number),
        (translate("HeardWords", "Name: {0}"), fact.name or ""),
        (translate("HeardWords", "Line: {0}"), fact.line or ""),
        (translate("HeardWords", "Heard from: {0}"), _source_words(fact.source)),
    )
    parts = [words.format(clean_text(value, _MOST)) for words, value in told if value]
    return f"{_event_words(arrival)}\n{', '.join(parts)}"


def missing_words(arrival: Arrival) -> str:
    """What did not come with it, and what can be done about it; "" where nothing is missing."""
    problems = []
    if arrival.unfilled:
        fields = ", ".join(clean_text(field, 20) for field in arrival.unfilled)
        problems.append(
            translate(
                "HeardWords", "The phone did not put anything in the place of its placeholder: {0}. Compare the line."
            ).format(fields)
        )
    elif not arrival.fact.number and arrival.fact.state is not CallState.ENDED:
        problems.append(translate("HeardWords", "The number came empty. Compare the line with the one above."))
    if arrival.fact.direction is None:
        problems.append(translate("HeardWords", "It does not say whether the call comes in or goes out."))
    return " ".join(problems)


def trouble_words(remark: Remark) -> str:
    """Why a report was not taken, and what to do."""
    words = {
        Trouble.ADDRESS: translate(
            "HeardWords", "A phone reported from {0}, which is not in the list of allowed addresses. Add it there."
        ),
        Trouble.WEB_PAGE_OR_HOST: translate(
            "HeardWords", "A report came to another address than this computer's, or from a web page. Compare the line."
        ),
        Trouble.NO_KEY: translate("HeardWords", "A report came without a token. Copy the line again, to its end."),
        Trouble.WRONG_KEY: translate("HeardWords", "A report came with a wrong token. Copy the line again."),
        Trouble.PLACE: translate("HeardWords", "A report came to an address that does not exist. Copy the line again."),
        Trouble.METHOD: translate("HeardWords", "A report came in a way that is not taken. The phone must use GET."),
        Trouble.RATE: translate("HeardWords", "There were too many reports at once. Wait a moment and try again."),
        Trouble.FIELD: translate("HeardWords", "A report could not be read because of its field {0}."),
        Trouble.NOT_HTTP: translate("HeardWords", "Something came that is not a web address being opened."),
        Trouble.PLACEHOLDER: translate("HeardWords", "A placeholder came as it is: {0}."),
    }
    return words[remark.trouble].format(clean_text(remark.field or remark.client, _MOST))


def _source_words(source: str) -> str:
    """What a source is for the user; those that are named like their product say so themselves."""
    words = {
        "receiver": translate("HeardWords", "a phone program"),
        "lan": translate("HeardWords", "a desk phone"),
        "tapi": translate("HeardWords", "Windows telephony"),
    }
    door = door_of(source)
    return words.get(door, door)


def _event_words(arrival: Arrival) -> str:
    fact = arrival.fact
    if fact.state in {CallState.OFFERED, CallState.RINGING} and fact.direction is not Direction.OUTGOING:
        return translate("HeardWords", "A call comes in.")
    words = {
        CallState.OFFERED: translate("HeardWords", "A number is dialled."),
        CallState.DIALING: translate("HeardWords", "A number is dialled."),
        CallState.RINGING: translate("HeardWords", "It rings at the other side."),
        CallState.CONNECTED: translate("HeardWords", "A call is connected."),
        CallState.HELD: translate("HeardWords", "A call is on hold."),
        CallState.ENDED: translate("HeardWords", "A call is over."),
    }
    return words[fact.state]
