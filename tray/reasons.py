"""The reasons of the rules in the user's words. What is stored and printed as JSON keeps the words of the rules.

A reason that is not known here, such as one that an older version stored, is shown as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KINDS = {
    "incoming": "incoming calls",
    "outgoing": "outgoing calls",
    "missed_incoming": "missed calls",
    "unaccepted_outgoing": "outgoing calls that nobody answered",
}
_TEMPLATE = f"(?P<kind>{'|'.join(_KINDS)})_template"
_AT_ANSWER = "your setup closes the card when a call is answered"
_WORDS = {
    r"open_mask_on=Call": "your setup opens the card when a call comes in",
    r"open_mask_on=Connected": "your setup opens the card when a call is answered",
    r"(?P<rest>.+), (?P<n>\d+) s after the first fact": "{rest}, {n} s after the call came in",
    r"open_outgoing_mask_on=Always": "your setup opens the card of every outgoing call",
    r"dialled through CTI Tray": "you dialled with CTI Tray",
    r"open_outgoing_mask_on=User and not dialled through CTI Tray": (
        "your setup opens the card only for calls that you dial with CTI Tray"
    ),
    r"open_mask_on=Connected and never answered": (
        "your setup opens the card when a call is answered, and this one was not"
    ),
    r"close_mask_on=Connected and answered before the card opened": (
        f"{_AT_ANSWER}, and this one was answered before the card opened"
    ),
    r"close_mask_on=Connected and already answered": f"{_AT_ANSWER}, and this one was answered already",
    r"close_mask_on=Connected": _AT_ANSWER,
    r"ended before the card (was due|could open)": "the call ended before the card was to open",
    r"answered by another or forwarded: closes after 5 s": (
        "the call was answered by another or forwarded; such a card closes after 5 s"
    ),
    r"dismissed by the user": "you closed the card",
    r"more than (?P<n>\d+) ended cards": "more than {n} cards of ended calls were on the screen",
    r"the same call as .*": "the call turned out to be the same as another",
    r"do not disturb": "do not disturb is on",
    r"no card: .*": "there was no card",
    r"outgoing call: the page is a button on the card": "for an outgoing call it is a button on the card",
    r"auto_open_master_data=true": "your setup opens it by itself",
    r"auto_open_master_data=true, remembered choice": (
        "your setup opens it by itself, and you chose this record for the number before"
    ),
    r"auto_open_master_data=false": "your setup does not open it by itself",
    r"chosen by the user": "you chose the record",
    r"number withheld: not looked up": "the number was withheld",
    r"no matching row has a card page": "no page is set up for this table",
    r"(?P<n>\d+) records have this number, none was chosen yet": "{n} records have this number, and none was chosen",
    r"no source reported how the call ended": "no phone reported how the call ended",
    r"answered by another or forwarded": "the call was answered by another or forwarded",
    r"CRM is not active on the user setup card": "CRM is not active on your setup card",
    rf"user {_TEMPLATE}": "your setup card has a template for {kind}",
    rf"module {_TEMPLATE}": "the module setup has a template for {kind}",
    rf"{_TEMPLATE} is blank on the user setup card and in the module setup": (
        "the template for {kind} is blank on your setup card and in the module setup"
    ),
    r"(?P<rest>.+); the tray ended during the call": "{rest}; CTI Tray ended during the call",
    r"the tray ended during the call(?P<end>.*)": "CTI Tray ended during the call{end}",
}
_KNOWN = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _WORDS.items())


@lru_cache(maxsize=512)
def in_words(reason: str) -> str:
    """A reason as the user reads it; a text that no rule gives stays as it is."""
    for pattern, words in _KNOWN:
        found = pattern.fullmatch(reason)
        if found is not None:
            parts = found.groupdict()
            if "rest" in parts:
                parts["rest"] = in_words(parts["rest"])
            if "kind" in parts:
                parts["kind"] = _KINDS[parts["kind"]]
            return words.format(**parts)
    return reason
