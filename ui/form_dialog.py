"""A setup dialog made of fields: which were edited, what is wrong with them, and how changes of others are merged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget, QWidget

from tray.errors import InvalidField, Refused
from ui.form_fields import Field
from ui.form_page import FormPage
from ui.setup_dialog import SetupDialog, focus_first
from ui.setup_words import problem_words
from ui.theme import Theme


class FormDialog(SetupDialog):
    """Pages of fields, as tabs. Subclasses say which value of a sheet belongs to which field.

    `taken` is the sheet that the fields began with. What is saved is its records with the edits: with those of a sheet
    that came while the user edits, a change of somebody else would be overwritten without a word.
    """

    def __init__(self, theme: Theme, name: str, size: QSize) -> None:
        super().__init__(theme, name, size)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setDocumentMode(False)
        self.body.addWidget(self.tabs)
        self._pages: list[FormPage] = []
        self._base: Mapping[str, object] = {}
        self.taken: Any = None

    def values(self, sheet: Any) -> Mapping[str, object]:
        """The value of each field in a sheet, by the key of the field."""
        raise NotImplementedError

    def show_facts(self, sheet: Any) -> None:
        """Show what a sheet tells beside the fields; called for every sheet that arrives."""
        raise NotImplementedError

    @property
    def fields(self) -> list[Field[Any]]:
        """All fields, in the order of the pages."""
        return [field for page in self._pages for field in page.fields if field.key in self._base]

    def draft(self) -> dict[str, Any]:
        """What the fields hold now, by key; a field that is not acceptable counts as not edited."""
        return {field.key: self._base[field.key] if field.problem() else field.value for field in self.fields}

    def add_page(self, page: FormPage) -> None:
        """A page whose fields count."""
        self._pages.append(page)
        for field in page.fields:
            field.edited.connect(self.edited)

    def take(self, sheet: Any, *, keep_edits: bool) -> None:
        """Show a sheet; with `keep_edits`, a field that was edited keeps what was typed."""
        kept = {field.key for field in self.fields if keep_edits and field.value != self._base[field.key]}
        self.taken = sheet
        self._base = dict(self.values(sheet))
        self.show_facts(sheet)
        for field in self.fields:
            if field.key not in kept:
                field.show_value(self._base[field.key])
        self.drafted()

    def take_live(self, sheet: Any) -> None:
        """Show what changes by itself."""
        self.show_facts(sheet)
        self.drafted()

    def is_changed(self) -> bool:
        """Whether a field holds another value than the store."""
        return any(field.value != self._base[field.key] for field in self.fields)

    def edited(self) -> None:
        """The user changed a field."""
        super().edited()
        self.drafted()

    def drafted(self) -> None:
        """The fields hold other values than before."""

    def check(self) -> bool:
        """Whether every field is acceptable; the first that is not gets the keyboard, and its tab is marked."""
        wrong = [field for field in self.fields if not field.check()]
        self._mark(wrong)
        return not wrong

    def refuse(self, error: InvalidField | Refused) -> bool:
        """Show at its field what the store does not accept."""
        wrong = [field for field in self.fields if field.key == error.field]
        for field in wrong:
            field.complain(lambda: problem_words(error))
        self._mark(wrong)
        return bool(wrong)

    def first_control(self) -> QWidget:
        """The first field that is seen, or the tabs where nothing can be edited."""
        seen = (field.control for field in self.fields if field.control.isVisible() and field.control.isEnabled())
        return next(seen, self.tabs.tabBar()) if self.can_edit else self.tabs.tabBar()

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the fields, or only read them."""
        for page in self._pages:
            for field in page.fields:
                field.set_open(can_edit and field.key in self._base)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        for page in self._pages:
            page.restyle()

    def _mark(self, wrong: list[Field[Any]]) -> None:
        for page in self._pages:
            has_wrong = any(field in wrong for field in page.fields)
            self.tabs.setTabIcon(self._tab_of(page), self.theme.icon("notice", 16) if has_wrong else QIcon())
        if wrong:
            page = next(page for page in self._pages if wrong[0] in page.fields)
            self.tabs.setCurrentIndex(self._tab_of(page))
            page.ensureWidgetVisible(wrong[0].control)
            focus_first([wrong[0].control])

    def _tab_of(self, page: FormPage) -> int:
        """The tab that holds a page, itself or as a part."""
        for index in range(self.tabs.count()):
            tab = self.tabs.widget(index)
            if tab is page or (tab is not None and tab.isAncestorOf(page)):
                return index
        return -1
