"""A phone system in full swing, as a process of its own: overlapping calls at a steady rate.

`caller.py PORT TOKEN CALLS PER_SECOND OVERLAP` reports each call as offered and, every second one, connected, and ends
it `OVERLAP` calls later. Prints one JSON object: how often it came too late to keep the rate, and the slowest answer.
"""

from __future__ import annotations

import json
import sys
import threading
import time

from tests.benchmarks.processes import Phone


def main() -> None:
    port, token, calls, per_second, overlap = int(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:6])
    phone = Phone(port, token)
    pause = threading.Event()
    slowest, late = 0.0, 0
    begun = time.perf_counter()
    for place in range(calls + overlap):
        left = begun + place / per_second - time.perf_counter()
        late += left < 0
        pause.wait(max(0.0, left))
        sent = time.perf_counter()
        if place < calls:
            phone.report("offered", f"s{place}", number=f"+3120700{place % 10_000:04d}")
            if place % 2:
                phone.report("connected", f"s{place}")
        if place >= overlap:
            phone.report("ended", f"s{place - overlap}")
        slowest = max(slowest, time.perf_counter() - sent)
    sys.stdout.write(json.dumps({"late": late, "slowest_s": slowest}))


if __name__ == "__main__":
    main()
