"""Says which Python is needed, and hands over to one when the machine has it.

Read by whatever Python the user started, so it uses only what an old Python 3 parses, and imports nothing of the
product.
"""

import os
import subprocess
import sys

RIGHT = ((3, 11), (3, 12), (3, 13))
NEEDED = "Python 3.11, 3.12 or 3.13"
PROBE = "import sys; print(sys.version_info[0], sys.version_info[1])"


def suits(version: "tuple[int, ...]") -> bool:
    """Whether CTI Tray runs on this version of Python."""
    return tuple(version[:2]) in RIGHT


def candidates(platform: str) -> "list[list[str]]":
    """Commands that may start a right Python on this platform, the best tested first."""
    numbered = [["python%d.%d" % version] for version in RIGHT]  # noqa: UP031
    if platform != "win32":
        return [*numbered, ["python3"]]
    return [["py", "-%d.%d" % version] for version in RIGHT] + numbered  # noqa: UP031


def version_of(command: "list[str]") -> "tuple[int, ...]":
    """The version a command answers with; empty when it is not there or does not start."""
    try:
        answer = subprocess.check_output(
            [*command, "-c", PROBE], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=30
        )
        return tuple(int(part) for part in answer.split())
    except (OSError, subprocess.SubprocessError, ValueError):
        return ()


def find_a_right_python(arguments: "list[str]") -> int:
    """Go on with a right Python if the machine has one; otherwise say in one line what is needed."""
    this = ".".join(str(part) for part in sys.version_info[:2])
    for command in candidates(sys.platform):
        if suits(version_of(command)):
            print("This is Python " + this + "; going on with " + " ".join(command) + ".", flush=True)
            return go_on_with([*command, os.path.dirname(os.path.abspath(__file__)), *arguments])  # noqa: PTH100, PTH120
    hint = "install one from python.org" if sys.platform == "win32" else "install one, for example python3.11"
    sys.stderr.write("CTI Tray needs " + NEEDED + ", and this is Python " + this + ": " + hint)
    sys.stderr.write(", then start this command with it.\n")
    return 1


def go_on_with(command: "list[str]") -> int:
    """Become that command; on Windows, wait for it and return its exit code."""
    if sys.platform == "win32":
        return subprocess.call(command)
    else:  # noqa: RET505 - the type checker follows only branches
        return os.execvp(command[0], command)  # noqa: S606
