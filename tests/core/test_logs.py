"""The log file tells nobody a number or a token, whatever is logged."""

from __future__ import annotations

import logging
import re
import stat
import string
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray import logs
from tray.errors import CtiError

LOG = logging.getLogger("cti_tray.test")
NUMBER = re.compile(r"(?:\d[ ()/.\-\u2011\u00a0]?){7,}")
UNRESERVED = string.ascii_letters + string.digits + "-._~"
SPELLINGS = (
    "{name}={secret}",
    "GET /token?grant=x&{name}={secret}&x=1",
    "redirect?x%3D{name}%3D{secret}%26y",
    '{{"x": 1, "{name}": "{secret}", "y": "z"}}',
    "{{'x': 1, '{name}': '{secret}'}}",
    "{{'{name}': ['{secret}']}}",
    "b'{name}' {{'{name}': b'{secret}'}}",
    '"{{\\"{name}\\": \\"{secret}\\"}}"',
    "{name} = {secret}",
    "Kept({name}='{secret}')",
)
NAMES = (
    "code_verifier",
    "code",
    "device_code",
    "user_code",
    "client_info",
    "state",
    "nonce",
    "code_challenge",
    "refresh_token",
    "id_token_hint",
    "accessToken",
    "X-Client-Secret",
    "client_assertion",
)
TOKEN = re.compile(r"[A-Za-z0-9_\-]{22,}")
STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (WARNING|ERROR) \S+ cti_tray\.test: ")
SEPARATORS = ["", " ", "-", ".", "/", " - ", ") ", " (", "\u2011", "\u00a0", "\u202a", "_", "--"]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = logs.begin(tmp_path)
    yield tmp_path
    logs.end(handler)


def written(folder: Path) -> str:
    return (folder / logs.LOG_NAME).read_text(encoding="utf-8")


def bare(text: str) -> str:
    """The entries without their times, of which each begins with one."""
    return STAMP.sub("", text)


@given(st.lists(st.tuples(st.text(string.digits, min_size=1, max_size=5), st.sampled_from(SEPARATORS)), min_size=3))
def test_no_number_survives_however_it_is_written(groups: list[tuple[str, str]]) -> None:
    written = "".join(digits + separator for digits, separator in groups)
    digits = "".join(digits for digits, _ in groups)
    masked = logs.mask(f"a call from {written} came in")
    left = "".join(re.findall(r"\d", masked))
    if len(digits) >= 7:
        assert digits not in left
        assert left == digits[-3:] or "[removed]" in masked
    assert not NUMBER.search(masked)
    assert masked.startswith("a call from ")
    assert masked.endswith("came in")


@given(st.text())
def test_no_long_run_of_digits_or_token_letters_survives_in_any_text(text: str) -> None:
    masked = logs.mask(text)
    assert not re.search(r"\d{7,}", masked)
    assert not TOKEN.search(masked)


@given(st.text(string.ascii_letters + string.digits + "-_", min_size=22), st.text(max_size=20), st.text(max_size=20))
def test_no_token_survives_between_any_texts(token: str, before: str, after: str) -> None:
    masked = logs.mask(f"{before}{token}{after}")
    assert token not in masked
    assert not TOKEN.search(masked)


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer ab+cd/ef==",
        "GET /v1/call?token=Short.Token~1&number=",
        '{"access_token": "M.C5_BAY!x*y$z", "x": 1}',
        "client_secret=aB3~dE6.gH9",
        "code=0.AXoA!bcd*efg",
    ],
)
def test_a_named_secret_is_removed_whatever_it_is_made_of(text: str) -> None:
    masked = logs.mask(text)
    assert "[removed]" in masked
    for secret in ("ab+cd", "Short", "BAY", "dE6", "AXoA"):
        assert secret not in masked


verifiers = st.lists(st.sampled_from(UNRESERVED), min_size=43, max_size=43, unique=True).map("".join)
"""As msal draws them: no character twice."""


@given(verifiers, st.sampled_from(["a {} b", "({})", "'{}'", "<{}>", "x={}&y=1"]))
def test_no_verifier_survives_without_its_name(verifier: str, around: str) -> None:
    assert logs.mask(around.format(verifier)) == around.format("[removed]")


