"""The recipes of desk phones, which open an address of this computer over the network, and of the FRITZ!Box.

The variables are those of the makers' administration guides.
"""

from __future__ import annotations

from tray.telephony.recipe import Line, Product, Recipe, Way
from tray.texts import translate

_ADDRESS = "http://COMPUTER:PORT/v1/call/"
_PLAIN = translate("Recipes", "The address goes unencrypted through your network; its token can only report calls.")
_HOST_STAYS = translate("Recipes", "This computer should keep its address in the network, or the phone loses it.")
_OPEN = translate("Recipes", "Open the phone's own page in a browser, at the address that its display shows.")
_SAVE = translate("Recipes", "Paste each address at its event and save.")


def _lines(query: str, *events: tuple[str, str]) -> tuple[Line, ...]:
    return tuple(Line(where, f"{_ADDRESS}{event}?{query}&token=TOKEN") for where, event in events)


YEALINK = Recipe(
    Product.YEALINK,
    "Yealink",
    Way.LAN,
    (_OPEN, translate("Recipes", "Choose Features, Action URL."), _SAVE),
    _lines(
        "number=$remote&name=$display_remote&call_id=$call_id&line=$active_user",
        ("Incoming Call", "incoming"),
        ("Outgoing Call", "outgoing"),
        ("Established", "connected"),
        ("Hold", "hold"),
        ("UnHold", "unhold"),
        ("Missed Call", "missed"),
        ("Terminated", "end"),
    ),
    (translate("Recipes", "It does not report that a colleague took the call."), _PLAIN, _HOST_STAYS),
    "desk-phones",
)

SNOM = Recipe(
    Product.SNOM,
    "Snom",
    Way.LAN,
    (_OPEN, translate("Recipes", "Choose Setup, Action URL Settings."), _SAVE),
    _lines(
        "number=$remote&name=$display_remote&call_id=$call-id",
        ("Incoming Call", "incoming"),
        ("Outgoing Call", "outgoing"),
        ("On Connected", "connected"),
        ("Missed Call", "missed"),
        ("On Disconnected", "end"),
    ),
    (
        translate("Recipes", "Not every variable is filled in for every event; the call is found by its identifier."),
        _PLAIN,
        _HOST_STAYS,
    ),
    "desk-phones",
)

GRANDSTREAM = Recipe(
    Product.GRANDSTREAM,
    "Grandstream",
    Way.LAN,
    (_OPEN, translate("Recipes", "Choose Settings, Outbound Notification, Action URL."), _SAVE),
    _lines(
        "number=$remote&name=$display_remote&line=$active_user",
        ("Incoming Call", "incoming"),
        ("Outgoing Call", "outgoing"),
        ("Established Call", "connected"),
        ("Hold Call", "hold"),
        ("UnHold Call", "unhold"),
        ("Missed Call", "missed"),
        ("Terminated Call", "end"),
    ),
    (
        translate("Recipes", "Its guide shows addresses without http://. Leave that out where it is not accepted."),
        translate(
            "Recipes", "It gives calls no identifier, so two calls with one number at once are told apart badly."
        ),
        _PLAIN,
        _HOST_STAYS,
    ),
    "desk-phones",
)

MITEL = Recipe(
    Product.MITEL,
    "Mitel, Aastra",
    Way.LAN,
    (_OPEN, translate("Recipes", "Choose Advanced Settings, Action URI."), _SAVE),
    (
        *_lines(
            "number=$$REMOTENUMBER$$&name=$$INCOMINGNAME$$", ("Incoming Call", "incoming"), ("Connected", "connected")
        ),
        *_lines("number=$$REMOTENUMBER$$", ("Outgoing Call", "outgoing")),
        Line("Disconnected", f"{_ADDRESS}end?token=TOKEN"),
    ),
    (
        translate("Recipes", "An address may have 128 characters at most."),
        translate("Recipes", "It does not say which call ended: of two calls at once, one may stay open."),
        _PLAIN,
        _HOST_STAYS,
    ),
    "desk-phones",
)

FRITZBOX = Recipe(
    Product.FRITZBOX,
    "FRITZ!Box",
    Way.LISTENED_TO,
    (
        translate("Recipes", "Dial the first line once on a phone at the box: it switches the call monitor on."),
        translate("Recipes", "Put the other lines into config.toml of CTI Tray."),
        translate("Recipes", "Quit CTI Tray and start it again."),
    ),
    (
        Line("Dial", "#96*5*"),
        Line("config.toml", '[sources.fritzbox]\nenabled = true\naddress = "fritz.box:1012"'),
    ),
    (translate("Recipes", "It reports the calls of all phones at the box, without names and without hold."),),
    "fritzbox",
)

DESK_PHONES = (YEALINK, SNOM, GRANDSTREAM, MITEL, FRITZBOX)
