"""What the parts of the caller card say about one face; it paints and knows nothing of clicks, calls or the core."""

from __future__ import annotations

from ui.card_face import Action, Face
from ui.card_parts import CardParts
from ui.formats import translate
from ui.theme import Theme


def show_identity(parts: CardParts, face: Face, theme: Theme) -> None:
    """Who it is and how the call stands."""
    parts.shape.show_shape(face.state.icon, face.state.tone)
    parts.state.color = theme.tokens.tone(face.state.tone)
    parts.state.show_text(face.state.text)
    parts.line.show_text(face.line)
    parts.disc.show_name(face.letters, face.name)
    parts.name.muted = face.possible
    parts.name.show_text(face.name)
    parts.detail.show_text(face.detail)
    parts.possible.show_text(translate("CallerCard", "Possible match") if face.possible else "")
    parts.number.show_text(face.number)
    parts.badge.show_text(face.badge)
    for index, caption in enumerate(parts.captions):
        caption.show_text(face.captions[index] if index < len(face.captions) else "")


def show_actions(parts: CardParts, face: Face) -> None:
    """What can be done: the main action, and the small buttons beside it."""
    button = face.primary
    parts.primary.setVisible(button.action is not Action.NONE)
    parts.primary.setEnabled(button.enabled)
    if parts.primary.text() != button.text:
        parts.primary.setText(button.text)
    parts.primary.set_hint(button.hint)
    parts.copy.setVisible(face.has_number)
    parts.call_back.setVisible(face.second is Action.CALL)
    parts.record.setVisible(face.second is Action.OPEN)
