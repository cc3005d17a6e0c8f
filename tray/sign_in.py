"""The sign-in within the tray: what it means for icon, notices, setup store and windows, and what they may ask of it.

It decides nothing about tokens; that is `tray.identity`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from tray.condition import Condition
from tray.errors import CtiError
from tray.identity.model import Account, GraphStatus, Keeping, Method, SignInStatus
from tray.identity.service import SignInService
from tray.interfaces import UserInterface
from tray.notices import Notices
from tray.setup.model import Identity, SignInState
from tray.setup.service import SetupService
from tray.texts import translate
from tray.views import Notice


class SignInDesk:
    """The `SignInCommands` of the windows; every method may be called from any thread and returns at once.

    `heard` is told of every new status, one after the other, and returns at once. `read_graph` tells what is read for
    the user.
    """

    def __init__(
        self,
        make_service: Callable[[Callable[[SignInStatus], None]], SignInService],
        setup: SetupService,
        identity: Identity,
        condition: Condition,
        notices: Notices,
        ui: UserInterface,
    ) -> None:
        self._setup = setup
        self._identity = identity
        self._condition = condition
        self._notices = notices
        self._ui = ui
        self._before: SignInStatus | None = None
        self.heard: Callable[[SignInStatus], None] = lambda _: None
        self.read_graph: Callable[[], GraphStatus] = GraphStatus
        self.service = make_service(self._changed)

    @property
    def status(self) -> SignInStatus:
        """What holds now."""
        return self.service.status

    @property
    def graph(self) -> GraphStatus:
        """What is read for who is signed in."""
        return self.read_graph()

    def sign_in(self, method: Method, window: int | None = None) -> int:
        """Begin to sign in, over the window with this handle; gives the number of the attempt."""
        return self.service.sign_in(method, window)

    def cancel(self) -> None:
        """Give up the attempt that goes on."""
        self.service.cancel()

    def sign_out(self) -> None:
        """Forget the account and its tokens; what stands in the way is told in a notice."""
        threading.Thread(target=self._sign_out, name="sign-out", daemon=True).start()

    def graph_changed(self) -> None:
        """What is read for the user is another."""
        self._ui.sign_in_changed()

    def _sign_out(self) -> None:
        try:
            self.service.sign_out()
        except CtiError as error:
            self._notices.refused(error)

    def _changed(self, status: SignInStatus) -> None:
        """Called with one status after the other."""
        before, self._before = self._before, status
        if before is None or (status.sign_in, status.account) != (before.sign_in, before.account):
            self._identify(status.account)  # first, so that the store tells it of nobody else
            self._setup.publish(status.sign_in)
        state = status.sign_in.state
        if before is None or (status.word, status.configured) != (before.word, before.configured):
            away = status.offline and state is SignInState.SIGNED_IN
            self._condition.sign_in(state, possible=status.configured, away=away)
        if state is SignInState.SIGN_IN_NEEDED and (before is None or before.sign_in.state is not state):
            self._ui.show_notice(_needed(status))
        if status.keeping is not Keeping.KEPT:
            self._notices.tell(Notice(translate("SignIn", "Sign-in to Microsoft"), status.detail))
        self.heard(status)
        self._ui.sign_in_changed()

    def _identify(self, account: Account | None) -> None:
        """The store knows the user by the Windows account and by the sign-in; signing out takes neither back."""
        if account is not None:
            name = account.name or self._identity.name
            known = replace(self._identity, sign_in_id=account.id, email=account.username, name=name)
            self._setup.identify(known)


def _needed(status: SignInStatus) -> Notice:
    return Notice(
        translate("SignIn", "Sign-in needed"),
        status.detail or translate("SignIn", "The sign-in to Microsoft has ended."),
        translate("SignIn", "Calls still come up. Sign in again from the menu of the icon."),
    )
