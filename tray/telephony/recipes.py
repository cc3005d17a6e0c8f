"""The recipes of every product: phone programs here, desk phones in a module of their own.

Sources: the products' public manuals and source code; what they leave open is said among a recipe's limits. A value
that a caller may choose stands behind `=` or `--`, so that one such as `--help` is never taken for an option.
"""

from __future__ import annotations

from tray.telephony.recipe import Line, Product, Recipe, Way
from tray.telephony.recipes_desk import DESK_PHONES
from tray.texts import translate

_ADDRESS = "http://127.0.0.1:PORT/v1/call/"
_INCOMING_ONLY = translate(
    "Recipes", "It reports incoming calls only, and not how they end: the call is over for CTI Tray after 3 minutes."
)
_NO_ID = translate(
    "Recipes", "It gives calls no identifier, so two calls with one number at once are told apart badly."
)
_QUOTES = translate(
    "Recipes", "Where a name arrives cut off at its first space, the program leaves out the quotes: leave --name out."
)

MICROSIP = Recipe(
    Product.MICROSIP,
    "MicroSIP",
    Way.PROGRAM,
    (
        translate("Recipes", "Close MicroSIP: it writes its file when it ends."),
        translate("Recipes", "Open %APPDATA%\\MicroSIP\\MicroSIP.ini in Notepad. Keep its encoding, UTF-16 LE."),
        translate("Recipes", "Put these lines into the part [Settings], in place of those with the same names."),
        translate("Recipes", "Save the file and start MicroSIP."),
    ),
    tuple(
        Line(name, f'{name}="PROGRAM" --event {event} --')
        for name, event in (
            ("cmdIncomingCall", "incoming"),
            ("cmdOutgoingCall", "outgoing"),
            ("cmdCallStart", "connected"),
            ("cmdCallBusy", "busy"),
            ("cmdCallEnd", "end"),
        )
    ),
    (
        translate("Recipes", "It reports the number, but no name, and neither hold nor why a call ended."),
        translate("Recipes", "A line may have 255 characters at most; only the program may stand in quotes."),
        _NO_ID,
    ),
    "microsip",
    one_file=True,
)

THREE_CX = Recipe(
    Product.THREE_CX,
    "3CX",
    Way.PROGRAM,
    (
        translate("Recipes", "Open the settings of the 3CX app for Windows and choose Integration."),
        translate("Recipes", "Let it run a program on incoming calls when they ring, with this path and parameters."),
        translate("Recipes", "Where it can only open a contact address, enter the address instead."),
    ),
    (
        Line("Path", "PROGRAM"),
        Line("Parameters", '--event incoming --number="%CallerNumber%" --name="%CallerDisplayName%"'),
        Line("URL", f"{_ADDRESS}incoming?number=%CallerNumber%&name=%CallerDisplayName%&token=TOKEN"),
    ),
    (
        _INCOMING_ONLY,
        translate("Recipes", "The address opens a page of the browser, which keeps the token in its history."),
        translate("Recipes", "The words in the settings differ between the versions of the app."),
    ),
    "app-3cx",
)

ZOIPER = Recipe(
    Product.ZOIPER,
    "Zoiper, COMfortel SoftPhone",
    Way.ADDRESS,
    (
        translate("Recipes", "Open Settings, Automation and add a rule for each line below."),
        translate("Recipes", "Choose the event that the call state changes, with the state and direction of the line."),
        translate("Recipes", "Choose the action REST API, so that no browser opens, and paste the address."),
    ),
    (
        Line("Ringing, incoming", f"{_ADDRESS}incoming?number={{phone}}&name={{name}}&line={{Account}}&token=TOKEN"),
        Line("Ringing, outgoing", f"{_ADDRESS}outgoing?number={{phone}}&name={{name}}&line={{Account}}&token=TOKEN"),
        Line("Connected", f"{_ADDRESS}connected?number={{phone}}&token=TOKEN"),
        Line("Ended", f"{_ADDRESS}end?number={{phone}}&token=TOKEN"),
    ),
    (
        translate("Recipes", "Programs of this family mark placeholders in different ways: compare with their help."),
        translate("Recipes", "Rules are part of the paid editions of some programs."),
        _NO_ID,
    ),
    "zoiper",
)

