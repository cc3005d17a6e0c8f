"""The entry of `python -m installer`, also of `python installer`.

Any Python the user happens to have reads this file and handover.py first, so both use only what an old Python 3 parses;
everything newer is imported after the version was checked.
"""

import os
import sys

if not __package__:
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from installer import handover


def main() -> int:
    """Check the Python, then do what the command line says; the exit code is the result."""
    if not handover.suits(sys.version_info[:2]):
        return handover.find_a_right_python(sys.argv[1:])
    from installer.commands import main as run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
