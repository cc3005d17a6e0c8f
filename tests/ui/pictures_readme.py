"""Draw the pictures of the setup dialogs that the README shows.

    .venv/bin/python -m tests.ui.pictures_readme [FOLDER]

Writes PNG files into resources/screenshots (or FOLDER), light and in English, so that they are what a reader sees. The
picture of the caller card is not among them: it was taken on a desktop.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from tests.ui.pictures import BIG, in_one_look, screen_of
from tests.ui.pictures_setup import open_dialogs, wait_for

FOLDER = Path("resources/screenshots")
NAMES = {
    "users": "setup-users",
    "card-1": "setup-card",
    "module-1": "module-setup",
    "mapping": "business-mapping",
    "product-users": "activate-users",
}


def main(arguments: list[str]) -> int:
    """Draw them, off screen."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    screen = screen_of(Path(".artifacts"), *BIG)
    in_one_look("tests.ui.pictures_readme", folder, screen, ("light", "en", 100))
    sys.stdout.write(f"Pictures are in {folder.resolve()}\n")
    return 0


def draw(look: str, language: str, percent: int, folder: Path) -> None:
    """Draw each, with something done in it that the text beside it speaks of."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.pictures import _theme

    application = QApplication(sys.argv[:1])
    with open_dialogs(_theme(application, look, language), application) as shown:
        for name, window in shown:
            if name == "card-1":
                _edit(window)
                wait_for(application, lambda dialog=window: _changed(dialog))
            if name == "mapping":
                _test(window)
                wait_for(application, lambda dialog=window: "Adatum" in _found(dialog))
            if name in NAMES:
                window.grab().save(str(folder / f"{NAMES[name]}.png"))


def _edit(card: QWidget) -> None:
    box = card.findChild(QComboBox, "user_open_mask_onEdit")
    assert box is not None
    box.setCurrentIndex(1)


def _changed(card: QWidget) -> bool:
    calls = card.findChild(QListWidget, "whatIfList")
    assert calls is not None
    told = [str(calls.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(calls.count())]
    return any("saved card" in text for text in told)


def _test(mapping: QWidget) -> None:
    number, button = mapping.findChild(QLineEdit, "trialEdit"), mapping.findChild(QPushButton, "trialButton")
    assert number is not None
    assert button is not None
    number.setText("020 555 0101")
    button.click()


def _found(mapping: QWidget) -> str:
    return " ".join(label.text() for label in mapping.findChildren(QLabel) if label.isVisible())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        draw(sys.argv[2], sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
    else:
        raise SystemExit(main(sys.argv[1:]))
