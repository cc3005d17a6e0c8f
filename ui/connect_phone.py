"""The window that helps to connect a phone: choose the product, paste what is shown, and try whether it is heard.

It shows recipes and passes on what is pressed; what is heard, and what is written down, is the business of others.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from tray.errors import CtiError
from tray.interfaces import Commands
from tray.telephony.listened import Listened
from tray.telephony.recipe import Places, Recipe, Way
from tray.telephony.recipes import RECIPES
from ui.answers import Answers
from ui.calm_controls import CalmComboBox
from ui.language import in_language
from ui.live_window import LiveWindow
from ui.parts import fit_controls
from ui.phone_test import PATIENCE_MS, PhoneTest
from ui.recipe_page import RecipePage
from ui.setup_words import error_words
from ui.theme import Space, TextRole, Theme

LOOK_MS = 1000
"""How often it looks at what CTI Tray listens to: somebody waits for Teams to ask."""


class ConnectPhoneWindow(LiveWindow):
    """The window. `help_requested` asks for the help about the product that is shown."""

    help_requested = Signal(str)

    def __init__(self, theme: Theme, commands: Commands, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(theme, "connectPhoneWindow", QSize(720, 600), LOOK_MS)
        self._commands = commands
        self._label = QLabel()
        self._label.setObjectName("productLabel")
        self._products = CalmComboBox()
        self._products.setObjectName("productBox")
        self._label.setBuddy(self._products)
        for recipe in RECIPES:
            self._products.addItem(recipe.name, recipe.product)
        self._page = RecipePage(theme)
        self._test = PhoneTest(theme, lambda: commands.phone_desk, self._unheard, patience_ms)
        self._help, self._close = QPushButton(), QPushButton()
        self._switched, self._saved = Answers(self), Answers(self)
        self._arrange()
        self._connect()
        self.retranslate()
        self.restyle()

    def open(self) -> None:
        """Show the window in front, with what is entered in phones as it is now."""
        self.refresh()
        self.present()
        self._products.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ports, tokens or the listener may be others."""
        desk = self._commands.phone_desk
        self._page.show_recipe(self.recipe, desk.places())
        self._page.show_listened(desk.listened(), afresh=True)

    def reload(self) -> None:
        """What is listened to by itself may have changed; anything else changes by what is pressed here."""
        if self.recipe.way is Way.LISTENED_TO:
            self._page.show_listened(self._commands.phone_desk.listened(), afresh=False)
        if self._test.is_waiting:
            self._test.retranslate()

    @property
    def recipe(self) -> Recipe:
        """What is shown."""
        return RECIPES[self._products.currentIndex()]

    def show_product(self, product: str) -> None:
        """Choose a product."""
        self._products.setCurrentIndex(self._products.findData(product))

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self.setWindowTitle(self.tr("Connect my phone"))
        self._label.setText(self.tr("&Phone or phone program"))
        self._fit_label()
        self._help.setText(self.tr("&Help"))
        self._close.setText(self.tr("C&lose"))
        self._page.setAccessibleName(self.tr("What to do"))
        self._page.retranslate()
        self._test.retranslate()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._label.setFont(self.theme.font(TextRole.BODY))
        self._fit_label()
        self._page.restyle()
        self._test.restyle()
        fit_controls(self.theme, self._products, self._help, self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F1 asks for help."""
        if event.key() == Qt.Key.Key_F1:
            self.help_requested.emit(self.recipe.topic)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody would see what is heard from now on; a minimized window comes back."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._test.clear()

    def _fit_label(self) -> None:
        """Its last letter is a little wider than Qt reckons where a letter is underlined."""
        self._label.setMinimumWidth(0)
        self._label.setMinimumWidth(self._label.sizeHint().width() + Space.INSIDE)

    def _arrange(self) -> None:
        for button, name in ((self._help, "helpButton"), (self._close, "closeButton")):
            button.setObjectName(name)
            button.setAutoDefault(True)
        chosen = QHBoxLayout()
        chosen.setSpacing(Space.EDGE)
        chosen.addWidget(self._label)
        chosen.addWidget(self._products, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addStretch(1)
        buttons.addWidget(self._help)
        buttons.addWidget(self._close)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.EDGE)
        box.addLayout(chosen)
        box.addWidget(self._page, 1)
        edge = QFrame()
        edge.setFrameShape(QFrame.Shape.HLine)
        edge.setFrameShadow(QFrame.Shadow.Sunken)
        box.addWidget(edge)
        box.addWidget(self._test)
        box.addLayout(buttons)

    def _connect(self) -> None:
        self._products.currentIndexChanged.connect(self._choose)
        self._page.lan.switched.connect(self._switch_lan)
        self._switched.arrived.connect(self._lan_switched)
        self._page.teams.pair_requested.connect(self._pair_teams)
        self._page.teams.help_requested.connect(lambda: self.help_requested.emit(self.recipe.topic))
        self._page.lines.chosen.connect(self._choose_lines)
        self._saved.arrived.connect(self._lines_chosen)
        self._help.clicked.connect(lambda: self.help_requested.emit(self.recipe.topic))
        self._close.clicked.connect(self.close)

    def _unheard(self) -> str:
        return in_language(self._commands.phone_desk.unheard(self.recipe.source))

    def _choose(self) -> None:
        self._test.clear()
        self.refresh()

    def _switch_lan(self, on: bool, allowed: str) -> None:
        self._commands.phone_desk.switch_lan(on=on, allowed=allowed, answer=self._switched.expect())

    def _lan_switched(self, answer: object) -> None:
        if isinstance(answer, Places):
            self._page.show_recipe(self.recipe, answer)
        elif isinstance(answer, CtiError):
            self._page.lan.show_wrong(in_language(error_words(answer)))

    def _pair_teams(self) -> None:
        self._commands.phone_desk.pair_teams()

    def _choose_lines(self, lines: tuple[str, ...]) -> None:
        self._commands.phone_desk.choose_lines(lines, self._saved.expect())

    def _lines_chosen(self, answer: object) -> None:
        if isinstance(answer, Listened):
            self._page.lines.show_saved(answer)
        elif isinstance(answer, CtiError):
            self._page.lines.show_wrong(in_language(error_words(answer)))
