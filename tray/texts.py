"""Texts that a person reads, made where no Qt is: the English sentence, which still knows how it was made.

To the command line, a log, JSON and a comparison such a text is the English sentence and nothing more. A window writes
it in the language in force at the moment it shows it. Nothing here translates; it must not import anything heavier than
the standard library.
"""

from __future__ import annotations

from collections.abc import Callable

Translator = Callable[[str, str], str]
"""Gives the translation of a template, by its context and its English words."""


class Text(str):
    """An English text made of a template and values. Values may be texts themselves; all are shown literally.

    What str makes of it, such as a sum, a part or an f-string, is plain English that nobody translates any more:
    `translate(...).format(...)` and `joined` keep it whole.
    """

    __slots__ = ("_args", "_context", "_template", "_values")

    def __new__(  # noqa: PYI034 - typing is not loaded here, because a softphone waits for cti-event
        cls, context: str, template: str, args: tuple[object, ...] = (), values: dict[str, object] | None = None
    ) -> Text:
        """The English sentence with what it is made of; see `translate`."""
        made = super().__new__(cls, template.format(*args, **(values or {})) if args or values else template)
        made._context = context
        made._template = template
        made._args = args
        made._values = values or {}
        return made

    def format(self, *args: object, **values: object) -> Text:
        """The text with these values in the places of its template."""
        return Text(
            self._context, self._template, tuple(map(_kept, args)), {name: _kept(each) for name, each in values.items()}
        )

    def written(self, translator: Translator) -> str:
        """The text in the words of a translator, its values included."""
        template = translator(self._context, self._template) if self._context else self._template
        if not self._args and not self._values:
            return template
        args = [written(value, translator) for value in self._args]
        return template.format(*args, **{name: written(value, translator) for name, value in self._values.items()})

    @property
    def made_of(self) -> tuple[str, str, tuple[object, ...], dict[str, object]]:
        """Context, template, and the values of its places by position and by name."""
        return self._context, self._template, self._args, self._values

    def __reduce__(self) -> tuple[object, ...]:
        return Text, self.made_of

    _args: tuple[object, ...]
    _context: str
    _template: str
    _values: dict[str, object]


def translate(context: str, template: str) -> Text:
    """A text to be translated. Qt's lupdate finds calls by this name; it takes both arguments as plain literals.

    Values come by `format`, which works as on any str: `translate("Setup", "{seats} seats").format(seats=5)`. Without
    values, braces stand for themselves.
    """
    return Text(context, template)


def joined(*parts: str, by: str = " ") -> Text:
    """Texts and names in a row, each of which is still translated by itself; empty ones are left out."""
    there = tuple(part for part in parts if part)
    return Text("", by.join("{}" for _ in there), there) if there else Text("", "")


def _kept(value: object) -> object:
    """A value as it is shown; an error or a path is kept as its words and not held on to."""
    return value if isinstance(value, str | int | float) else str(value)


def written(value: object, translator: Translator) -> object:
    """A value in the words of a translator where it is a text, else the value itself."""
    return value.written(translator) if isinstance(value, Text) else value
