"""Tables as CSV text: cells that no spreadsheet takes for a formula, and files that spreadsheets open as they are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


_INNER_FORMULA = re.compile(r"(;[\s\"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What begins a cell for a spreadsheet that takes semicolons to separate cells; it splits quoted text there too."""


def safe_cell(value: object) -> str:
    """A value as a cell that no spreadsheet takes for a formula, nor a part of it: such a one gets an apostrophe."""
    text = _INNER_FORMULA.sub(r"\1'", "" if value is None else str(value))
    return f"'{text}" if text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(_FORMULA_STARTS) else text


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV, in UTF-8 with byte order mark as spreadsheets expect it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
