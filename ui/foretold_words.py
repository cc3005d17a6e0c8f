"""A foretold call in words: whether a card, a page and an activity come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tray.calls.what_if import Comparison, Foretold, NotPlayable, Part
from tray.reasons import in_words
from tray.views import ForetoldCall
from ui.formats import clean_text, translate
from ui.language import in_language


def call_name(call: ForetoldCall) -> str:
    """Who called or was called."""
    return clean_text(call.name or call.number_text) or translate("WhatIf", "Number withheld")


def has_changed(call: ForetoldCall) -> bool:
    """Whether the edited card would do something else than the saved one."""
    return isinstance(call.foretold, Comparison) and bool(call.foretold.changed)


def foretold_words(call: ForetoldCall) -> str:
    """What the call would bring, and in a second line what was otherwise with the saved card, where anything was."""
    if isinstance(call.foretold, NotPlayable):
        return translate("WhatIf", "Too little was kept of this call to play it again")
    before, after, changed = call.foretold.before, call.foretold.after, call.foretold.changed
    told = ", ".join(words(after) for words in _WORDS.values())
    if not changed:
        return told
    otherwise = ", ".join(words(before) for part, words in _WORDS.items() if part in changed)
    return f"{told}\n" + translate("WhatIf", "With the saved card: {before}").format(before=otherwise)


def _card(foretold: Foretold) -> str:
    card = foretold.card
    if card.opens is None:
        return translate("WhatIf", "No card ({reason})").format(reason=in_language(in_words(card.reason)))
    opens = (
        translate("WhatIf", "Card after {0} s").format(round(card.opens))
        if round(card.opens)
        else translate("WhatIf", "Card at once")
    )
    if card.closes is None:
        return opens
    return translate("WhatIf", "{0}, closed after {1} s").format(opens, round(card.closes))


def _page(foretold: Foretold) -> str:
    pages = foretold.page.pages
    if not pages:
        return translate("WhatIf", "no page")
    return translate("WhatIf", "page {0}").format(clean_text(f"{pages[0].table} {pages[0].no}"))


def _activity(foretold: Foretold) -> str:
    template = foretold.activity.template
    return translate("WhatIf", "activity {0}").format(template) if template else translate("WhatIf", "no activity")


_WORDS: Mapping[Part, Callable[[Foretold], str]] = {Part.CARD: _card, Part.PAGE: _page, Part.ACTIVITY: _activity}
