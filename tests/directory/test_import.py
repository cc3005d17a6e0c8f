"""CSV files of every make come in whole, bad rows are told and left out, bad files are one clear error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.settings import MappingRow
from tray.directory.csv_source import MAX_VALUE, CsvSource, Problem, Row
from tray.directory.importer import KEPT_PROBLEMS, ImportReport, Progress, Stage, import_csv
from tray.directory.index import Directory
from tray.directory.loader import outdated_tables, reindex
from tray.errors import InvalidInput

READER = NumberReader(NumberRules(region="NL"))
PLAIN = "no,name,phone\nC1,Ann,020 555 0101\nC2,Bea,020 555 0102\n"


def load(folder: Path, content: str | bytes, table: str = "Customer", **options: object) -> ImportReport:
    path = folder / "data.csv"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return import_csv(folder, path, table, READER, now=100.0, **options)  # type: ignore[arg-type]


def fields(folder: Path, no: str, table: str = "Customer") -> dict[str, str]:
    with Directory.open(folder) as directory:
        record = directory.record(table, no)
    assert record is not None
    return dict(record.fields)


def found(folder: Path, number: str) -> list[str]:
    with Directory.open(folder) as directory:
        return [hit.record.no for hit in directory.find(READER.read(number), 8)]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.replace("Ann", "Änn").encode("utf-8"),
        PLAIN.replace("Ann", "Änn").encode("utf-8-sig"),
        PLAIN.replace("Ann", "Änn").encode("utf-16"),
        b"\xfe\xff" + PLAIN.replace("Ann", "Änn").encode("utf-16-be"),
        PLAIN.replace("Ann", "Änn").encode("utf-32"),
        PLAIN.replace("Ann", "Änn").encode("cp1252"),
        PLAIN.replace("Ann", "Änn").replace(",", ";").encode("cp1252"),
        PLAIN.replace("Ann", "Änn").replace(",", "\t").encode("utf-8"),
        ("sep=;\r\n" + PLAIN.replace("Ann", "Änn").replace(",", ";")).encode("utf-8"),
        PLAIN.replace("Ann", "Änn").replace("\n", "\r\n").encode("utf-8"),
        PLAIN.replace("Ann", "Änn").replace("\n", "\r").encode("utf-8"),
        ("\n\n" + PLAIN.replace("Ann", "Änn").replace("\n", "\n\n")).encode("utf-8"),
        PLAIN.replace("Ann", '"Änn"').rstrip("\n").encode("utf-8"),
        PLAIN.replace("Ann", "Änn").replace("\n", ",,\n").encode("utf-8"),
        PLAIN.replace("no,", " NO. ,").replace("Ann", "  Änn ").encode("utf-8"),
    ],
)
def test_every_usual_make_of_file_is_understood(tmp_path: Path, content: bytes) -> None:
    report = load(tmp_path, content)
    assert (report.records, report.numbers, report.refused) == (2, 2, 0)
    assert report.phone_fields == ("phone",)
    assert fields(tmp_path, "C1")["name"] == "Änn"
    assert found(tmp_path, "+31205550102") == ["C2"]


def test_fields_keep_their_order_and_quoted_text_its_lines(tmp_path: Path) -> None:
    load(tmp_path, 'zip,no,name,memo\n1,C1,"Ann, ""the"" first","line 1\nline 2; more"\n')
    assert list(fields(tmp_path, "C1").items()) == [
        ("zip", "1"),
        ("no", "C1"),
        ("name", 'Ann, "the" first'),
        ("memo", "line 1\nline 2; more"),
    ]


def test_bad_rows_are_left_out_and_told_with_their_lines(tmp_path: Path) -> None:
    long = "x" * 10_000
    report = load(
        tmp_path,
        "no,name,phone\n"  # 1
        "C1,Ann,1\n"  # 2
        ",Nobody,2\n"  # 3
        'C2,"two\nlines",3\n'  # 4 and 5
        "C3,Much,4,too,much\n"  # 6
        f"C4,{long},5\n"  # 7
        "C5,a\0b,6\n"  # 8
        "C1,Ann again,7\n"  # 9
        f"{long},No,8\n"  # 10
        "C\u202e6,Turned,9\n"  # 11
        'C7,"closed" badly,10\n'  # 12
        "C8,Last,11\n",  # 13
    )
    assert (report.records, report.refused) == (3, 8)
    assert [problem.line for problem in report.problems] == [3, 6, 7, 8, 9, 10, 11, 12]
    for problem, word in zip(
        report.problems, ["'no'", "5 columns", "10000", "NUL", "'C1'", "10000", "printed", "quotation"], strict=True
    ):
        assert word in problem.text
    assert fields(tmp_path, "C1")["name"] == "Ann"
    assert fields(tmp_path, "C8")["name"] == "Last"


def test_a_forgotten_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    rows = "".join(f'C{n},"Name {n}",0205550{n:03d}\n' for n in range(10, 500))
    report = load(tmp_path, f'no,name,phone\nC1,"Open,020\n{rows}')
    assert (report.records, [problem.line for problem in report.problems]) == (490, [2])
    report = load(tmp_path, f'no,name,phone\n{rows}C1,"Open,020\nC2,Plain,030\n')
    assert (report.records, [problem.line for problem in report.problems]) == (491, [492])


def test_rows_behind_a_forgotten_quotation_mark_must_have_all_columns(tmp_path: Path) -> None:
    report = load(tmp_path, 'no,name,phone\nC1,"Open\nsecond line of it\nC2,Bea,020\n')
    assert (report.records, [problem.line for problem in report.problems]) == (1, [2, 3])


def test_a_file_full_of_quotation_marks_comes_to_an_end(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("no,name\nC1,Ann\n" + 'x","\n' * 300_000, encoding="utf-8")
    with CsvSource(path) as source:
        rows = list(source.rows())
    assert [row.no for row in rows if isinstance(row, Row)] == ["C1"]
    assert 100 < len(rows) < 200
    last = rows[-1]
    assert isinstance(last, Problem)
    assert last.text.endswith("to 300002 are left out")


def test_a_broken_byte_in_a_utf8_file_costs_its_row_only(tmp_path: Path) -> None:
    content = "no,name\nC1,Änn\nC2,Bea Öz\nC3,".encode() + b"\xe4\nC4,Ute\n"
    report = load(tmp_path, content)
    assert report.encoding == "utf-8"
    assert [(problem.line, "UTF-8" in problem.text) for problem in report.problems] == [(4, True)]
    assert fields(tmp_path, "C2")["name"] == "Bea Öz"


def test_a_line_without_end_is_left_out(tmp_path: Path) -> None:
    report = load(tmp_path, f"no,name\nC1,Ann\nC2,{'y' * 3_000_000}\nC3,Cas\n")
    assert (report.records, [problem.line for problem in report.problems]) == (2, [3])


def test_a_row_of_many_long_values_is_fine_while_each_of_them_is(tmp_path: Path) -> None:
    names = ",".join(f"c{place}" for place in range(9))
    values = ",".join("v" * MAX_VALUE for _ in range(9))
    assert load(tmp_path, f"no,{names}\nC1,{values}\n").refused == 0
    assert len(fields(tmp_path, "C1")["c8"]) == MAX_VALUE


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file of the kernel that refuses to be read")
def test_a_file_that_the_system_refuses_to_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="/proc/self/mem: cannot be read: Input/output error"):
        import_csv(tmp_path, Path("/proc/self/mem"), "Customer", READER, now=1.0)


def test_only_the_first_problems_are_told_but_all_are_counted(tmp_path: Path) -> None:
    report = load(tmp_path, PLAIN + ",x,\n" * 350)
    assert (report.refused, len(report.problems)) == (350, KEPT_PROBLEMS)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"no,name,phone\n", "no rows"),
        (b"no,name,phone\n,Ann,1\n", "line 2"),
        (b"no|name|phone\nC1|Ann|1\n", "'no'"),
        (b"name,phone\nAnn,1\n", "'no'"),
        (b"no,Name,name\nC1,a,b\n", "twice"),
        (b"PK\x03\x04\x00\x00no,name\n", "not a text file"),
        ("no,name\nC1,Ann\n".encode("utf-16-le"), "not a text file"),
        (b"no," + b",".join(b"c%d" % n for n in range(300)) + b"\nC1\n", "301 columns"),
        (b"x" * 3_000_000, "first line"),
        (b"x" * 200_000 + b"\nC1\n", "'no'"),
        (b"\n" * 5 + b"PK\x03\x04\x00\n", "not a text file"),
        (b'"no,name\nC1,Ann\n', "'no'"),
    ],
)
def test_a_file_that_is_no_table_is_one_error_that_names_it(tmp_path: Path, content: bytes, word: str) -> None:
    load(tmp_path, PLAIN)
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(InvalidInput) as caught:
        import_csv(tmp_path, path, "Customer", READER, now=1.0)
    assert "other.csv" in caught.value.message
    assert word in caught.value.message
    assert found(tmp_path, "+31205550101") == ["C1"]


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.csv", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(InvalidInput, match=r"missing|is not a file|cannot be read"):
            import_csv(tmp_path, path, "Customer", READER, now=1.0)


@pytest.mark.parametrize("table", ["", "  ", "x" * 65, "a\nb", "half\ud800"])
def test_a_table_name_that_nobody_could_map_is_refused(tmp_path: Path, table: str) -> None:
    with pytest.raises(InvalidInput, match="table name"):
        load(tmp_path, PLAIN, table)


def test_an_import_takes_the_place_of_its_table_alone(tmp_path: Path) -> None:
    load(tmp_path, PLAIN, "Customer")
    load(tmp_path, PLAIN.replace("C1", "V1").replace("0101", "0111"), "Vendor")
    load(tmp_path, "no,name,phone\nC9,Zoe,020 555 0109\n", "Customer")
    assert found(tmp_path, "+31205550101") == []
    assert found(tmp_path, "+31205550111") == ["V1"]
    assert found(tmp_path, "+31205550109") == ["C9"]
    with Directory.open(tmp_path) as directory:
        counts = directory.counts()
        assert (counts.records, counts.numbers, counts.loaded) == (3, 3, 100.0)
        assert [hit.record.no for hit in directory.search("ann", 9)] == ["V1"] or not directory.search("ann", 9)
        assert directory.clear("Vendor")
        assert not directory.clear("Vendor")
        assert directory.record("Vendor", "V1") is None
        assert [table.table for table in directory.counts().tables] == ["Customer"]
        for name in ("record", "number", "phrase"):
            rows = directory.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            assert rows == {"record": 1, "number": 1, "phrase": 2}[name]


def test_an_open_directory_sees_a_new_import_at_once(tmp_path: Path) -> None:
    with Directory.open(tmp_path) as directory:
        assert directory.find(READER.read("+31205550101"), 8) == ()
        load(tmp_path, PLAIN)
        assert [hit.record.value("name") for hit in directory.find(READER.read("+31205550101"), 8)] == ["Ann"]
        load(tmp_path, "phone,no,full name\n020 555 0101,C1,Renamed\n")
        (hit,) = directory.find(READER.read("+31205550101"), 8)
        assert hit.record.fields == (("phone", "020 555 0101"), ("no", "C1"), ("full name", "Renamed"))


def test_the_mapped_phone_fields_are_indexed_and_missing_ones_told(tmp_path: Path) -> None:
    content = "no,name,Phone,Direct line,iban\nC1,Ann,020 555 0101,020 555 0102,020 555 0103\n"
    report = load(tmp_path, content, phone_fields=("direct LINE", "mobile"))
    assert report.phone_fields == ("Direct line",)
    assert report.missing_fields == ("mobile",)
    assert found(tmp_path, "+31205550102") == ["C1"]
    assert found(tmp_path, "+31205550101") == found(tmp_path, "+31205550103") == []


@pytest.mark.parametrize(
    ("column", "sounds"),
    [
        ("Phone No.", True), ("Telefon", True), ("telefoon", True), ("Mobile", True), ("Mobiel", True),
        ("Handy", True), ("fax", True), ("Tel.", True), ("tel_nr", True), ("Tel 2", True), ("business_phone", True),
        ("Hotel", False), ("Telex", False), ("iban", False), ("Cancelled", False), ("postcode", False),
    ],
)  # fmt: skip
def test_without_a_mapping_columns_that_sound_like_telephones_are_taken(
    tmp_path: Path, column: str, sounds: bool
) -> None:
    report = load(tmp_path, f"no,name,{column}\nC1,Ann,020 555 0101\n")
    assert report.phone_fields == ((column,) if sounds else ())
    assert report.numbers == int(sounds)


@pytest.mark.parametrize(
    "value", ["abc", "#REF!", "#N/A", "3.12E+10", "3,12E+10", "3.12055501E+10", "4.930123456e+10", "-", "12 b", "x1"]
)
def test_a_number_that_cannot_be_read_is_told_with_its_line_and_its_record_stays(tmp_path: Path, value: str) -> None:
    report = load(tmp_path, f'no,name,Phone,fax\nC1,Ann,020 555 0101,\nC2,Bea,"{value}",020 555 0102\n,No,1,2\n')
    assert (report.records, report.numbers, report.refused, report.unreadable_numbers) == (2, 2, 1, 1)
    assert report.problems[0] == Problem(3, "the number in column Phone cannot be read")
    assert [problem.line for problem in report.problems] == [3, 4]
    assert fields(tmp_path, "C2")["Phone"] == value
    assert found(tmp_path, "+31205550102") == ["C2"]
    with Directory.open(tmp_path) as directory:
        columns = directory.connection.execute("SELECT DISTINCT field FROM number ORDER BY field").fetchall()
    assert columns == [(2,), (3,)]
    assert reindex(tmp_path, "Customer", (), READER) == 2


@pytest.mark.parametrize(
    "value", ["", "7", "12", "112", "1234", "12 34", "020-555 0101", "+31205550101", "5550101 ext 2"]
)
def test_a_number_of_any_usual_writing_is_no_problem(tmp_path: Path, value: str) -> None:
    report = load(tmp_path, f"no,name,phone\nC1,Ann,{value}\n")
    assert (report.records, report.numbers, report.unreadable_numbers) == (1, int(bool(value)), 0)
    assert report.problems == ()


def test_unreadable_numbers_do_not_crowd_out_refused_rows(tmp_path: Path) -> None:
    rows = "".join(f"C{n},N{n},abc\n" for n in range(350))
    report = load(tmp_path, f"no,name,phone\n{rows},x,\n")
    assert (report.unreadable_numbers, report.refused, len(report.problems)) == (350, 1, KEPT_PROBLEMS + 1)
    assert report.problems[-1].line == 352


def test_a_column_that_the_user_named_must_be_there(tmp_path: Path) -> None:
    load(tmp_path, PLAIN)
    with pytest.raises(InvalidInput, match=r"data\.csv has no column 'mobil'; it has 'no', 'name', 'phone'"):
        load(tmp_path, PLAIN.replace("C1", "C9"), phone_fields=("phone", "mobil"), required_fields=("phone", "mobil"))
    assert found(tmp_path, "+31205550101") == ["C1"]
    assert load(tmp_path, PLAIN, phone_fields=("PHONE",), required_fields=("PHONE",)).numbers == 2


@pytest.mark.parametrize(
    "content", ["no,name,memo\nC9,Zoe,020 555 0109\n", "no,name,phone\nC9,Zoe,\n", "no,name,phone\nC9,Zoe,#REF!\n"]
)
def test_a_file_without_any_number_does_not_replace_numbers(tmp_path: Path, content: str) -> None:
    load(tmp_path, PLAIN, "Customer")
    assert load(tmp_path, content, "Vendor").records == 1
    assert load(tmp_path, content, "Vendor").numbers == 0
    with pytest.raises(InvalidInput, match=r"No phone number was found in .*data\.csv.*the old data stays"):
        load(tmp_path, content, "Customer")
    assert found(tmp_path, "+31205550101") == ["C1"]


def test_a_changed_mapping_or_region_asks_for_a_new_index(tmp_path: Path) -> None:
    load(tmp_path, "no,name,phone,extra\nC1,Ann,020 555 0101,020 555 0102\n")
    same = MappingRow(1, "Customer", phone_fields=("phone", "mobile"))
    wider = MappingRow(2, "Customer", phone_fields=("Extra",))
    with Directory.open(tmp_path) as directory:
        assert outdated_tables(directory.counts(), [same], READER.rules) == ()
        assert outdated_tables(directory.counts(), [], NumberRules(region="DE")) == (("Customer", ()),)
        assert outdated_tables(directory.counts(), [same, wider], READER.rules) == (
            ("Customer", ("phone", "mobile", "Extra")),
        )
        assert reindex(tmp_path, "Customer", ("phone", "mobile", "Extra"), READER) == 2
        assert outdated_tables(directory.counts(), [same, wider], READER.rules) == ()
        (hit,) = directory.find(READER.read("+31205550102"), 8)
        assert (hit.field, hit.record.no, directory.counts().loaded) == ("extra", "C1", 100.0)
        assert [found.name for found in directory.search("ann", 5)] == ["Ann"]
    with pytest.raises(InvalidInput, match="Vendor"):
        reindex(tmp_path, "Vendor", (), READER)


def test_a_new_index_over_many_records_keeps_them_all(tmp_path: Path) -> None:
    load(tmp_path, "no,name,phone\n" + "".join(f"C{n},N{n},020{n + 2000000}\n" for n in range(2500)))
    assert reindex(tmp_path, "Customer", ("phone",), NumberReader(NumberRules(region="DE"))) == 2500
    assert reindex(tmp_path, "Customer", ("phone",), READER) == 2500
    assert found(tmp_path, "+31202002499") == ["C2499"]


def test_progress_grows_to_the_whole_file(tmp_path: Path) -> None:
    seen: list[Progress] = []
    content = "no,name,phone\n" + "".join(f"C{n},N{n},{n}\n" for n in range(5500))
    load(tmp_path, content, progress=seen.append)
    assert [step.rows for step in seen] == [1000, 2000, 3000, 4000, 5000, 5500]
    assert [step.stage for step in seen] == [Stage.READING] * 5 + [Stage.INDEXING]
    done = [step.bytes_done for step in seen]
    assert done == sorted(done)
    assert done[-1] == seen[0].bytes_total == len(content)


@pytest.mark.parametrize("patience", [0, 1, 2, 3, 9])
def test_a_cancelled_import_changes_nothing(tmp_path: Path, patience: int) -> None:
    load(tmp_path, PLAIN)
    asked = iter([False] * patience)
    content = "no,name,phone\n" + "".join(f"X{n},N{n},020{n + 2000000}\n" for n in range(2500))
    report = load(tmp_path, content, cancelled=lambda: next(asked, True))
    assert report.cancelled
    assert report.records == 0
    assert found(tmp_path, "+31205550101") == ["C1"]


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), max_size=20), st.sampled_from(",;\t"))
@settings(deadline=None)
def test_what_a_spreadsheet_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str
) -> None:
    import csv

    path = tmp_path_factory.mktemp("csv") / "data.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(["no", "name", "memo"])
        writer.writerows(rows)
    with CsvSource(path) as source:
        read = list(source.rows())
    good = [row.values for row in read if isinstance(row, Row)]
    wanted = [tuple(value.strip() for value in row) for row in rows]
    assert good == [row for row in wanted if row[0] and row[0].isprintable()]


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_whatever_stands_behind_a_header_is_rows_or_problems(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes
) -> None:
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    path.write_bytes(b"no,name,phone\n" + noise)
    try:
        with CsvSource(path) as source:
            for row in source.rows():
                assert isinstance(row, Row | Problem)
                assert row.line > 1
                if isinstance(row, Row):
                    assert row.no
                    assert all(len(value) <= MAX_VALUE for value in row.values)
                    "".join(row.values).encode("utf-8")
    except InvalidInput:
        assert noise.count(b"\0") > 10
