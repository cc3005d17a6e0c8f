"""What msal raises and answers, as the errors of this product.

Texts of msal and descriptions of a provider may hold claims of the user: they never go into a message or a log.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tray.errors import CtiError
from tray.identity.errors import Cancelled, ConsentMissing, Misconfigured, ServiceBusy, SignInNeeded, TimedOut
from tray.identity.model import Permission
from tray.texts import translate

_NEEDS_CONSENT = frozenset({"consent_required"})
_CONSENT = _NEEDS_CONSENT | {"invalid_scope", "invalid_target", "unauthorized_client"}
_NEEDS_USER = frozenset({"invalid_grant", "interaction_required", "login_required", "account_selection_required"})
_BUSY = frozenset({"temporarily_unavailable", "server_error"})
_GIVEN_UP = frozenset({"access_denied", "authorization_declined"})
_BROKER = "broker_error"
_BROKER_STATUS = re.compile(r"Status: \S*?Status_(\w+)")
_BROKER_KINDS = {
    "UserCanceled": "access_denied",
    "InteractionRequired": "interaction_required",
    "AccountUnusable": "interaction_required",
    "AccountNotFound": "interaction_required",
    "UserDataRemovalRequired": "interaction_required",
    "NoNetwork": "temporarily_unavailable",
    "NetworkTemporarilyUnavailable": "temporarily_unavailable",
    "ServerTemporarilyUnavailable": "temporarily_unavailable",
    "TransientError": "temporarily_unavailable",
}
_ADDRESS = re.compile(r"^Your given address \(([^)]*)\)")
_NO_CONSENT = "AADSTS65001"


@contextmanager
def msal_errors() -> Iterator[None]:
    """Turn what msal raises into the product's errors; those of the product, from `Web`, pass."""
    try:
        yield
    except CtiError:
        raise
    except ValueError as error:
        raise _unusable(str(error)) from error
    except Exception as error:
        raise Misconfigured(
            translate("SignIn", "The identity provider gave an answer that cannot be used ({kind}).").format(
                kind=type(error).__name__
            )
        ) from error


def _kind_of(result: Mapping[str, Any]) -> str:
    """What was met, in the words of OAuth; Windows has one word for everything and says the rest in its description."""
    kind, said = str(result.get("error", "")), str(result.get("error_description", ""))
    if kind != _BROKER:
        return kind
    if _NO_CONSENT in said:
        return "consent_required"
    status = _BROKER_STATUS.search(said)
    return _BROKER_KINDS.get(status[1], kind) if status else kind


def _unusable(said: str) -> Misconfigured:
    """What msal found wrong with a provider, in words of this product where it often is."""
    if "does not match the authority" in said:
        return Misconfigured(
            translate("SignIn", "The issuer that the identity provider names does not belong to sign_in.authority."),
            hint=translate("SignIn", "Ask your administrator; nothing was sent to it."),
        )
    address = _ADDRESS.search(said)
    if address is not None and not address[1].casefold().startswith("https:"):
        return not_https(address[1])
    reason = said.split(". ", 1)[0].split("\n", 1)[0][:300]
    return Misconfigured(translate("SignIn", "The identity provider cannot be used: {reason}").format(reason=reason))


def not_https(address: str) -> Misconfigured:
    """A provider wants to be asked without encryption, or the browser to open something else than a page."""
    named = translate("SignIn", "The identity provider names an address that is not https: {address}.")
    return Misconfigured(named.format(address=address[:100]))


def refusal_of(result: Mapping[str, Any], permission: Permission) -> CtiError:
    """Why a token was not renewed.

    Without the permission to know who the user is there is no sign-in; the page of the next one asks for it.
    """
    kinds = {_kind_of(result), result.get("suberror"), result.get("classification")}
    if permission is Permission.PROFILE and kinds & _NEEDS_CONSENT:
        return sign_in_needed()
    if kinds & _CONSENT:
        return ConsentMissing(
            translate("SignIn", "{permission} is not allowed yet.").format(permission=" ".join(permission.scopes))
        )
    if kinds & _NEEDS_USER:
        return sign_in_needed()
    if kinds & _BUSY:
        return ServiceBusy(translate("SignIn", "The identity provider cannot answer at the moment."))
    return Misconfigured(
        translate("SignIn", "The identity provider does not renew the sign-in ({kind}).").format(
            kind=str(result.get("error", ""))[:60]
        ),
        hint=translate("SignIn", "If it stays so, ask your administrator."),
    )


def sign_in_needed() -> SignInNeeded:
    """Only the user can renew the sign-in."""
    return SignInNeeded(
        translate("SignIn", "The sign-in to Microsoft has ended."), hint=translate("SignIn", "Sign in again.")
    )


def problem_of(result: Mapping[str, Any]) -> CtiError:
    """Why a sign-in came to nothing. The provider's own description may hold personal data and stays out of logs."""
    kind = _kind_of(result)
    if kind in _GIVEN_UP and result.get("error") == _BROKER:
        return Cancelled(translate("SignIn", "The sign-in was cancelled."))
    if kind in _GIVEN_UP:
        return Cancelled(translate("SignIn", "The sign-in was refused in the browser."))
    if kind == "expired_token":
        return TimedOut(translate("SignIn", "Nobody entered the code in time."))
    return CtiError(
        translate("SignIn", "The identity provider refused the sign-in ({kind}).").format(kind=kind[:60]),
        hint=translate("SignIn", "Try again; if it stays so, ask your administrator."),
    )
