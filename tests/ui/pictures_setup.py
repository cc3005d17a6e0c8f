"""Save a picture of every setup dialog in every language, to be judged by eye.

    .venv/bin/python -m tests.ui.pictures_setup [FOLDER]

Writes PNG files into .artifacts/pictures (or FOLDER): light and dark in each language, high contrast, 200 % scaling,
200 % text, and German on a small screen. Needs no screen. The dialogs show a real store in a folder that is thrown
away.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QListWidget, QTreeView

from tests.display import wait_until
from tests.ui.pictures import BIG, SMALL, folder_of, in_every_look, in_one_look, screen_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.ui.setup_bench import SetupBench
    from ui.theme import Theme

_ROUNDS = 5
"""Layouts within layouts that ask each other for room, until nobody asks any more."""

Shown = tuple[str, "QWidget"]


def main(arguments: list[str]) -> int:
    """Draw everything; each look and scaling in a process of its own, as Qt reads both at its start."""
    folder = folder_of(arguments)
    in_every_look("tests.ui.pictures_setup", folder, screen_of(folder, *BIG))
    in_one_look("tests.ui.pictures_setup", folder, screen_of(folder, *SMALL), ("small", "de", 200))
    sys.stdout.write(f"Pictures are in {folder.resolve()}\n")
    return 0


def draw(look: str, language: str, percent: int, folder: Path) -> None:
    """Draw every dialog in one look and language."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.pictures import _theme

    application = QApplication(sys.argv[:1])
    theme = _theme(application, look, language)
    for opened in (
        open_dialogs(theme, application),
        *(open_own_card(theme, application, who) for who in ("ADMIN", "PLAIN")),
    ):
        with opened as shown:
            for name, window in shown:
                window.grab().save(str(folder / f"setup-{name}-{look}-{language}-{percent}.png"))


@contextmanager
def open_dialogs(theme: Theme, application: QApplication) -> Iterator[Iterator[Shown]]:
    """Every dialog with everyday content, one after the other, each tab of it by itself."""
    from tests.ui.setup_bench import Person, SetupBench

    with tempfile.TemporaryDirectory() as folder, SetupBench(Path(folder), Person.ADMIN) as bench:
        bench.fill()
        yield _dialogs(theme, bench, application)


@contextmanager
def open_own_card(theme: Theme, application: QApplication, who: str) -> Iterator[Iterator[Shown]]:
    """The own setup card of a `Person`, each tab of it by itself."""
    from tests.ui.setup_bench import Person, SetupBench

    with tempfile.TemporaryDirectory() as folder, SetupBench(Path(folder), Person[who]) as bench:
        bench.fill()
        yield _own_card(theme, bench, application)


def _own_card(theme: Theme, bench: SetupBench, application: QApplication) -> Iterator[Shown]:
    from ui.user_card import UserCardDialog

    card = UserCardDialog(theme, bench.administration, bench.clock.wall)
    card.open_for(None)
    wait_for(application, lambda: card.standpoint and card.findChild(QListWidget, "whatIfList").count())
    for place in range(card.tabs.count()):
        card.tabs.setCurrentIndex(place)
        wait_for(application, card.isVisible)
        yield f"own-{bench.person.name.casefold()}-{place + 1}", card
    card.close()
    card.deleteLater()
    application.processEvents()


def wait_for(application: QApplication, condition: Callable[[], object]) -> None:
    """Wait until the window shows it, and until nothing moves any more."""
    wait_until(lambda: application.processEvents() or condition(), what="the dialog")
    for _ in range(_ROUNDS):
        application.processEvents()


def _dialogs(theme: Theme, bench: SetupBench, application: QApplication) -> Iterator[Shown]:
    from tests.ui.setup_bench import Person
    from tests.ui.sign_in_samples import Told, statuses
    from ui.add_user import AddUserWindow
    from ui.audit_window import AuditWindow
    from ui.mapping_dialog import MappingDialog
    from ui.module_setup import ModuleSetupDialog
    from ui.product_users import ProductUsersWindow
    from ui.user_card import UserCardDialog
    from ui.user_list import UserListWindow

    wait = partial(wait_for, application)

    users = UserListWindow(theme, bench.administration, clock=bench.clock.wall)
    users.open()
    wait(lambda: users.findChild(QLabel, "countLabel").text() not in {"", users.tr("{0} users").format(0)})
    yield "users", users
    card = UserCardDialog(theme, bench.administration, bench.clock.wall)
    card.open_for(bench.user(Person.PLAIN).id)
    wait(lambda: card.standpoint and card.findChild(QListWidget, "whatIfList").count())
    module = ModuleSetupDialog(theme, bench.administration)
    module.open()
    wait(lambda: module.standpoint)
    mapping = MappingDialog(theme, bench.administration)
    mapping.open()
    wait(lambda: mapping.standpoint)
    yield "mapping", mapping
    product_users = ProductUsersWindow(theme, bench.administration, bench.clock.wall)
    product_users.open()
    wait(lambda: product_users.findChild(QTreeView, "userRows").model().rowCount())
    yield "product-users", product_users
    add_user = AddUserWindow(theme, bench.administration)
    add_user.open()
    wait(add_user.isVisible)
    yield "add-user", add_user
    audit = AuditWindow(theme, bench.administration)
    audit.open()
    wait(lambda: audit.findChild(QTreeView, "auditRows").model().rowCount())
    yield "audit", audit
    for name, dialog in (("card", card), ("module", module)):
        for place in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(place)
            wait(dialog.isVisible)
            yield f"{name}-{place + 1}", dialog
    own = UserCardDialog(theme, bench.administration, bench.clock.wall, sign_in=Told(statuses()["needed"]))
    own.open_for(None)
    wait(lambda: own.standpoint)
    own.tabs.setCurrentIndex(1)
    wait(own.isVisible)
    yield "card-own-sign-in", own
    for window in (own, users, card, module, mapping, product_users, add_user, audit):
        window.close()
        window.deleteLater()
    application.processEvents()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        draw(sys.argv[2], sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
    else:
        raise SystemExit(main(sys.argv[1:]))
