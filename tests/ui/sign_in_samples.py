"""Every state of the sign-in as its window has to show it: plain values, and a desk that only tells them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tray.identity.model import (
    Account,
    Attempt,
    AttemptState,
    ContactsState,
    GraphStatus,
    Keeping,
    Method,
    PresenceState,
    SignInStatus,
)
from tray.setup.model import SignIn, SignInState
from tray.texts import translate

NOW = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
ANNA = Account("0a1c", "anna@example.org", "Anna Vermeer")
LONG = Account("0a1d", f"{'purchasing.department.' * 5}@adatum.example", "Donaudampfschifffahrtselektrizitäten " * 4)
SIGNED_IN = SignIn(SignInState.SIGNED_IN, True, True, NOW - timedelta(days=12), NOW + timedelta(minutes=48))
NEEDED = SignIn(SignInState.SIGN_IN_NEEDED, False, False, NOW - timedelta(days=12), NOW)


class Told:
    """The commands of a desk whose sign-in is as it was told, and what it was asked."""

    def __init__(self, status: SignInStatus) -> None:
        self.status = status
        self.graph = GraphStatus(PresenceState.NOT_ALLOWED, ContactsState.READ)
        self.asked: list[str] = []

    def sign_in(self, method: Method, window: int | None = None) -> int:
        self.asked.append(method.value)
        return 1

    def cancel(self) -> None:
        self.asked.append("cancel")

    def sign_out(self) -> None:
        self.asked.append("sign_out")


def statuses() -> dict[str, SignInStatus]:
    """Every state by name; an attempt in it went on while the window was open."""
    out = SignInStatus(configured=True)
    signed_in = replace(out, sign_in=SIGNED_IN, account=ANNA)
    browser = Attempt(1, Method.BROWSER, AttemptState.WAITING)
    code = Attempt(
        1, Method.DEVICE_CODE, AttemptState.WAITING, address="https://microsoft.com/devicelogin", code="FGHJ-KLMN"
    )
    late = translate("SignIn", "The browser brought no answer.")
    host = translate("SignIn", "{host} cannot be reached.").format(host="login.microsoftonline.com")
    nobody = translate("SignIn", "CTI Tray is not registered with Microsoft yet: sign_in.client_id is empty.")
    no_store = translate("SignIn", "This computer has no credential store: the sign-in ends with CTI Tray.")
    return {
        "looking": SignInStatus(),
        "not-configured": SignInStatus(detail=nobody),
        "signed-out": out,
        "locked": replace(
            out,
            keeping=Keeping.LOCKED,
            detail=translate("SignIn", "The credential store of this computer is locked."),
        ),
        "starting": replace(out, attempt=replace(browser, state=AttemptState.STARTING)),
        "browser": replace(out, attempt=browser),
        "code": replace(out, attempt=code),
        "done": replace(signed_in, attempt=replace(browser, state=AttemptState.DONE)),
        "done-not-kept": replace(
            signed_in,
            attempt=replace(browser, state=AttemptState.DONE),
            keeping=Keeping.MEMORY_ONLY,
            detail=no_store,
        ),
        "cancelled": replace(
            out,
            attempt=replace(
                browser, state=AttemptState.CANCELLED, problem=translate("SignIn", "The sign-in was cancelled.")
            ),
        ),
        "timed-out": replace(out, attempt=replace(browser, state=AttemptState.TIMED_OUT, problem=late)),
        "failed": replace(out, attempt=replace(code, state=AttemptState.FAILED, problem=host)),
        "signed-in": signed_in,
        "offline": replace(signed_in, offline=True, detail=host),
        "long": replace(signed_in, account=LONG),
        "needed": replace(out, sign_in=NEEDED, account=ANNA),
    }
