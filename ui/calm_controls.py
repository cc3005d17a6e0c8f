"""Controls that a turn of the wheel over a form does not change by mistake, as those of Qt do."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class CalmComboBox(QComboBox):
    """A list to choose from."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Only where the user is in the field."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()
