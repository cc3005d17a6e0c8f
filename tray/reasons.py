"""The reasons of the rules in the user's words. What is stored and printed as JSON keeps the words of the rules.

A reason that is not known here, such as one that an older version stored, is shown as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tray.texts import translate

_KINDS = {
    "incoming": translate("Reasons", "incoming calls"),
    "outgoing": translate("Reasons", "outgoing calls"),
    "missed_incoming": translate("Reasons", "missed calls"),
    "unaccepted_outgoing": translate("Reasons", "outgoing calls that nobody answered"),
}
_TEMPLATE = f"(?P<kind>{'|'.join(_KINDS)})_template"
_WORDS = {
    r"open_mask_on=Call": translate("Reasons", "your setup opens the card when a call comes in"),
    r"open_mask_on=Connected": translate("Reasons", "your setup opens the card when a call is answered"),
    r"(?P<rest>.+), (?P<n>\d+) s after the first fact": translate("Reasons", "{rest}, {n} s after the call came in"),
    r"open_outgoing_mask_on=Always": translate("Reasons", "your setup opens the card of every outgoing call"),
    r"dialled through CTI Tray": translate("Reasons", "you dialled with CTI Tray"),
    r"open_outgoing_mask_on=User and not dialled through CTI Tray": translate(
        "Reasons", "your setup opens the card only for calls that you dial with CTI Tray"
    ),
    r"open_mask_on=Connected and never answered": translate(
        "Reasons", "your setup opens the card when a call is answered, and this one was not"
    ),
    r"close_mask_on=Connected and answered before the card opened": translate(
        "Reasons",
        "your setup closes the card when a call is answered, and this one was answered before the card opened",
    ),
    r"close_mask_on=Connected and already answered": translate(
        "Reasons", "your setup closes the card when a call is answered, and this one was answered already"
    ),
    r"close_mask_on=Connected": translate("Reasons", "your setup closes the card when a call is answered"),
    r"ended before the card (was due|could open)": translate("Reasons", "the call ended before the card was to open"),
    r"answered by another or forwarded: closes after 5 s": translate(
        "Reasons", "the call was answered by another or forwarded; such a card closes after 5 s"
    ),
    r"internal_calls=Never": translate("Reasons", "your setup opens no card for internal calls"),
    r"dismissed by the user": translate("Reasons", "you closed the card"),
    r"more than (?P<n>\d+) ended cards": translate("Reasons", "more than {n} cards of ended calls were on the screen"),
    r"the same call as .*": translate("Reasons", "the call turned out to be the same as another"),
    r"do not disturb": translate("Reasons", "do not disturb is on"),
    r"the licence has expired": translate("Reasons", "the licence has expired"),
    r"the product is not licensed": translate("Reasons", "the product is not licensed"),
    r"this user has no licence": translate("Reasons", "this user has no licence"),
    r"no card: .*": translate("Reasons", "there was no card"),
    r"outgoing call: the page is a button on the card": translate(
        "Reasons", "for an outgoing call it is a button on the card"
    ),
    r"auto_open_master_data=true": translate("Reasons", "your setup opens it by itself"),
    r"auto_open_master_data=true, remembered choice": translate(
        "Reasons", "your setup opens it by itself, and you chose this record for the number before"
    ),
    r"auto_open_master_data=false": translate("Reasons", "your setup does not open it by itself"),
    r"chosen by the user": translate("Reasons", "you chose the record"),
    r"number withheld: not looked up": translate("Reasons", "the number was withheld"),
    r"no record has this number": translate("Reasons", "no record has this number"),
    r"a possible match never opens by itself": translate("Reasons", "a possible match never opens by itself"),
    r"no matching row has a card page": translate("Reasons", "no page is set up for this table"),
    r"(?P<n>\d+) records have this number, none was chosen yet": translate(
        "Reasons", "{n} records have this number, and none was chosen"
    ),
    r"no source reported how the call ended": translate("Reasons", "no phone reported how the call ended"),
    r"answered by another or forwarded": translate("Reasons", "the call was answered by another or forwarded"),
    r"CRM is not active in the module setup": translate("Reasons", "CRM is not active in the module setup"),
    r"CRM is not active on the user setup card": translate("Reasons", "CRM is not active on your setup card"),
    rf"user {_TEMPLATE}": translate("Reasons", "your setup card has a template for {kind}"),
    rf"module {_TEMPLATE}": translate("Reasons", "the module setup has a template for {kind}"),
    rf"{_TEMPLATE} is blank on the user setup card and in the module setup": translate(
        "Reasons", "the template for {kind} is blank on your setup card and in the module setup"
    ),
    r"(?P<rest>.+); the tray ended during the call": translate("Reasons", "{rest}; CTI Tray ended during the call"),
    r"the tray ended during the call": translate("Reasons", "CTI Tray ended during the call"),
    r"the tray ended during the call, before it was connected": translate(
        "Reasons", "CTI Tray ended during the call, before it was connected"
    ),
    r"the tray ended during the call; no activity was due": translate(
        "Reasons", "CTI Tray ended during the call; no activity was due"
    ),
}
_KNOWN = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _WORDS.items())


@lru_cache(maxsize=512)
def in_words(reason: str) -> str:
    """A reason as the user reads it, to be translated; a text that no rule gives stays as it is."""
    for pattern, words in _KNOWN:
        found = pattern.fullmatch(reason)
        if found is not None:
            parts: dict[str, str] = found.groupdict()
            if "rest" in parts:
                parts["rest"] = in_words(parts["rest"])
            if "kind" in parts:
                parts["kind"] = _KINDS[parts["kind"]]
            return words.format(**parts) if parts else words
    return reason
