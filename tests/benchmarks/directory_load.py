"""A process of its own that fills a directory for the benchmarks, so that its memory can be told from that of pytest.

`made FOLDER COUNT` writes ready-made numbers, as fast as the index takes them; `csv FOLDER COUNT` writes a CSV file and
imports it the way a user does. Prints one JSON object.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberReader
from tray.directory import store
from tray.directory.importer import import_csv
from tray.directory.index import Directory
from tray.directory.writer import TableSpec, TableWriter

COLUMNS = ("no", "name", "company", "phone", "city")
FIRST = ("Anna", "Bea", "Carl", "Daan", "Eva", "Finn", "Guus", "Hanna")
LAST = ("Jansen", "de Vries", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "de Groot", "Bos", "Vos")
AREAS = ("20", "30", "10", "70", "40")


def national_digits(place: int) -> str:
    """The number of record `place`, without its leading zero; no two records share one."""
    if place % 3 == 0:
        return f"6{10_000_000 + place * 7919 % 50_000_000:08d}"
    return f"{AREAS[place % 5]}{2_000_000 + place * 7919 % 5_000_000:07d}"


def rows(count: int) -> Iterator[tuple[str, ...]]:
    for place in range(count):
        name = f"{FIRST[place % len(FIRST)]} {LAST[place * 7 % len(LAST)]}"
        company = f"Company {place % 50_000}"
        yield f"CT{place:07d}", name, company, f"0{national_digits(place)}", "Utrecht"


def write_made(folder: Path, count: int) -> None:
    spec = TableSpec("Contact", COLUMNS, (3,), (1,), "NL/4", 0.0, "made")
    with Directory.open(folder) as directory:
        with store.transaction(directory.connection):
            writer = TableWriter(directory.connection, spec)
            for row in rows(count):
                digits = f"31{row[3][1:]}"
                writer.add(row[0], row, [(3, PhoneNumber(row[3], f"+{digits}", digits, complete=True))])
            writer.finish()
        store.checkpoint(directory.connection)


def import_rows(folder: Path, count: int) -> None:
    path = folder / "contacts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        file.writelines(",".join(row) + "\n" for row in rows(count))
    import_csv(folder, path, "Contact", NumberReader(), ("phone",), now=0.0)


def peak_bytes() -> int:
    """The most memory this process had so far."""
    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    how, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    NumberReader().warm_up()
    before = psutil.Process().memory_info().rss
    begun = time.perf_counter()
    (write_made if how == "made" else import_rows)(folder, count)
    seconds = time.perf_counter() - begun
    grown = max(0, peak_bytes() - before)
    sys.stdout.write(json.dumps({"seconds": seconds, "grown_mib": grown / 2**20}))


if __name__ == "__main__":
    main()
