"""`cti-tray directory`: loading, showing and clearing the local directory. It needs no running tray."""

from __future__ import annotations

import contextlib
import time
from argparse import Namespace
from pathlib import Path

from tray.activity.model import iso
from tray.calls.numbers import NumberReader
from tray.commands.live import tell_tray
from tray.commands.offline import cached_setup
from tray.commands.output import Bar, Exit, complain, say, say_json, table
from tray.commands.setting import load_settings, open_setup
from tray.commands.words import counted
from tray.config import LoadedConfig
from tray.directory.fields import mapped_name_fields, mapped_phone_fields
from tray.directory.importer import ImportReport, Progress, import_csv
from tray.directory.index import Directory
from tray.errors import InvalidInput, Offline
from tray.paths import data_folder, prepare
from tray.setup.model import SetupSnapshot


def load(options: Namespace) -> int:
    """Load a CSV file as the new content of a table."""
    folder = data_folder()
    settings = load_settings(folder)
    setup = setup_or_cached(folder, settings)
    rows = setup.mappings.rows
    reader = NumberReader(setup.module.numbers(settings.config.numbers, settings.given))
    bar = Bar(f"Importing {options.table}")

    def progress(state: Progress) -> None:
        bar.show(state.bytes_done, state.bytes_total, f"{state.rows:,} rows")

    with contextlib.closing(bar):
        report = import_csv(
            folder,
            Path(options.file),
            options.table,
            reader,
            options.phone or mapped_phone_fields(rows, options.table),
            required_fields=options.phone,
            name_fields=mapped_name_fields(rows, options.table),
            now=time.time(),
            progress=progress,
        )
    _tell(report, options.file)
    if all(row.table != report.table for row in rows):
        say(f"No row of the business mapping uses the table {report.table!r} yet, so no page opens for it.")
    tell_tray(folder, "refresh")
    return Exit.DONE


def show(options: Namespace) -> int:
    """What is loaded."""
    with Directory.open(prepare(data_folder())) as directory:
        counts = directory.counts()
    if options.json:
        loaded = [
            {
                "table": each.table,
                "records": each.records,
                "numbers": each.numbers,
                "loaded": iso(each.loaded),
                "file": each.origin,
            }
            for each in counts.tables
        ]
        say_json({"records": counts.records, "numbers": counts.numbers, "tables": loaded})
        return Exit.DONE
    table(
        ("table", "records", "numbers", "loaded", "file"),
        ((each.table, each.records, each.numbers, iso(each.loaded), each.origin) for each in counts.tables),
    )
    return Exit.DONE


def clear(options: Namespace) -> int:
    """Remove a table."""
    folder = prepare(data_folder())
    with Directory.open(folder) as directory:
        if not directory.clear(options.table):
            raise InvalidInput(f"The directory has no table {options.table!r}.")
    say(f"The table {options.table!r} is no longer in the directory.")
    tell_tray(folder, "refresh")
    return Exit.DONE


def setup_or_cached(folder: Path, settings: LoadedConfig) -> SetupSnapshot:
    """The setup from the store, else what the tray kept of it, else the defaults; which of them is told on stderr."""
    try:
        with open_setup(folder, settings) as opened:
            return opened.snapshot()
    except Offline as error:
        cached = cached_setup(folder, settings.config.store.url)
        used = "mappings and number rules that were last known" if cached else "settings of this machine"
        complain(f"{error.message} The {used} are used.")
        return cached or SetupSnapshot()


def _tell(report: ImportReport, file: str) -> None:
    for problem in report.problems:
        say(f"{file}, line {problem.line}: {problem.text}")
    more = report.refused + report.unreadable_numbers - len(report.problems)
    if more > 0:
        say(f"{counted(more, 'more problem')} of this kind.")
    if report.notice is not None:
        say(str(report.notice))
    if report.missing_fields:
        say(f"The file has no column {', '.join(report.missing_fields)}.")
    refused = f", {counted(report.refused, 'row')} left out" if report.refused else ""
    unread = f", {counted(report.unreadable_numbers, 'number')} cannot be read" if report.unreadable_numbers else ""
    content = f"{counted(report.records, 'record')} with {counted(report.numbers, 'number')}{refused}{unread}"
    say(f"{report.table}: {content}.")
