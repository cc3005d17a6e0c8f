"""The user interface: Qt widgets only. It may import tray; tray never imports it but to start it.

Importing it takes PySide6's hook out of the import system. The hook reads the source text of every module that is
imported later, in search of `from __feature__ import`, which this product does not use; it nearly doubles the time of
the start and keeps all that text in memory.
"""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - installs the hook

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
linecache.clearcache()
