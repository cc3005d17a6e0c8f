"""The words of the setup dialogs that several of them use: fields, values, locks, changes of others, errors."""

from __future__ import annotations

from datetime import datetime

from tray.errors import CtiError, InvalidField, Refused
from tray.setup.audit import MOST_TOLD, AuditEntry, Record, SetupConflict
from tray.setup.model import Licence, LicenceKind, LicenceState, SignInState, User
from tray.setup.views import Lock, Standpoint
from ui.formats import age_words, clean_text, clock, day_and_clock, day_words, translate
from ui.language import in_language
from ui.mapping_words import row_change_words


def field_words() -> dict[str, str]:
    """The label of each field of setup, with the mark of its key."""
    return {
        "open_mask_on": translate("Setup", "&Open mask on"),
        "close_mask_on": translate("Setup", "&Close mask on"),
        "open_outgoing_mask_on": translate("Setup", "Open out&going mask on"),
        "internal_calls": translate("Setup", "I&nternal calls"),
        "caller_card_delay": translate("Setup", "Caller card &delay (seconds)"),
        "auto_open_master_data": translate("Setup", "Automatically open &master data"),
        "crm_active": translate("Setup", "C&RM active"),
        "incoming_template": translate("Setup", "&Incoming call"),
        "outgoing_template": translate("Setup", "Out&going call"),
        "missed_incoming_template": translate("Setup", "&Missed incoming call"),
        "unaccepted_outgoing_template": translate("Setup", "&Unaccepted outgoing call"),
        "region": translate("Setup", "R&egion"),
        "outside_prefix": translate("Setup", "Outside &prefix"),
        "internal_max_digits": translate("Setup", "Longest i&nternal number (digits)"),
        "retention_days": translate("Setup", "Keep calls for (&days)"),
        "heartbeat_s": translate("Setup", "&Heartbeat (seconds)"),
        "licensed": translate("Setup", "Licensed"),
        "admin": translate("Setup", "Adm&inistrator"),
        "active": translate("Setup", "Currently active"),
        "sign_in": translate("Setup", "Sign-in to Microsoft Teams"),
        "access_token": translate("Setup", "Access token"),
        "refresh_token": translate("Setup", "Refresh token"),
        "authorization_time": translate("Setup", "Authorization time"),
        "token_expires": translate("Setup", "Token expires"),
        "name": translate("Setup", "Na&me"),
        "kind": translate("Setup", "&Kind"),
        "seats": translate("Setup", "&Seats"),
        "valid_until": translate("Setup", "&Valid until"),
    }


def field_word(name: str, record: Record | None = None) -> str:
    """The name of a field that stands by itself, without the form around it; one that is not known stays as it is.

    `record` tells a name of a user from the name of the licence.
    """
    of_user = {
        "name": translate("Setup", "Name"),
        "email": translate("Setup", "Sign-in name"),
        "account": translate("Setup", "Windows account"),
    }
    if record is Record.USER and name in of_user:
        return of_user[name]
    alone = {
        "name": translate("Setup", "Name of the licence"),
        "kind": translate("Setup", "Kind of licence"),
        "seats": translate("Setup", "Seats of the licence"),
        "valid_until": translate("Setup", "Licence valid until"),
    }
    word = alone.get(name) or field_words().get(name, clean_text(name)).replace("&", "")
    if name.endswith("_template"):
        return translate("Setup", "{call} (interaction template code)").format(call=word)
    return word


def yes_no(value: bool) -> str:
    """Yes or no in words."""
    return translate("Setup", "Yes") if value else translate("Setup", "No")


def value_word(value: str) -> str:
    """A value of the audit trail as it is shown."""
    known = {
        "": translate("Setup", "empty"),
        "true": translate("Setup", "Yes"),
        "false": translate("Setup", "No"),
        "null": translate("Setup", "empty"),
        "signed_in": translate("Setup", "Signed in"),
        "signed_out": translate("Setup", "Signed out"),
        "sign_in_needed": translate("Setup", "Sign-in needed"),
    }
    return known.get(value.casefold(), clean_text(value))


def sign_in_word(state: SignInState) -> str:
    """Whether a user is signed in to Microsoft Teams."""
    return {
        SignInState.SIGNED_IN: translate("Setup", "Yes"),
        SignInState.SIGNED_OUT: translate("Setup", "No"),
        SignInState.SIGN_IN_NEEDED: translate("Setup", "Needs sign-in"),
    }[state]


def licence_word(state: LicenceState) -> str:
    """Where the licence stands."""
    return {
        LicenceState.LICENSED: translate("Setup", "Licensed"),
        LicenceState.NOT_LICENSED: translate("Setup", "Not licensed"),
        LicenceState.TRIAL: translate("Setup", "Trial"),
        LicenceState.EXPIRED: translate("Setup", "Expired"),
    }[state]


