"""What the windows ask for that needs the disk: recent calls, search, records, and the language to keep.

Everything here runs on one worker thread with connections of its own. It formats what it finds and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tray.activity.model import KeptCall
from tray.activity.reader import JournalReader
from tray.calls.matching import Record
from tray.calls.model import CallName
from tray.calls.numbers import NumberReader
from tray.calls.pages import WebClient, page_address
from tray.calls.settings import MappingRow, Setup
from tray.calls.trial import MappingTrial, try_mapping
from tray.calls.what_if import PastCourse, Today, compare
from tray.directory.index import Directory, DirectoryCounts
from tray.directory.loader import is_indexed, outdated_tables, reindex
from tray.errors import CtiError
from tray.interfaces import UserInterface
from tray.paths import JOURNAL_FILE, machine_folder
from tray.presenter import Presenter, found_view
from tray.texts import translate
from tray.views import CandidateView, ForetoldCall, HistoryRow, RecordView
from tray.worker import Worker

_CALLS_ON_RECORD = 10
_Answer = TypeVar("_Answer")


class Archive:
    """Answers from disk. Every public method returns at once; answers are given on the worker's thread.

    Args:
        folder: the data folder.
        presenter: formats what is found.
        reader: the number rules in force.
        ui: opens pages.
        failed: told about trouble with work that nobody waits for.
        refused: told why there is no answer to something that the user asked for.
    """

    def __init__(
        self,
        folder: Path,
        presenter: Presenter,
        reader: NumberReader,
        ui: UserInterface,
        failed: Callable[[Exception], None],
        refused: Callable[[Exception], None],
    ) -> None:
        self._folder = folder
        self._presenter = presenter
        self._reader = reader
        self._ui = ui
        self._failed = failed
        self._refused = refused
        self._worker = Worker("archive", failed, self._close)
        self._directory: Directory | None = None

    def stop(self) -> bool:
        """Answer what was asked, and end."""
        return self._worker.stop()

    def recent_calls(self, limit: int, answer: Callable[[tuple[HistoryRow, ...]], None]) -> None:
        """The newest calls of the journal."""

        def read() -> None:
            with self._journal() as journal:
                rows = journal.recent(limit)
            answer(tuple(self._presenter.history_row(row) for row in rows))

        self._do_for_user(read)

    def search(self, text: str, limit: int, answer: Callable[[tuple[CandidateView, ...]], None]) -> None:
        """Records by the beginning of a name or number."""

        def read() -> None:
            found = self._open_directory().search(text, limit, self._reader.rules.region)
            answer(tuple(found_view(each) for each in found))

        self._do_for_user(read)

    def work(self, job: Callable[[], None]) -> None:
        """Do something else that a window waits for."""
        self._do_for_user(job)

    def show_record(self, record: Record, name: str, number: str, call: str) -> None:
        """Open the built-in page of a record, with its last calls."""

        self._do_for_user(lambda: self._show_record(record, name, number, call))

    def open_record(self, table: str, no: str, rows: tuple[MappingRow, ...], web_client: WebClient) -> None:
        """Open the page of a record from search or Recent calls: the row's page, else the built-in one."""

        def read() -> None:
            record = self._open_directory().record(table, no)
            if record is None:
                raise CtiError(
                    translate("Directory", "The record {table} {no} is not in the directory any more.").format(
                        table=table, no=no
                    ),
                    hint=translate("Directory", "Import it again."),
                )
            row = next((row for row in rows if row.table == table and row.card_page), None)
            name = record.value(row.name_field if row else "name")
            values = {"no": no, "name": name, "number": "", "table": table}
            url = page_address(row.card_page, values, web_client) if row else None
            if url is None:
                self._show_record(record, name, "", "")
            else:
                self._ui.open_address(url)

        self._do_for_user(read)

    def choose_language(self, code: str) -> None:
        """Keep the language of the windows in config.toml, and show it."""

        def write() -> None:
            from tray.config_write import set_value  # its library takes long to load, and few ever need it

            set_value(self._folder, "ui.language", code, machine_folder())
            self._ui.choose_language(code)

        self._do_for_user(write)

    def refresh_directory(self, rows: tuple[MappingRow, ...], done: Callable[[DirectoryCounts], None]) -> None:
        """Index again what changed mapping rows or number rules ask for, then tell what is loaded."""

        def read() -> None:
            directory = self._open_directory()
            for table, fields in outdated_tables(directory.counts(), rows, self._reader.rules):
                reindex(self._folder, table, fields, self._reader)
            done(directory.counts())

        self._worker.do(read)

    def try_mapping(
        self,
        text: str,
        rows: Sequence[MappingRow],
        answer: Callable[[MappingTrial | CtiError], None],
        *,
        web_client: WebClient | None = None,
    ) -> None:
        """What an incoming call from a number would find and open by these rows; always answers, once."""

        def read() -> MappingTrial:
            with self._journal() as journal:
                today = self._today(journal, web_client)
            counts = self._open_directory().counts()
            return try_mapping(
                text,
                rows,
                today.reader,
                today.index,
                remembered=today.remembered,
                web_client=today.web_client,
                is_indexed=lambda row: is_indexed(counts, row, today.reader.rules),
            )

        self._do_and_answer(read, answer)

    def foretell(
        self,
        before: Setup,
        after: Setup,
        limit: int,
        answer: Callable[[tuple[ForetoldCall, ...] | CtiError], None],
        *,
        web_client: WebClient | None = None,
    ) -> None:
        """What the newest calls would bring under two setups, newest first; always answers, once."""

        def read() -> tuple[ForetoldCall, ...]:
            with self._journal() as journal:
                kept = journal.calls_for_replay(limit)
                today = self._today(journal, web_client)
            return tuple(
                self._presenter.foretold_call(call.row, compare(_course(call), before, after, today))
                for call in reversed(kept)
            )

        self._do_and_answer(read, answer)

    def _today(self, journal: JournalReader, web_client: WebClient | None) -> Today:
        """What a call that came now would meet; the number rules stay as they are at this moment."""
        reader = NumberReader(self._reader.rules)
        return Today(reader, self._open_directory(), journal.choices(), web_client or WebClient())

    def _show_record(self, record: Record, name: str, number: str, call: str) -> None:
        with self._journal() as journal:
            rows = journal.calls_of(record.table, record.no, _CALLS_ON_RECORD)
        calls = tuple(self._presenter.history_row(row) for row in rows)
        loaded = self._open_directory().counts().tables
        phones = frozenset(field for each in loaded if each.table == record.table for field in each.phone_fields)
        view = RecordView(call, record.table, record.no, name or record.no, number, record.fields, calls, phones)
        self._ui.show_record(view)

    def _do_for_user(self, job: Callable[[], None]) -> None:
        def work() -> None:
            try:
                job()
            except CtiError as error:
                self._refused(error)

        self._worker.do(work)

    def _do_and_answer(self, job: Callable[[], _Answer], answer: Callable[[_Answer | CtiError], None]) -> None:
        """Answer with what `job` gives or with why it cannot be done, also where nobody expected that."""

        def work() -> None:
            result: _Answer | CtiError
            try:
                result = job()
            except CtiError as error:
                result = error
            except Exception as error:  # noqa: BLE001 - who waits for an answer must get one
                self._failed(error)
                result = CtiError(
                    translate("Errors", "This could not be worked out."),
                    hint=translate("Errors", "The log of CTI Tray says why."),
                )
            answer(result)

        if not self._worker.do(work):
            answer(CtiError(translate("Errors", "CTI Tray is ending.")))

    def _journal(self) -> JournalReader:
        """Opened for each question, because a damaged journal is replaced by a new file while the tray runs."""
        return JournalReader(self._folder / JOURNAL_FILE)

    def _open_directory(self) -> Directory:
        if self._directory is None:
            self._directory = Directory.open(self._folder)
        return self._directory

    def _close(self) -> None:
        """Let go of the file; the next question opens it again."""
        directory, self._directory = self._directory, None
        if directory is not None:
            directory.close()


def _course(call: KeptCall) -> PastCourse:
    row = call.row
    return PastCourse(CallName(row.source, row.call_id), row.origin, row.number, call.facts)
