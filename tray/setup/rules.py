"""Who may change setup, and what must stay true of users and seats. Pure; every store asks here before it writes.

The rules: only a licensed admin in a licensed product changes users, roles, module setup, mappings and cards, the own
card included; a licensed admin may enter a licence whatever its state, or nobody could renew it; seats are never
exceeded; of the licensed admins the last one keeps role and licence.
"""

from __future__ import annotations

from datetime import datetime

from tray.errors import Refused
from tray.setup.model import Licence, LicenceState, User
from tray.texts import translate

_STATES = {
    LicenceState.LICENSED: translate("Setup", "Licensed"),
    LicenceState.NOT_LICENSED: translate("Setup", "Not licensed"),
    LicenceState.TRIAL: translate("Setup", "Trial"),
    LicenceState.EXPIRED: translate("Setup", "Expired"),
}
ASK_ADMIN = translate("Setup", "Ask an administrator of CTI Tray.")


def require_licensed_admin(actor: User) -> None:
    """Refuse whoever is not a licensed admin.

    Raises:
        Refused: not an admin, or an admin without a licence.
    """
    if not actor.admin:
        raise Refused(translate("Setup", "Only an administrator may do this."), hint=ASK_ADMIN)
    if not actor.licensed:
        raise Refused(translate("Setup", "Only a licensed administrator may do this."), hint=ASK_ADMIN)


def require_administration(actor: User, licence: Licence, now: datetime) -> None:
    """Refuse whoever is not a licensed admin in a licensed product.

    Raises:
        Refused: by role, by the user's licence, or by the state of the product's licence.
    """
    require_licensed_admin(actor)
    state = licence.state(now)
    if not state.allows:
        raise Refused(
            translate("Setup", "The licence of CTI Tray is: {state}. Setup can be read but not changed.").format(
                state=_STATES[state]
            ),
            hint=translate("Setup", "Enter a valid licence first."),
        )


def require_own_or_admin(actor: User, user_id: int) -> None:
    """Refuse a user who reads somebody else's card without being an administrator.

    Raises:
        Refused: it is another's card.
    """
    if actor.id != user_id:
        require_licensed_admin(actor)


def require_seats(wanted: int, total: int, *, field: str = "") -> None:
    """Refuse to license more users than there are seats; `field` is the value that asked for it.

    Raises:
        Refused: `wanted` users need more than `total` seats.
    """
    if wanted > total:
        one = translate("Setup", "The licence has 1 seat, and {wanted} would be needed.")
        several = translate("Setup", "The licence has {total} seats, and {wanted} would be needed.")
        raise Refused(
            (one if total == 1 else several).format(total=total, wanted=wanted),
            hint=translate("Setup", "Deactivate a user or add seats first."),
            field=field,
        )


def require_other_admin(user: User, licensed_admins: int, *, field: str = "") -> None:
    """Refuse what would take role or licence from the last licensed admin; `field` is the value that asked for it.

    Raises:
        Refused: `user` is the only one left of `licensed_admins`.
    """
    if user.licensed and user.admin and licensed_admins <= 1:
        raise Refused(
            translate("Setup", "{name} is the last licensed administrator and keeps role and licence.").format(
                name=user.name
            ),
            hint=translate("Setup", "Make somebody else an administrator first."),
            field=field,
        )
