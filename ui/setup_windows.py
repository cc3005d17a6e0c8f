"""The setup windows: each built when it is first needed, and the ways from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tray.identity.model import SignInCommands
from tray.setup.views import SetupCommands
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.add_user import AddUserWindow
    from ui.audit_window import AuditWindow
    from ui.mapping_dialog import MappingDialog
    from ui.module_setup import ModuleSetupDialog
    from ui.product_users import ProductUsersWindow
    from ui.user_card import UserCardDialog
    from ui.user_list import UserListWindow
    from ui.window import DeskWindow


class SetupWindows:
    """Opens them. All methods belong to the Qt thread.

    `show_sign_in` raises the window of the sign-in, `show_phone` the one that connects a phone.
    """

    def __init__(
        self,
        theme: Theme,
        setup: SetupCommands,
        choose_language: Callable[[str], None],
        sign_in: SignInCommands | None = None,
        show_sign_in: Callable[[], None] = lambda: None,
        show_phone: Callable[[], None] = lambda: None,
    ) -> None:
        self._theme = theme
        self._setup = setup
        self._choose_language = choose_language
        self._sign_in = sign_in
        self._show_sign_in = show_sign_in
        self._show_phone = show_phone
        self._users: UserListWindow | None = None
        self._card: UserCardDialog | None = None
        self._module: ModuleSetupDialog | None = None
        self._product_users: ProductUsersWindow | None = None
        self._add_user: AddUserWindow | None = None
        self._audit: AuditWindow | None = None
        self._mapping: MappingDialog | None = None

    def show(self) -> None:
        """Raise the list of users."""
        if self._users is None:
            from ui.user_list import UserListWindow

            users = self._users = UserListWindow(self._theme, self._setup, self._choose_language)
            users.card_requested.connect(self.show_card)
            users.own_card_requested.connect(lambda: self.show_card(None))
            users.phone_requested.connect(self._show_phone)
            users.module_requested.connect(self.show_module)
            users.product_users_requested.connect(self.show_product_users)
            users.audit_requested.connect(self.show_audit)
            users.mapping_requested.connect(self.show_mapping)
        self._users.open()

    def show_card(self, user_id: int | None, name: str = "") -> None:
        """Raise the setup card of a user with this name; None for the own one."""
        if self._card is None:
            from ui.user_card import UserCardDialog

            self._card = UserCardDialog(self._theme, self._setup, sign_in=self._sign_in)
            self._card.licence_requested.connect(self.show_licence)
            self._card.sign_in_requested.connect(self._show_sign_in)
        self._card.open_for(user_id, name)

    def show_module(self) -> None:
        """Raise the module setup."""
        self._module_setup().open()

    def show_licence(self) -> None:
        """Raise the module setup where it holds the licence."""
        self._module_setup().open_licence()

    def show_product_users(self) -> None:
        """Raise the list of all users."""
        if self._product_users is None:
            from ui.product_users import ProductUsersWindow

            users = self._product_users = ProductUsersWindow(self._theme, self._setup)
            users.card_requested.connect(self.show_card)
            users.module_requested.connect(self.show_licence)
            users.add_requested.connect(self.show_add_user)
        self._product_users.open()

    def show_add_user(self) -> None:
        """Raise the form of a new user."""
        if self._add_user is None:
            from ui.add_user import AddUserWindow

            self._add_user = AddUserWindow(self._theme, self._setup)
            self._add_user.added.connect(self._show_added)
        self._add_user.open()

    def show_audit(self) -> None:
        """Raise the audit trail."""
        if self._audit is None:
            from ui.audit_window import AuditWindow

            self._audit = AuditWindow(self._theme, self._setup)
        self._audit.open()

    def show_mapping(self) -> None:
        """Raise the business mapping."""
        if self._mapping is None:
            from ui.mapping_dialog import MappingDialog

            self._mapping = MappingDialog(self._theme, self._setup)
            self._mapping.licence_requested.connect(self.show_licence)
        self._mapping.open()

    def refresh(self) -> None:
        """The setup became another: what is open loads it again."""
        for window in (self._users, self._card, self._module, self._mapping, self._product_users, self._audit):
            if window is not None:
                window.refresh_if_open()

    def _module_setup(self) -> ModuleSetupDialog:
        if self._module is None:
            from ui.module_setup import ModuleSetupDialog

            self._module = ModuleSetupDialog(self._theme, self._setup)
        return self._module

    def refresh_sign_in(self) -> None:
        """The sign-in of this computer is another than before."""
        if self._card is not None:
            self._card.refresh_sign_in()

    def _show_added(self, user_id: int) -> None:
        if self._product_users is not None:
            self._product_users.show_added(user_id)
        self.refresh()

    def close_all(self) -> None:
        """Close every window for good."""
        windows: tuple[DeskWindow | None, ...] = (
            self._users,
            self._card,
            self._module,
            self._mapping,
            self._product_users,
            self._add_user,
            self._audit,
        )
        for window in windows:
            if window is not None:
                window.hide()
                window.deleteLater()
        self._users = self._card = self._module = self._mapping = None
        self._product_users = self._add_user = self._audit = None