NFON = Recipe(
    Product.NFON,
    "NFON Softphone Pro",
    Way.ADDRESS,
    (
        translate("Recipes", "Open the settings, choose Action URLs and switch them on."),
        translate("Recipes", "Paste each address, activate it, and do not let it be shown in the browser."),
        translate("Recipes", "Choose Apply."),
    ),
    tuple(
        Line(where, f"{_ADDRESS}{event}?number=$RemoteParty&name=$RemoteAlias&call_id=$CallGUID&token=TOKEN")
        for where, event in (
            ("Incoming call", "incoming"),
            ("Outgoing call", "outgoing"),
            ("Connected call", "connected"),
            ("Hold call", "hold"),
            ("Hangup call", "end"),
        )
    ),
    (
        translate(
            "Recipes",
            "NFON does not publish its placeholders. Those shown are of a related program: compare with its help.",
        ),
        translate("Recipes", "It does not report that a call is taken off hold, nor why a call ended."),
    ),
    "other-softphones",
)

INNOVAPHONE = Recipe(
    Product.INNOVAPHONE,
    "innovaphone myPBX",
    Way.PROGRAM,
    (
        translate("Recipes", "Open the settings of myPBX and add an external application with this path."),
        translate("Recipes", "Enter the parameters and switch Start with call on."),
    ),
    (Line("Path", "PROGRAM"), Line("Parameters", '--event connected --direction incoming --number="$n" --name="$d"')),
    (
        translate("Recipes", "It reports calls when they are picked up, and neither their ringing nor their end."),
        translate("Recipes", "As nobody tells the end, the icon shows such a call until you start CTI Tray again."),
        translate("Recipes", "The TAPI driver of the telephone system reports more: prefer it where there is one."),
        _QUOTES,
    ),
    "other-softphones",
)

PROCALL = Recipe(
    Product.PROCALL,
    "estos ProCall",
    Way.PROGRAM,
    (
        translate("Recipes", "Open the settings of ProCall and add a user-defined action for each command line."),
        translate("Recipes", "Give each the application below, and the mode hidden."),
        translate("Recipes", "Under Actions, choose each of them for the event that its line names."),
    ),
    (
        Line("Application", "PROGRAM"),
        *(
            Line(where, f'--event {event} --number="<Call.NumberSC>" --name="<Call.ContactName>"')
            for where, event in (
                ("In case of an incoming call", "incoming"),
                ("In case of an outgoing call", "outgoing"),
                ("When call is answered", "connected"),
                ("At the end of a call", "end"),
            )
        ),
    ),
    (translate("Recipes", "It does not report hold, nor why a call ended."), _NO_ID),
    "other-softphones",
)

BARESIP = Recipe(
    Product.BARESIP,
    "baresip",
    Way.LISTENED_TO,
    (
        translate("Recipes", "Switch the control port on in baresip's own file config."),
        translate("Recipes", "Switch the source on in config.toml of CTI Tray."),
        translate("Recipes", "Start both again."),
    ),
    (
        Line("config", "module_app       ctrl_tcp.so\nctrl_tcp_listen  127.0.0.1:4444"),
        Line("config.toml", '[sources.baresip]\nenabled = true\naddress = "127.0.0.1:4444"'),
    ),
    (translate("Recipes", "It serves one listener at a time."),),
    "baresip",
)

TAPI = Recipe(
    Product.TAPI,
    "Windows telephony (TAPI)",
    Way.LISTENED_TO,
    (
        translate("Recipes", "Install the TAPI driver of your telephone system and choose your line in it."),
        translate("Recipes", "Where it offers lines of others too, name your own in config.toml."),
        translate("Recipes", "Quit CTI Tray and start it again."),
    ),
    (Line("config.toml", '[sources.tapi]\nenabled = true\nlines = ["My line"]'),),
    (translate("Recipes", "Names, and why a call ended, come only where the driver tells them."),),
    "connect-a-phone",
)

TEAMS = Recipe(
    Product.TEAMS,
    "Microsoft Teams",
    Way.LISTENED_TO,
    (
        translate("Recipes", "In Teams, open Settings, Privacy, Third-party app API, and switch the API on."),
        translate(
            "Recipes",
            "Type the line in a terminal: Teams then asks during your next call whether CTI Tray may connect. "
            "Choose Allow.",
        ),
        translate("Recipes", "For numbers, the administrator has to set the calling policy that opens an address."),
    ),
    (Line("Terminal", "cti-tray teams-pair"),),
    (
        translate("Recipes", "Teams itself says only that there is a call, not with whom, and nothing while it rings."),
        translate("Recipes", "With the calling policy the number comes, for incoming calls from telephones only."),
    ),
    "connect-a-phone",
)

RECIPES = (
    *(MICROSIP, THREE_CX, ZOIPER, NFON, INNOVAPHONE, PROCALL, BARESIP),
    *DESK_PHONES,
    *(TAPI, TEAMS),
)
"""In the order in which they are offered."""

RECIPE_OF = {recipe.product: recipe for recipe in RECIPES}
