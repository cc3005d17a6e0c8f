"""Set-up, start and checks from a checkout: `python -m installer run` and `python -m installer test`.

It works before anything is installed, so nothing in here may import more than the standard library (and tray.errors,
which imports nothing).
"""
