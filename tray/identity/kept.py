"""What is kept of a sign-in: who, since when, and the tokens. Reading it is strict: anybody may have written it.

It is only ever on a disk inside the vault.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

from tray.identity.model import Account

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """The account, when its user signed in, and the tokens as msal keeps them. The tokens are in no repr."""

    account: Account | None = None
    authorized: datetime | None = None
    tokens: str = field(default="", repr=False)

    def text(self) -> str:
        """All of it, to be sealed."""
        account = self.account
        return json.dumps(
            {
                "version": _VERSION,
                "account": [account.id, account.username, account.name] if account else None,
                "authorized": self.authorized.isoformat() if self.authorized else None,
                "tokens": self.tokens,
            }
        )


def read_kept(text: str) -> Kept:
    """What `Kept.text` wrote; "" is nothing.

    Raises:
        ValueError: it is something else.
    """
    if not text:
        return Kept()
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        raise ValueError("not a kept sign-in of this version")
    account, authorized, tokens = data.get("account"), data.get("authorized"), data.get("tokens")
    if not (isinstance(account, list) and len(account) == 3 and all(isinstance(each, str) for each in account)):
        raise ValueError("no account")
    moment = datetime.fromisoformat(str(authorized))
    if not isinstance(tokens, str) or moment.tzinfo is None:
        raise ValueError("no tokens, or a time without a zone")
    return Kept(Account(*account), moment, tokens)
