"""The one check of the number rules, for scenarios, config.toml and the module setup alike."""

from __future__ import annotations

from phonenumbers import SUPPORTED_REGIONS

from tray.calls.facts import clean_text
from tray.calls.settings import SettingError, read_text
from tray.texts import translate


def read_number_rule(key: str, value: object, field: str) -> str | int:
    """Check one value of the number rules; `key` is a field of `NumberRules`.

    Raises:
        SettingError: it is not acceptable.
    """
    if key == "region":
        region = value.strip().upper() if isinstance(value, str) else ""
        if region not in SUPPORTED_REGIONS:
            problem = translate("Values", "must be a country code of two letters such as NL, not {value}")
            raise SettingError(field, problem, value=clean_text(repr(value), 60))
        return region
    if key == "outside_prefix":
        prefix = read_text(value, field, most=8)
        if any(character not in "0123456789*#" for character in prefix):
            raise SettingError(field, translate("Values", "must be digits, * or #, not {value}"), value=repr(value))
        return prefix
    least, most = (0, 10) if key == "internal_max_digits" else (6, 12)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        problem = translate("Values", "must be a whole number from {lowest} to {highest}, not {value}")
        raise SettingError(field, problem, lowest=least, highest=most, value=repr(value))
    return value
