"""Playing a scenario on a virtual clock, through the same engine as the live tray.

Used by `cti-tray replay` and to show what a changed setup card would have done. It keeps nothing and opens nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tray.calls.decisions import Decision, UpdateCard
from tray.calls.engine import Engine, Step, Surroundings
from tray.calls.matching import Record, RecordIndex, find_match
from tray.calls.numbers import NumberReader
from tray.calls.pages import WebClient
from tray.calls.scenario import CardAction, CardEntry, DialEntry, FactEntry, Scenario, SetupEntry, patched

IndexMaker = Callable[[Sequence[Record], NumberReader], RecordIndex]


def play(
    scenario: Scenario,
    make_index: IndexMaker,
    *,
    remembered: Mapping[str, tuple[str, str]] | None = None,
    web_client: WebClient | None = None,
) -> Iterator[Decision]:
    """Play a scenario; gives its decisions in time order. Entries after `run_until` are not played.

    Args:
        scenario: what happens.
        make_index: makes an index of the scenario's records, or gives one that stands already.
        remembered: the record (table, no) that the user chose for a number before; nothing is added to it.
        web_client: where Business Central's pages are.
    """
    reader = NumberReader(scenario.rules)
    index = make_index(scenario.records, reader)
    digits = scenario.rules.match_digits
    current = scenario.setup
    engine = Engine(
        Surroundings(
            reader=reader,
            setup=lambda: current,
            lookup=lambda number, rows: find_match(number, rows, index, digits),
            remembered=dict(remembered or {}),
            web_client=web_client or WebClient(),
        )
    )
    for entry in scenario.entries:
        if entry.at > scenario.run_until:
            break
        if isinstance(entry, SetupEntry):
            current = patched(current, entry.patch)
        else:
            yield from _printed(_do(engine, entry))
    yield from _printed(engine.advance(scenario.run_until))


def _do(engine: Engine, entry: FactEntry | DialEntry | CardEntry) -> Step:
    match entry:
        case FactEntry():
            return engine.handle(entry.event)
        case DialEntry():
            return engine.dial(entry.call_id, entry.number, entry.at, entry.name)
    name = engine.named(entry.call_id)
    if name is None:
        return Step()
    if entry.action is CardAction.DISMISS:
        return engine.dismiss(name, entry.at)
    if entry.action is CardAction.CHOOSE:
        return engine.choose(name, entry.index, entry.at)
    return engine.note(name, entry.text, entry.at)


def _printed(step: Step) -> Iterator[Decision]:
    return (decision for decision in step.decisions if not isinstance(decision, UpdateCard))
