"""Call ids that stay unique although a phone uses its own ids again.

The FRITZ!Box counts its connections from 0 over and over, and a SIP caller may choose any Call-ID he likes.
"""

from __future__ import annotations

from collections import OrderedDict

from tray.calls.facts import MAX_ID_LENGTH, clean_text

_REMEMBERED = 1000


class UniqueIds:
    """Hands out ids; remembers the last thousand names, which is far more than the calls that can overlap."""

    def __init__(self) -> None:
        self._uses: OrderedDict[str, int] = OrderedDict()

    def unique(self, name: str) -> str:
        """A printable id for a new call that the phone calls `name`: the name itself, from its second use numbered."""
        name = clean_text(name.replace("#", "_"), MAX_ID_LENGTH - 8) or "call"
        uses = self._uses.pop(name, 0) + 1
        self._uses[name] = uses
        if len(self._uses) > _REMEMBERED:
            self._uses.popitem(last=False)
        return name if uses == 1 else f"{name}#{uses}"
