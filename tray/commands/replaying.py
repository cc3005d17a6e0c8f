"""`cti-tray replay`: play scenario files and print every decision, without user interface, network or stored state."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tray.calls.replay import play
from tray.calls.scenario import Scenario, read_scenario
from tray.calls.settings import SettingError
from tray.commands.output import Exit, complain, say_json
from tray.directory.loader import directory_of
from tray.errors import InvalidInput

MOST_BYTES = 64 * 1024 * 1024


def replay(options: Namespace) -> int:
    """Play each file; a bad one is one line on stderr."""
    result = Exit.DONE
    for name in options.files:
        try:
            scenario = _read(Path(name))
        except (SettingError, InvalidInput) as error:
            complain(f"{name}: {error}")
            result = Exit.BAD_INPUT
            continue
        for decision in play(scenario, directory_of):
            data = decision.to_data()
            say_json({"file": name, **data} if len(options.files) > 1 else data, indent=None)
    return result


def _read(path: Path) -> Scenario:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise InvalidInput(f"is larger than {MOST_BYTES // 1024 // 1024} MiB.")
        return read_scenario(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidInput("is not a UTF-8 text.") from None
    except OSError as error:
        raise InvalidInput(f"cannot be read: {error.strerror or error}.") from None
