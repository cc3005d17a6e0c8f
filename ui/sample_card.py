"""A made-up call with which a hidden card is built and painted at the start, so that the first real one is quick."""

from __future__ import annotations

from tray.calls.matching import MatchKind
from tray.calls.model import CallState, Direction
from tray.views import CandidateView, CardView

SAMPLE = CardView(
    call="",
    direction=Direction.INCOMING,
    state=CallState.OFFERED,
    number="+31205550101",
    number_text="020 555 0101",
    name="Adatum Corporation",
    detail="Purchasing",
    match=MatchKind.EXACT,
    candidates=(CandidateView("Customer", "10000", "Adatum Corporation", "", has_page=True),),
    chosen=None,
    started=0.0,
    since=None,
)
