"""How Python's garbage collector is set: a process that must be ready soon, then waits, and must not pause in a call.

Modules and classes live as long as the process. Looking through them for garbage again and again costs a fifth of the
start, and later tens of milliseconds at a time when a card ought to be painted.
"""

from __future__ import annotations

import gc


def hurry() -> None:
    """Collect no garbage until `settle`; the imports and making of a start leave next to none."""
    gc.disable()


def settle() -> None:
    """Everything is loaded: leave what is alive now out of every collection from now on. The first time counts."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
