"""Reading a CSV file of unknown make, row by row, in bounded memory.

Files come from spreadsheet programs, business software and scripts: the encoding, the delimiter and the broken rows
have to be found out. A row that cannot be used is handed on as a problem with its line number; a file that cannot be
used is one error that names it. Nothing here knows the database.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from tray.calls.facts import clean_text, shorten
from tray.directory.csv_lines import BadLineError, EndlessRowError, Lines
from tray.errors import InvalidInput

NO_COLUMNS = ("no", "no.", "nr", "nr.")
"""How the column with the record number may be called, the first that is there counts; upper or lower case."""

MAX_NO = 64
MAX_COLUMN_NAME = 64
MAX_COLUMNS = 200
MAX_VALUE = 4000

_DELIMITERS = ",;\t"
_CHUNK = 1 << 18
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UNDECODED = re.compile("[\ud800-\udfff]")
_SAVE_HINT = "Save it as CSV (UTF-8), with comma, semicolon or tab between the columns, and try again."


@dataclass(frozen=True, slots=True)
class Row:
    """One usable row: its record number and a value for each column."""

    line: int
    no: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is left out, or a number that is, and why. `line` counts from 1, the header's first line."""

    line: int
    text: str


class CsvSource:
    """One CSV file, open for reading its rows once.

    Raises:
        InvalidInput: the file is missing, cannot be read, is empty, is not text, or has no usable header.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _reading(path):
            if path.exists() and not path.is_file():
                raise InvalidInput(f"{path} is not a file.")
            self._binary: BinaryIO = path.open("rb")
        try:
            with _reading(path):
                self.size, self.encoding = _inspect(path, self._binary)
        except BaseException:
            self._binary.close()
            raise
        errors = "surrogateescape" if self.encoding.startswith("utf-8") else "replace"
        self._text = io.TextIOWrapper(self._binary, self.encoding, errors=errors, newline="")
        self._lines = Lines(self._text)
        try:
            self.delimiter, header = self._read_header()
            self._width = len(header)
            self._kept = [position for position, name in enumerate(header) if name]
            self.columns = tuple(header[position] for position in self._kept)
            self._no = _check_columns(path, self.columns)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._text.close()

    @property
    def bytes_done(self) -> int:
        """So many bytes of the open file were read so far."""
        return self._binary.tell()

    def rows(self) -> Iterator[Row | Problem]:
        """All rows behind the header, empty ones left out.

        Raises:
            InvalidInput: the file can no longer be read.
        """
        with _reading(self.path):
            yield from self._rows()

    def _rows(self) -> Iterator[Row | Problem]:
        reader = csv.reader(self._lines, delimiter=self.delimiter, strict=True)
        while True:
            again = self._lines.begin_row()
            line = self._lines.number + 1
            try:
                values = next(reader)
            except StopIteration:
                return
            except (csv.Error, EndlessRowError):
                self._lines.give_back()
                yield Problem(line, _quotation_problem(line, self._lines.number))
            except BadLineError as error:
                yield Problem(self._lines.number, str(error))
            else:
                if any(values):
                    yield self._row(line, values, exact=again)

    def _row(self, line: int, values: list[str], *, exact: bool) -> Row | Problem:
        missing = self._width - len(values)
        if (missing < 0 and any(values[self._width :])) or (exact and missing > 0):
            return Problem(line, f"has {len(values)} columns, the header has {self._width}")
        values.extend([""] * missing)
        kept = tuple([values[position].strip() for position in self._kept])
        problem = self._problem(kept)
        return Problem(line, problem) if problem else Row(line, kept[self._no], kept)

    def _problem(self, values: tuple[str, ...]) -> str:
        no, name = values[self._no], self.columns[self._no]
        if not no:
            return f"has no value in {name!r}"
        if len(no) > MAX_NO:
            return f"has {len(no)} characters in {name!r}, at most {MAX_NO} are allowed"
        if not no.isprintable():
            return f"has a character in {name!r} that cannot be printed"
        everything = "".join(values)
        if len(everything) > MAX_VALUE:
            for column, value in zip(self.columns, values, strict=True):
                if len(value) > MAX_VALUE:
                    return f"has {len(value)} characters in {column!r}, at most {MAX_VALUE} are allowed"
        if "\0" in everything:
            return "holds a NUL character"
        if not everything.isascii() and _UNDECODED.search(everything):
            return f"holds bytes that are not {self.encoding.removesuffix('-sig').upper()} text"
        return ""

    def _read_header(self) -> tuple[str, list[str]]:
        try:
            with _reading(self.path):
                line = next((line for line in self._lines if line.strip()), "")
                separator = _SEPARATOR_LINE.fullmatch(line)
                if separator:
                    line = next(self._lines, "")
        except BadLineError as error:
            raise InvalidInput(f"The first line of {self.path} {error}.", hint=_SAVE_HINT) from error
        if not line:
            raise InvalidInput(f"{self.path} is empty.", hint=_SAVE_HINT)
        if separator and separator[1] in _DELIMITERS:
            return separator[1], _names(line, separator[1])
        headers = [(delimiter, _names(line, delimiter)) for delimiter in _DELIMITERS]
        return max(headers, key=lambda header: (_no_column(header[1]) is not None, len(header[1])))


def _names(line: str, delimiter: str) -> list[str]:
    try:
        names = next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []
    return [clean_text(name, MAX_COLUMN_NAME) for name in names]


def _quotation_problem(first: int, last: int) -> str:
    text = "has a quotation mark without its partner, or a text that is far too long"
    return f"{text}; lines {first} to {last} are left out" if last > first else text


def _no_column(columns: Sequence[str]) -> int | None:
    folded = [name.casefold() for name in columns]
    return next((folded.index(name) for name in NO_COLUMNS if name in folded), None)


def _check_columns(path: Path, columns: tuple[str, ...]) -> int:
    no = _no_column(columns)
    if no is None:
        seen = ", ".join(repr(shorten(name)) for name in columns[:8]) or "nothing"
        raise InvalidInput(
            f"The first line of {path} names no column 'no'; it names {seen}.",
            hint="Begin the file with the names of its columns, separated by comma, semicolon or tab.",
        )
    if len(columns) > MAX_COLUMNS:
        raise InvalidInput(f"{path} has {len(columns)} columns, at most {MAX_COLUMNS} are allowed.")
    twice = next((name for name, count in Counter(map(str.casefold, columns)).items() if count > 1), None)
    if twice is not None:
        raise InvalidInput(f"{path} names the column {shorten(twice)!r} twice.", hint="Give each column its own name.")
    return no


def _inspect(path: Path, file: BinaryIO) -> tuple[int, str]:
    """Size in bytes and encoding of a file; every byte is looked at where nothing marks the encoding."""
    beginning = file.read(_CHUNK)
    encoding = next((name for mark, name in _BOMS if beginning.startswith(mark)), None)
    if encoding is None:
        if _is_binary(beginning):
            raise InvalidInput(f"{path} is not a text file.", hint=_SAVE_HINT)
        encoding = _utf8_or_windows(beginning, file)
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size, encoding


def _is_binary(beginning: bytes) -> bool:
    """One NUL is the matter of its row; many, or one in the header, are those of another kind of file."""
    header = beginning.lstrip().split(b"\n", 1)[0]
    return b"\0" in header or beginning.count(b"\0") * 10 > len(beginning)


def _utf8_or_windows(chunk: bytes, file: BinaryIO) -> str:
    """UTF-8 unless most of what is not ASCII cannot be UTF-8; a few broken bytes are the matter of their rows."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    broken = sound = 0
    while chunk:
        text = decoder.decode(chunk)
        if not text.isascii():
            wrong = len(_UNDECODED.findall(text))
            broken += wrong
            sound += len(_NOT_ASCII.findall(text)) - wrong
        chunk = file.read(_CHUNK)
    return "cp1252" if broken and broken >= sound else "utf-8"


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what the system says about a file, or about its name, into one error that names it."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name or content is not valid"
        raise InvalidInput(f"{path}: cannot be read: {reason}.") from error
