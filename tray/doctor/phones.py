"""The phones: what the running tray says of each source, and without one whether it would be reached.

Every source has its words here. What to do about a state goes into `ADVICE`; how to look at it while no tray runs, into
`LOOKS`. A source that is not named is shown with what it says of itself.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Iterable, Mapping

from tray.commands.words import counted
from tray.doctor.model import Area, Check, Finding, Level, Part, Scene, word
from tray.doctor.probing import Answer, is_free, knock
from tray.errors import CtiError, DataDamaged
from tray.telephony.address import read_address
from tray.telephony.base import SourceState
from tray.telephony.receiver_file import load_keys

_PORT_ADVICE = (
    "End that program, or choose a port under [sources.receiver] in config.toml. Then set your phones up with what "
    "cti-tray receiver prints."
)
_BARESIP = "Start baresip with its module ctrl_tcp at the address under [sources.baresip] in config.toml."
_FRITZBOX = "Dial #96*5* once on a phone at the box, and check the address under [sources.fritzbox] in config.toml."
_TEAMS = "Start Teams, and switch on Settings > Privacy > Third-party app API > Manage API there."
_TAPI = "Start the Windows service Telephony, and install the TAPI driver (TSP) of your phone system."
_LAN = "Check the address, the port and the list of allowed phones under [sources.lan] in config.toml."

_FIREWALL = "Where a phone is not heard, let the firewall of this computer pass that port, and compare its address."
_LINE = "Check the telephone, and its driver under Phone and Modem in the Control Panel."
_LINE_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}")
"""What TAPI gives as a permanent id. A line without one has its name instead."""

ADVICE: Mapping[tuple[str, SourceState], str] = {
    ("receiver", SourceState.ERROR): _PORT_ADVICE,
    ("baresip", SourceState.WAITING): _BARESIP,
    ("baresip", SourceState.ERROR): _BARESIP,
    ("fritzbox", SourceState.WAITING): _FRITZBOX,
    ("fritzbox", SourceState.ERROR): _FRITZBOX,
    ("teams", SourceState.WAITING): _TEAMS,
    ("teams", SourceState.ERROR): _TEAMS,
    ("tapi", SourceState.WAITING): _TAPI,
    ("tapi", SourceState.ERROR): _TAPI,
    ("lan", SourceState.WAITING): _LAN,
    ("lan", SourceState.ERROR): _LAN,
}
"""What to do about a source in a state, by its name."""

_LEVELS = {
    SourceState.OFF: Level.OK,
    SourceState.WAITING: Level.ATTENTION,
    SourceState.CONNECTED: Level.OK,
    SourceState.ERROR: Level.PROBLEM,
}
_UNASKED = {"teams", "tapi"}
"""Sources that are on without being asked for: that there is nothing to hear there needs no attention."""


def phones(scene: Scene) -> Iterable[Finding]:
    """One line for each source of the running tray."""
    sources = scene.status.get("sources") if scene.status is not None else None
    for source in sources if isinstance(sources, list) else []:
        if isinstance(source, Mapping):
            yield _told(scene, source)


def lines(scene: Scene) -> Iterable[Finding]:
    """One line of text for each telephony line of Windows: its name, and the permanent id by which to choose it.

    Numbers in names are taken out like all others; an id is of no use in parts, and no number of anybody.
    """
    told = scene.status.get("telephony_lines") if scene.status is not None else None
    for line in told if isinstance(told, list) else []:
        if isinstance(line, Mapping):
            yield _line(word(line, "name"), word(line, "line_id"), line)


def _line(name: str, line_id: str, line: Part) -> Finding:
    is_open, chosen = line.get("open") is True, line.get("chosen") is True
    used = "is listened to" if is_open else "does not open" if chosen else "is not chosen"
    text, versions = f'tapi: the line "{name}" {used}.', ""
    if _LINE_ID.fullmatch(line_id):
        text, versions = f"{text} Permanent id:", f" {line_id}"
    if chosen and not is_open:
        return Finding(Area.PHONES, Level.ATTENTION, text, _LINE, versions)
    return Finding(Area.PHONES, Level.OK, text, versions=versions)


def looked_at(look: Callable[[Scene], Finding]) -> Check:
    """A source while no tray runs."""

    def check(scene: Scene) -> Iterable[Finding]:
        if scene.status is None:
            yield look(scene)

    return check


def _told(scene: Scene, source: Part) -> Finding:
    """What the running tray says of a source."""
    name, said = word(source, "name"), word(source, "state")
    state = SourceState(said) if said in set(SourceState) else SourceState.ERROR
    level = _LEVELS[state]
    if state is SourceState.WAITING and name in _UNASKED and f"sources.{name}.enabled" not in scene.loaded.given:
        level = Level.OK
    if name == "receiver" and state is SourceState.CONNECTED:
        return _receiver_at_work(scene, source)
    heard = _reports(source) if state is SourceState.CONNECTED else ""
    if name == "lan" and state is SourceState.CONNECTED:
        text = f"lan: connected. {word(source, 'detail')} {_lan_settings(scene)}{heard}"
        return Finding(Area.PHONES, level, text, _FIREWALL)
    text = f"{name}: {said}. {word(source, 'detail')}{heard}".strip()
    return Finding(Area.PHONES, level, text, ADVICE.get((name, state), ""))


def _reports(source: Part) -> str:
    reports = source.get("reports")
    return f" Reports {', '.join(map(str, reports))}." if isinstance(reports, list) and reports else ""


def _receiver_at_work(scene: Scene, source: Part) -> Finding:
    """The receiver with its address; a problem where another program has the port that phones are set up with."""
    text = f"receiver: connected. {word(source, 'detail')}"
    keys = None
    with contextlib.suppress(DataDamaged):
        keys = load_keys(scene.folder)
    if keys is None:
        return Finding(Area.PHONES, Level.OK, text + _reports(source))
    if keys.port != keys.home_port:
        return Finding(Area.PHONES, Level.PROBLEM, text, _PORT_ADVICE)
    return Finding(Area.PHONES, Level.OK, f"{text} Phones report to http://127.0.0.1:{keys.port}.{_reports(source)}")


def _receiver(scene: Scene) -> Finding:
    chosen = scene.loaded.config.sources.receiver
    if not chosen.enabled:
        return _off("receiver")
    try:
        keys = load_keys(scene.folder)
    except DataDamaged as error:
        return Finding(Area.PHONES, Level.PROBLEM, f"receiver: {error.message}", str(error.hint))
    port = chosen.port or (keys.home_port if keys else 0)
    if not port:
        return Finding(Area.PHONES, Level.OK, "receiver: gets its address at the first start.")
    if is_free(port):
        return Finding(Area.PHONES, Level.OK, f"receiver: its port {port} is free.")
    return Finding(Area.PHONES, Level.PROBLEM, f"receiver: its port {port} is taken by another program.", _PORT_ADVICE)


def _lan(scene: Scene) -> Finding:
    chosen = scene.loaded.config.sources.lan
    if not chosen.enabled:
        return _off("lan")
    try:
        place = read_address(chosen.address, "sources.lan.address")
    except CtiError as error:
        return Finding(Area.PHONES, Level.PROBLEM, f"lan: {error.message}", str(error.hint))
    if not is_free(place.port, place.host.strip("[]")):
        return Finding(Area.PHONES, Level.PROBLEM, f"lan: nothing can listen at {place} of this computer now.", _LAN)
    if not chosen.allowed:
        return Finding(Area.PHONES, Level.ATTENTION, "lan: no phone may report, because none is named.", _LAN)
    return Finding(Area.PHONES, Level.OK, f"lan: its port {place.port} is free. {_lan_settings(scene)}", _FIREWALL)


def _lan_settings(scene: Scene) -> str:
    chosen = scene.loaded.config.sources.lan
    return f"Its address is {chosen.address}, with {counted(len(chosen.allowed), 'item')} in sources.lan.allowed."


def _baresip(scene: Scene) -> Finding:
    chosen = scene.loaded.config.sources.baresip
    return _reached(scene, "baresip", chosen.address, enabled=chosen.enabled)


def _fritzbox(scene: Scene) -> Finding:
    chosen = scene.loaded.config.sources.fritzbox
    return _reached(scene, "fritzbox", chosen.address, enabled=chosen.enabled)


def _teams(scene: Scene) -> Finding:
    chosen = scene.loaded.config.sources.teams
    return _reached(scene, "teams", chosen.address, enabled=chosen.enabled)


def _tapi(scene: Scene) -> Finding:
    if not scene.loaded.config.sources.tapi.enabled:
        return _off("tapi")
    problem = _tapi_problem()
    if problem:
        return Finding(Area.PHONES, Level.ATTENTION, f"tapi: {problem}", _TAPI)
    return Finding(Area.PHONES, Level.OK, _TAPI_THERE)


if sys.platform == "win32":
    import ctypes

    _TAPI_THERE = "tapi: Windows telephony is there."

    def _tapi_problem() -> str:
        try:
            ctypes.WinDLL("tapi32")
        except OSError:
            return "Windows telephony (tapi32.dll) cannot be loaded."
        return ""

else:
    _TAPI_THERE = "tapi: is there on Windows only."

    def _tapi_problem() -> str:
        return ""


def _reached(scene: Scene, name: str, address: str, *, enabled: bool) -> Finding:
    """Whether something answers where a source would connect to."""
    if not enabled:
        return _off(name)
    advice = ADVICE[name, SourceState.WAITING]
    try:
        place = read_address(address, f"sources.{name}.address")
    except CtiError as error:
        return Finding(Area.PHONES, Level.PROBLEM, f"{name}: {error.message}", str(error.hint))
    answer = knock(place.host, place.port)
    if answer is Answer.ANSWERS:
        return Finding(Area.PHONES, Level.OK, f"{name}: something answers at {place}.")
    unasked = name in _UNASKED and f"sources.{name}.enabled" not in scene.loaded.given
    text = f"{name}: {_NO_ANSWER[answer]} {place}."
    return Finding(Area.PHONES, Level.OK if unasked else Level.ATTENTION, text, advice)


_NO_ANSWER = {
    Answer.REFUSED: "nothing listens at",
    Answer.SILENT: "no answer in time from",
    Answer.UNKNOWN_HOST: "nobody knows the host of",
}


def _off(name: str) -> Finding:
    return Finding(Area.PHONES, Level.OK, f"{name}: switched off under [sources.{name}] in config.toml.")


LOOKS: Mapping[str, Callable[[Scene], Finding]] = {
    "receiver": _receiver,
    "lan": _lan,
    "tapi": _tapi,
    "teams": _teams,
    "baresip": _baresip,
    "fritzbox": _fritzbox,
}
"""How a source is looked at while no tray runs, by its name."""
