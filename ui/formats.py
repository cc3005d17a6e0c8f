"""Wording for people: times, durations and foreign text made safe to show.

Everything here is a pure function of its arguments; the wall clock is passed in. Text from a phone, a directory or a
caller must pass `clean_text` before a widget sees it.
"""

from __future__ import annotations

import html
import unicodedata
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from tray.calls.model import Outcome
from tray.views import LastCall

MAX_TEXT = 300
MAX_MARKS = 2
_JOINERS = "\u200c\u200d"
_MINUTE, _HOUR, _DAY = 60, 3600, 86400

translate = QCoreApplication.translate


def clean_text(text: str, most: int = MAX_TEXT) -> str:
    """`text` on one line and without anything invisible that could change how its neighbours look.

    Control characters, direction overrides and isolates, line breaks and lone surrogates go; at most two combining
    marks stay on a letter. Costs no more for a huge text than for one of `most` characters, and ends with an ellipsis
    where something was cut off.
    """
    if len(text) <= most and text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for character in text[: most * 2]:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks > MAX_MARKS or (category == "Cf" and character not in _JOINERS):
            continue
        kept.append(" " if category in {"Cc", "Cs", "Zl", "Zp"} else character)
    words = " ".join("".join(kept).split())
    if len(words) > most or len(text) > most * 2:
        return words[: most - 1].rstrip() + "…"
    return words


def field_label(name: str) -> str:
    """A field name as a label: `job_title` is read as "Job title"; a name that is written with capitals stays."""
    label = clean_text(name.replace("_", " "))
    return label[:1].upper() + label[1:] if label.islower() else label


def tooltip(text: str) -> str:
    """`text` as a tooltip that shows it literally, whatever markup it holds."""
    return f"<span>{html.escape(clean_text(text, 1000))}</span>" if text else ""


def initials(name: str) -> str:
    """One or two letters for the disc of a name; "" where a name has no letters."""
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    if not letters:
        return ""
    if not all("LATIN" in unicodedata.name(letter, "") for letter in letters):
        return letters[0]
    return (letters[0] + (letters[-1] if len(letters) > 1 else "")).upper()


def running_time(seconds: float) -> str:
    """A running time as 00:12 or 1:02:03; a negative one is 00:00."""
    whole = max(0, int(seconds))
    hours, minutes = divmod(whole // _MINUTE, 60)
    tail = f"{minutes:02d}:{whole % _MINUTE:02d}"
    return f"{hours}:{tail}" if hours else tail


def clock(wall: float) -> str:
    """The local time of day of a wall time, 24 hours or AM and PM as the user's language writes it."""
    moment = datetime.fromtimestamp(wall).astimezone()
    locale = QLocale()
    if "AP" in locale.timeFormat(QLocale.FormatType.ShortFormat).upper():
        return (
            f"{moment.hour % 12 or 12}:{moment.minute:02d} {locale.pmText() if moment.hour >= 12 else locale.amText()}"
        )
    return f"{moment.hour:02d}:{moment.minute:02d}"


def day_and_clock(wall: float, now: float) -> str:
    """A wall time as today 14:05, yesterday 14:05, Monday 14:05 or 3 Mar 2025 14:05, seen from `now`."""
    moment = datetime.fromtimestamp(wall).astimezone()
    days = (datetime.fromtimestamp(now).astimezone().date() - moment.date()).days
    locale = QLocale()
    if days == 0:
        day = translate("Times", "today")
    elif days == 1:
        day = translate("Times", "yesterday")
    elif 1 < days < 7:
        day = locale.standaloneDayName(moment.isoweekday())
    else:
        day = day_words(moment)
    return f"{day} {clock(wall)}"


def day_words(day: date) -> str:
    """A day as 3 Mar 2025."""
    month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    return translate("Times", "{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def duration_words(seconds: float) -> str:
    """A talk time as 45 s, 3 min or 1 h 5 min."""
    whole = max(0, int(seconds))
    if whole < _MINUTE:
        return translate("Times", "{0} s").format(whole)
    if whole < _HOUR:
        return translate("Times", "{0} min").format(round(whole / _MINUTE))
    hours, rest = divmod(whole, _HOUR)
    return translate("Times", "{0} h {1} min").format(hours, rest // _MINUTE)


def age_words(seconds: float) -> str:
    """An age as 5 minutes, 1 hour or 3 days."""
    for unit, one, several in (
        (_DAY, translate("Times", "1 day"), translate("Times", "{0} days")),
        (_HOUR, translate("Times", "1 hour"), translate("Times", "{0} hours")),
        (_MINUTE, translate("Times", "1 minute"), translate("Times", "{0} minutes")),
    ):
        count = int(seconds // unit)
        if count >= 1:
            return one if count == 1 else several.format(count)
    return translate("Times", "less than a minute")


def directory_age(seconds: float) -> str:
    """The caption of a stale directory."""
    return translate("Times", "Directory from {0} ago").format(age_words(seconds))


def last_call_line(last: LastCall, now: float) -> str:
    """The line about the call before this one, such as: Last call: yesterday 14:05, they called, 3 min."""
    what = {
        Outcome.INCOMING: translate("LastCall", "they called, {0}"),
        Outcome.OUTGOING: translate("LastCall", "we called, {0}"),
        Outcome.MISSED_INCOMING: translate("LastCall", "missed by us"),
        Outcome.ANSWERED_ELSEWHERE: translate("LastCall", "answered by another"),
        Outcome.UNACCEPTED_OUTGOING: translate("LastCall", "we called, not answered"),
    }[last.outcome].format(duration_words(last.duration_s))
    return translate("LastCall", "Last call: {0}, {1}").format(day_and_clock(last.started, now), what)