@given(verifiers, st.sampled_from(NAMES), st.sampled_from(SPELLINGS))
def test_no_verifier_survives_in_any_spelling(verifier: str, name: str, spelling: str) -> None:
    masked = logs.mask(spelling.format(name=name, secret=verifier))
    assert "[removed]" in masked
    assert not any(verifier[start : start + 6] in masked for start in range(len(verifier) - 5))


@given(st.text(UNRESERVED + "!*/+ ,;&}", min_size=8), st.sampled_from(NAMES), st.sampled_from(["'", '"']))
def test_a_named_secret_in_quotes_is_removed_whole(secret: str, name: str, quote: str) -> None:
    text = f"{{{quote}{name}{quote}: {quote}{secret}{quote}, 'x': 1}}"
    assert logs.mask(text) == f"{{{quote}{name}{quote}: {quote}[removed]{quote}, 'x': 1}}"


def test_a_quote_within_a_named_secret_does_not_end_it() -> None:
    assert logs.mask(r'{"password": "abc\"def ghi", "x": 1}') == '{"password": "[removed]", "x": 1}'


@pytest.mark.parametrize(
    "text",
    [
        "login.microsoftonline.com cannot be reached.",
        "cti-tray.a-directory.west-europe.office.example.org cannot be reached.",
        "sqlalchemy.exc.OperationalError in tray.identity.microsoft",
        "the program ended with exit code: 1",
        "The setup store answers at 127.0.0.1:5432.",
        "tray.log, line 279, in _run",
        "1,234 rows, 3 refused, 12 s",
        "the thread baresip has ended",
        "",
    ],
)
def test_what_is_no_secret_stays_readable(text: str) -> None:
    assert logs.mask(text) == text


def test_a_traceback_is_masked_and_its_entry_keeps_its_time(folder: Path) -> None:
    try:
        int("+31 20 555 0101 with eyJhbGciOiJSUzI1NiIsImtpZCI6.abc.def")
    except ValueError:
        LOG.exception("lookup of %s failed", "020-5550101")
    text = written(folder)
    assert STAMP.match(text)
    assert "Traceback" in text
    assert "ValueError: invalid literal for int() with base 10: '...101 with [removed]'" in text
    assert not NUMBER.search(bare(text))
    assert not TOKEN.search(bare(text))


def test_a_text_from_outside_cannot_pass_for_an_entry_of_its_own(folder: Path) -> None:
    name = "Robin\n2026-01-01 00:00:00,000 ERROR core cti_tray.test: forged\r\u2028\x85again"
    LOG.warning("a call from %s", name)
    lines = written(folder).splitlines()
    assert len([line for line in lines if not line.startswith("    ")]) == 1
    assert "forged" in written(folder)


def test_signs_that_are_no_text_are_written_somehow(folder: Path) -> None:
    LOG.warning("name %s and %s", "\ud800", "\x00\U0010ffff")
    assert "name" in written(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_the_file_is_for_its_user_alone_also_after_it_was_rotated(folder: Path) -> None:
    for _ in range(25):
        LOG.warning("x " * 30_000)
    files = sorted(folder.iterdir())
    assert len(files) == 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_trouble_with_the_disk_shows_nobody_a_traceback(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (handler,) = (handler for handler in logging.getLogger().handlers if isinstance(handler, logs.PrivateLog))
    handler.close()
    (folder / logs.LOG_NAME).unlink()
    (folder / logs.LOG_NAME).mkdir()
    LOG.warning("this goes nowhere")
    assert capfd.readouterr().err == ""


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / logs.LOG_NAME).mkdir()
    with pytest.raises(CtiError, match=logs.LOG_NAME):
        logs.begin(tmp_path)


def test_after_the_end_nothing_is_written(tmp_path: Path) -> None:
    handler = logs.begin(tmp_path)
    logs.end(handler)
    LOG.warning("too late")
    assert written(tmp_path) == ""
    assert handler not in logging.getLogger().handlers


@pytest.mark.parametrize(("value", "loud"), [("debug", True), ("Debug", True), ("", False), ("yes", False)])
def test_support_may_have_everything_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, loud: bool
) -> None:
    monkeypatch.setenv("CTI_TRAY_LOG", value)
    handler = logs.begin(tmp_path)
    for name in ("msal.token_cache", "urllib3.connectionpool", "cti_tray.test"):
        logging.getLogger(name).debug("a detail of %s", name)
    logs.end(handler)
    assert written(tmp_path).count("a detail of") == (3 if loud else 0)
