"""The types of the columns that hold neither text nor number, forgiving towards what a database tool put there.

A value that is none of its type comes out as it stands: the readers refuse it and can say in whose record it is, and
one bad row does not hide the others. It knows no table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine


class _AsItStands(TypeDecorator[Any]):
    """Gives a value that is none of its type as it stands."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Text
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """What reads the value out of a row."""
        read = super().result_processor(dialect, coltype) or (lambda value: value)

        def process(value: Any) -> Any:
            try:
                return read(value)
            except (ValueError, TypeError, AttributeError, OverflowError):
                return value

        return process


class Day(_AsItStands):
    """A date."""

    impl = Date
    cache_ok = True


class Flag(_AsItStands):
    """True or false, which SQLite keeps as 1 and 0."""

    impl = Boolean
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        """What reads the value out of a row; everything else than 1 and 0 would be true otherwise."""
        return lambda value: bool(value) if value in {0, 1} else value


class UtcTime(_AsItStands):
    """An aware time, kept as UTC; SQLite forgets the zone, PostgreSQL gives it back in the session's."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Bring to UTC; a time without a zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give back an aware time in UTC."""
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
