"""Calls, records and search results as real life has them: long, hostile, empty and ordinary."""

from __future__ import annotations

from tray.calls.model import Cause, Direction, Outcome
from tray.reasons import in_words
from tray.texts import translate
from tray.views import CandidateView, HistoryRow, RecordView

NOW = 1_700_000_000.0


def history_rows(count: int = 40) -> tuple[HistoryRow, ...]:
    """Calls of every outcome, hostile and long texts included."""

    kinds = [
        (Direction.INCOMING, Outcome.INCOMING, Cause.COMPLETED, 192.0),
        (Direction.INCOMING, Outcome.MISSED_INCOMING, Cause.MISSED, 0.0),
        (Direction.OUTGOING, Outcome.OUTGOING, Cause.COMPLETED, 3754.0),
        (Direction.INCOMING, Outcome.ANSWERED_ELSEWHERE, Cause.ANSWERED_ELSEWHERE, 0.0),
        (Direction.OUTGOING, Outcome.UNACCEPTED_OUTGOING, Cause.BUSY, 0.0),
        (Direction.INCOMING, Outcome.MISSED_INCOMING, Cause.REJECTED, 0.0),
        (Direction.INCOMING, Outcome.MISSED_INCOMING, Cause.LOST, 0.0),
        (Direction.OUTGOING, Outcome.UNACCEPTED_OUTGOING, Cause.NO_ANSWER, 0.0),
    ]
    people = [
        ("Adatum Corporation", "+31205550101", "020 555 0101", "Customer", "10000"),
        ("Müller & Söhne GmbH, Abteilung für Beschaffung", "+49711123456", "+49 711 123456", "Contact", "CT000117"),
        ("", "+31207777777", "020 777 7777", "", ""),
        ("<b>Robin Counts</b><img src=x>", "+31205550102", "020 555 0102", "Contact", "CT000101"),
        ("", "", "", "", ""),
        ("Trey Research", "+31205550103", "020 555 0103", "Vendor", "V-00020-LONG-NUMBER"),
    ]  # fmt: skip
    rows = []
    for index in range(count):
        direction, outcome, cause, duration = kinds[index % len(kinds)]
        name, number, text, table, no = people[index % len(people)]
        reasons = (
            translate("Reasons", "Card opened: {reason}").format(reason=in_words("open_mask_on=Call")),
            translate("Reasons", "No page: {reason}").format(reason=in_words("auto_open_master_data=false")),
            translate("Reasons", "Activity written: {reason}").format(
                reason=in_words("module missed_incoming_template")
            ),
        )
        rows.append(
            HistoryRow(f"c{index}", NOW - index * 5400, duration, direction, None if index == 0 else outcome,
                       None if index == 0 else cause, number, text, name, table, no, reasons if index else ())
        )  # fmt: skip
    return tuple(rows)


def record_view() -> RecordView:
    """A record with long, empty, hostile and dialable values."""

    fields = (
        ("No.", "10000"),
        ("Name", "Adatum Corporation"),
        ("Address", "Station Road, 21\nGate B, second floor"),
        ("City", "Amsterdam"),
        ("Phone No.", "+31 20 555 0101"),
        ("Mobile", "06 5550 0101"),
        ("Fax", ""),
        ("E-mail", "purchasing.department.of.the.adatum.corporation.international@adatum.example"),
        ("Contact <b>person</b>", "<script>alert(1)</script> & Robin"),
        ("Remarks", "Asks for invoices by post. Orders above 10,000 need a second signature. " * 3),
        ("Reference", "ABCDEF0123456789" * 12),
    )
    phones = frozenset({"Phone No.", "Mobile", "Fax"})
    return RecordView(
        "1", "Customer", "10000", "Adatum Corporation", "+31205550101", fields, history_rows(9)[1:6], phones
    )


def candidates() -> tuple[CandidateView, ...]:
    """What search finds for "ada"."""

    adatum = (("Phone No.", "+31 20 555 0101"), ("Mobile", "06 5550 0101"))
    ada = (("phone", "+49 711 123456"),)
    return (
        CandidateView("Customer", "10000", "Adatum Corporation", "", True, adatum),
        CandidateView("Contact", "CT000117", "Ada Vance, Adatum Corporation, purchasing department", "", True, ada),
        CandidateView("Contact", "CT000118", "Adam <i>Delaney</i>", "", False),
    )  # fmt: skip
