"""The answer of `status` in words, for people; programs take the JSON.

It reads what a tray of another version may have sent, so that anything may be missing or of another kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_STEPS = (("day", 86_400), ("hour", 3600), ("minute", 60))


def ago(seconds: object) -> str:
    """An age in words: `23 s ago`, `5 minutes ago`; `never` where there is none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return "never"
    for name, length in _STEPS:
        if seconds >= length:
            return f"{counted(int(seconds // length), name)} ago"
    return f"{max(0, int(seconds))} s ago"


def counted(count: int, thing: str) -> str:
    """A number of things: `1 record`, `2 records`."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def status_lines(answer: Mapping[str, Any]) -> Iterator[str]:
    """What is not a table in the answer, one line each."""
    store, sign_in = _part(answer, "store"), _part(answer, "sign_in")
    directory, outbox = _part(answer, "directory"), _part(answer, "outbox")
    yield _line("user", answer.get("user") or "not known yet")
    yield _line("setup", f"{_word(store, 'kind')}, {_word(store, 'state')}, confirmed {ago(store.get('setup_age_s'))}")
    if store.get("detail"):
        yield _line("", store["detail"])
    account = f" as {sign_in['account']}" if sign_in.get("account") else ""
    yield _line("sign-in", f"{_word(sign_in, 'state')}{account}")
    for name in ("presence", "contacts"):
        part = _part(answer, name)
        if part.get("state", "off") not in {"off", "waiting"}:
            heard = f", {ago(part['age_s'])}" if part.get("age_s") is not None else ""
            yield _line(name, f"{_word(part, 'state')}{heard}")
    numbers = _count(directory, "numbers")
    loaded = f", loaded {ago(directory.get('age_s'))}" if directory.get("age_s") is not None else ""
    yield _line("directory", f"{counted(numbers, 'number')}{loaded}" if numbers or loaded else "empty")
    yield _line("activities", f"{_count(outbox, 'waiting'):,} waiting, {_count(outbox, 'failed'):,} failed")
    if answer.get("do_not_disturb") is True:
        yield _line("cards", "none, because do not disturb is on")
    calls = [call for call in answer.get("calls") or () if isinstance(call, Mapping)]
    if not calls:
        yield _line("calls", "no calls")
    for position, call in enumerate(calls):
        yield _line("calls" if position == 0 else "", _call(call))


def _call(call: Mapping[str, Any]) -> str:
    who = " ".join(str(call[key]) for key in ("name", "number") if call.get(key)) or "number withheld"
    return f"{_word(call, 'direction')}, {_word(call, 'state')}: {who}"


def _part(answer: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = answer.get(name)
    return value if isinstance(value, Mapping) else {}


def _word(values: Mapping[str, Any], name: str) -> str:
    return str(values.get(name) or "unknown").replace("_", " ")


def _count(values: Mapping[str, Any], name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0


def _line(name: str, text: object) -> str:
    return f"{name:11}{text}"
