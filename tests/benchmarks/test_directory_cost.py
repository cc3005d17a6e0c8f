"""What the directory costs with 1,000,000 numbers loaded, against phonenumbers alone in the same run.

The database is made once and kept in `.artifacts`. `CTI_TRAY_BENCHMARK_ROWS=1000000` imports that many CSV rows where
otherwise a sample shows rows per second and memory.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import phonenumbers
import pytest

from tray.calls.matching import Match, MatchKind, find_match
from tray.calls.numbers import NumberReader
from tray.calls.settings import MappingRow
from tray.directory.index import Directory

NUMBERS = 1_000_000
IMPORTED_ROWS = int(os.environ.get("CTI_TRAY_BENCHMARK_ROWS", "50000"))
LOOKUPS = 5_000
ROWS = (MappingRow(1, "Customer"), MappingRow(2, "Contact"))
ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".artifacts" / "benchmarks" / f"directory-{NUMBERS}-v1"
LOADER = Path(__file__).with_name("directory_load.py")

pytestmark = pytest.mark.benchmark


def load(how: str, folder: Path, count: int) -> dict[str, float]:
    command = [sys.executable, str(LOADER), how, str(folder), str(count)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    result: dict[str, float] = json.loads(ended.stdout)
    return result


@pytest.fixture(scope="module")
def million() -> Path:
    """The folder of a directory with `NUMBERS` numbers."""
    if not KEPT.exists():
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=KEPT.parent) as temporary:
            folder = Path(temporary) / "made"
            folder.mkdir()
            load("made", folder, NUMBERS)
            shutil.move(folder, KEPT)
    return KEPT


def some_numbers(folder: Path) -> dict[str, list[str]]:
    """Numbers as phones report them, most of them of records chosen by chance."""
    chance = random.Random(4)
    query = "SELECT field_values FROM record WHERE id = ?"
    with Directory.open(folder) as directory:
        places = [(chance.randint(1, NUMBERS),) for _ in range(LOOKUPS)]
        national = [json.loads(directory.connection.execute(query, place).fetchone()[0])[3] for place in places]
    return {
        "national, found": national,
        "international, found": [f"+31{text[1:]}" for text in national],
        "not found": [f"+49309{chance.randrange(10_000_000):07d}" for _ in national],
        "last 7 digits only": [text[-7:] for text in national],
    }


def microseconds(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """What `work` took for each text, in microseconds of this thread: other programs on the machine do not count."""
    times = []
    for text in texts:
        begun = time.thread_time_ns()
        work(text)
        times.append((time.thread_time_ns() - begun) / 1000)
    return times


def table(title: str, lines: Sequence[str]) -> str:
    return "\n".join(["", title, "-" * len(title), *lines, ""])


@pytest.mark.timeout(600)
def test_a_lookup_among_a_million_numbers(million: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kinds = some_numbers(million)
    reader = NumberReader()
    reader.warm_up()

    def alone(text: str) -> bool:
        try:
            return phonenumbers.is_valid_number(phonenumbers.parse(text, "NL"))
        except phonenumbers.NumberParseException:
            return False

    begun = time.perf_counter()
    with Directory.open(million) as directory:
        find = directory.find(reader.read("+31205550101"), 8)
        first_ms = (time.perf_counter() - begun) * 1000
        assert directory.counts().numbers == NUMBERS
        assert isinstance(find, Sequence)

        def look_up(text: str) -> Match:
            return find_match(reader.read_reported(text), ROWS, directory)

        lines = [f"{'':22}{'mean us':>9}{'p99 us':>9}{'of phonenumbers alone':>24}"]
        everything: list[float] = []
        for kind, texts in kinds.items():
            assert (look_up(texts[0]).kind is MatchKind.NONE) == (kind == "not found")
            bare = statistics.fmean(microseconds(alone, texts))
            spent = microseconds(look_up, texts)
            everything += spent
            lines.append(line(kind, spent, bare))
        bare = statistics.fmean(microseconds(alone, [texts[0] for texts in kinds.values()] * 1000))
        lines.append(line("all (150 / 300)", everything, bare))
        lines.append(f"open and first lookup {first_ms:8.2f} ms")
        typed = microseconds(
            lambda text: directory.search(text, 10, "NL"), ["jan", "de vries", "company 7", "020"] * 50
        )
        lines.append(f"search while typing   {statistics.fmean(typed) / 1000:8.2f} ms")
    with capsys.disabled():
        sys.stdout.write(table(f"Number read and looked up among {NUMBERS:,}", lines))


def line(kind: str, spent: Sequence[float], bare: float) -> str:
    mean = statistics.fmean(spent)
    p99 = statistics.quantiles(spent, n=100)[98]
    return f"{kind:22}{mean:9.1f}{p99:9.1f}{mean / bare:23.2f}x"


@pytest.mark.timeout(600)
def test_an_import_and_its_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = load("csv", tmp_path, IMPORTED_ROWS)
    with Directory.open(tmp_path) as directory:
        assert directory.counts().records == IMPORTED_ROWS
    size = (tmp_path / "directory.db").stat().st_size / 2**20
    lines = [
        f"rows a second         {IMPORTED_ROWS / result['seconds']:10,.0f}",
        f"memory above idle     {result['grown_mib']:10.1f} MiB (200)",
        f"database              {size:10.1f} MiB",
    ]
    with capsys.disabled():
        sys.stdout.write(table(f"CSV import of {IMPORTED_ROWS:,} rows", lines))
    assert result["grown_mib"] < 200
