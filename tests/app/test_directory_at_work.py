"""Loading the directory beside a running tray: the next call knows it, and whoever stops it keeps what was there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import DeskTray
from tests.display import wait_until

ROWS = 100_000
MAPPING = {"priority": 1, "table": "Customer", "card_page": "builtin", "phone_fields": ["phone"], "name_field": "name"}
PATIENCE_S = 60


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("csv") / "large.csv"
    with file.open("w", encoding="utf-8") as lines:
        lines.write("no,name,phone\n")
        lines.writelines(f"L{number},Large {number},+3120{5_000_000 + number}\n" for number in range(ROWS))
    return file


class Terminal:
    """A command in a terminal of its own, as somebody at the keyboard has it."""

    def __init__(self, tray: DeskTray, *arguments: str) -> None:
        self._master, slave = os.openpty()
        self._process = subprocess.Popen(
            ["setsid", "--ctty", "--wait", sys.executable, "-m", "tray.cli", *arguments],
            env=tray.environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
        )
        os.close(slave)
        self.shown = ""

    def read_until(self, pattern: str) -> None:
        """Read what appears until this is among it."""
        while not re.search(pattern, self.shown):
            part = self._read()
            assert part, f"{pattern!r} did not appear in {self.shown!r}"
            self.shown += part

    def press(self, key: bytes) -> None:
        os.write(self._master, key)

    def end(self) -> int:
        """Read the rest and give the exit code."""
        while part := self._read():
            self.shown += part
        os.close(self._master)
        return self._process.wait(PATIENCE_S)

    def _read(self) -> str:
        try:
            return os.read(self._master, 65536).decode("utf-8", "replace")
        except OSError:
            return ""


def name_of_next_call(tray: DeskTray, call_id: str, number: str) -> str:
    tray.report("missed", call_id=call_id, number=number)
    return str(tray.call(call_id)["name"])


def test_the_next_call_knows_what_was_imported(shared_tray: DeskTray) -> None:
    shared_tray.set_up({"mappings": [MAPPING]})
    assert name_of_next_call(shared_tray, "unknown", "+31205550101") == ""
    shared_tray.load("Customer", "no,name,phone\nC1,Adatum,020 555 0101\n")
    assert name_of_next_call(shared_tray, "known", "+31205550101") == "Adatum"
    shared_tray.load("Customer", "no,name,phone\nC1,Adatum Renamed,020 555 0101\n")
    assert name_of_next_call(shared_tray, "renamed", "+31205550101") == "Adatum Renamed"
    shared_tray.load("Customer", "no;name;mobile\nC1;By Mobile;020 555 0101\n")
    assert name_of_next_call(shared_tray, "other column", "+31205550101") == ""
    shared_tray.set_up({"mappings": [{**MAPPING, "phone_fields": ["phone", "mobile"]}]})
    wait_until(lambda: shared_tray.status()["directory"]["numbers"] == 1, what="the new field to be indexed")
    assert name_of_next_call(shared_tray, "new field", "+31205550101") == "By Mobile"


def test_control_c_leaves_the_old_data_and_a_full_import_shows_its_progress(
    shared_tray: DeskTray, large_file: Path
) -> None:
    shared_tray.set_up({"mappings": [MAPPING]})
    shared_tray.load("Customer", "no,name,phone\nC1,Adatum,020 555 0101\n")
    arguments = ("directory", "import", str(large_file), "--table", "Customer")
    interrupted = Terminal(shared_tray, *arguments)
    interrupted.read_until(r"Importing Customer \[#*\.+\] +\d+% [\d,]+ rows, \d+ s left")
    interrupted.press(b"\x03")
    assert interrupted.end() == 130
    assert "Traceback" not in interrupted.shown
    assert shared_tray.json("directory", "show")["numbers"] == 1
    assert name_of_next_call(shared_tray, "old data", "+31205550101") == "Adatum"
    complete = Terminal(shared_tray, *arguments)
    complete.read_until(r"100% ")
    assert complete.end() == 0
    assert "Customer: 100,000 records with 100,000 numbers." in complete.shown
    assert name_of_next_call(shared_tray, "new data", "+31205099999") == "Large 99999"
    leftovers = [path.name for path in shared_tray.folder.iterdir() if "import" in path.name and path.suffix != ".json"]
    assert leftovers == []