def licence_line(state: LicenceState, licence: Licence) -> str:
    """The licence in one line: its name, how it stands, and its last day where it has one."""
    told = translate("Setup", "{name}: {state}").format(name=clean_text(licence.name), state=licence_word(state))
    if licence.valid_until is None or state is LicenceState.NOT_LICENSED:
        return told
    return translate("Setup", "{licence}, until {day}").format(licence=told, day=day_words(licence.valid_until))


def licence_standing(state: LicenceState, licence: Licence) -> str:
    """Where the licence stands, in a sentence that begins with the word of its state, which is never translated."""
    until = licence.valid_until
    sentence = {
        LicenceState.LICENSED: translate("Setup", "valid until {day}") if until else translate("Setup", "valid"),
        LicenceState.NOT_LICENSED: translate("Setup", "there is no licence"),
        LicenceState.TRIAL: translate("Setup", "valid for trying out until {day}"),
        LicenceState.EXPIRED: translate("Setup", "the last day was {day}"),
    }[state]
    return f"{state.value}: {sentence.format(day=day_words(until) if until else '')}"


def why_not_licensed(standpoint: Standpoint) -> str:
    """Why there is no valid licence, in one sentence."""
    until = standpoint.terms.valid_until
    if standpoint.licence is not LicenceState.EXPIRED or until is None:
        return translate("Setup", "CTI Tray is not licensed.")
    trial = translate("Setup", "The trial of CTI Tray has ended; its last day was {day}.")
    bought = translate("Setup", "The licence of CTI Tray has expired; its last day was {day}.")
    return (trial if standpoint.terms.kind is LicenceKind.TRIAL else bought).format(day=day_words(until))


def shut_out_words() -> str:
    """What is said to an administrator who is about to give up the own rights."""
    return translate("Setup", "This is you. Afterwards only another administrator can let you in here again.")


def user_key(user: User) -> str:
    """The account by which a user is known: Windows, else the sign-in name."""
    return clean_text(user.account or user.email or "")


def moment_words(moment: datetime | None, now: datetime) -> str:
    """A time as people say it: the day where it is not today, and the clock."""
    if moment is None:
        return translate("Setup", "never")
    return day_and_clock(moment.timestamp(), now.timestamp())


def date_words(moment: datetime | None) -> str:
    """A date and a time, in full."""
    if moment is None:
        return translate("Setup", "none")
    return f"{day_words(moment.astimezone())} {clock(moment.timestamp())}"


def lock_words(standpoint: Standpoint) -> str:
    """Why a dialog can only be read; "" where it can be changed."""
    if standpoint.lock is Lock.OFFLINE:
        if standpoint.age_s is None:
            return translate("Setup", "The setup store cannot be reached. Shown are the values built in.")
        words = translate("Setup", "The setup store cannot be reached. Setup from {0} ago; it can only be read.")
        return words.format(age_words(standpoint.age_s))
    if standpoint.lock is Lock.PRODUCT_NOT_LICENSED:
        words = translate(
            "Setup",
            "{why} Setup can only be read until an administrator enters a licence in the module setup, tab Licence.",
        )
        return words.format(why=why_not_licensed(standpoint))
    return {
        Lock.NONE: "",
        Lock.NOT_ADMIN: translate("Setup", "Only an administrator can change this."),
        Lock.ADMIN_NOT_LICENSED: translate("Setup", "Only a licensed administrator can change this."),
    }[standpoint.lock]


def loaded_words(words: str, age_s: float) -> str:
    """What a list holds, and how long ago it was loaded."""
    return translate("Setup", "{0}, loaded {1} ago").format(words, age_words(age_s))


def entry_words(entry: AuditEntry) -> str:
    """One change of somebody, in one sentence."""
    if entry.record is Record.MAPPINGS:
        return row_change_words(clean_text(entry.who), entry.field, entry.old, entry.new)
    words = translate("Setup", "{who} changed {field} from {old} to {new}.")
    return words.format(
        who=clean_text(entry.who),
        field=field_word(entry.field, entry.record),
        old=value_word(entry.old),
        new=value_word(entry.new),
    )


def change_words(conflict: SetupConflict) -> str:
    """What others changed meanwhile."""
    changes = [entry for entry in conflict.changes if entry.field]
    told = [entry_words(entry) for entry in changes[-MOST_TOLD:]]
    if len(changes) > len(told):
        told.append(translate("Setup", "And {count} more.").format(count=len(changes) - len(told)))
    return " ".join(told) or translate("Setup", "Somebody else changed this meanwhile.")


def problem_words(error: InvalidField | Refused) -> str:
    """What is wrong with a value, as it is said at its field."""
    if isinstance(error, Refused):
        return error_words(error)
    words = clean_text(in_language(error.problem), 300)
    return f"{words[:1].upper()}{words[1:]}."


def error_words(error: CtiError) -> str:
    """An error as a banner shows it."""
    return clean_text(f"{in_language(error.message)} {in_language(error.hint)}".strip(), 600)
