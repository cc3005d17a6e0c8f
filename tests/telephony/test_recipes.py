"""The recipes do what they promise: what each product sends by its recipe gives one call that comes and ends."""

from __future__ import annotations

import queue
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.telephony import product_phones as product
from tests.telephony.lan_bench import LanBench, listening
from tests.telephony.product_phones import PROGRAM, Dialog, as_places
from tests.telephony.receiver_bench import NUMBER, PATIENCE_S, Bench, read_answer, running
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.config import load
from tray.telephony.heard import Remark, Trouble, door_of
from tray.telephony.recipe import HIDDEN, Line, Product, Recipe, Way, filled
from tray.telephony.recipes import PROCALL, RECIPE_OF, RECIPES

ANN = Dialog(NUMBER, "Ann Müller & Söhne", "33093")
NAMELESS = Dialog(NUMBER, "", "33094")
LIFE = [CallState.OFFERED, CallState.CONNECTED, CallState.ENDED]
Fill = Callable[[str, Dialog], str]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with running(tmp_path) as bench:
        yield bench


@pytest.fixture
def lan() -> Iterator[LanBench]:
    with listening() as bench:
        yield bench


def line_for(recipe: Recipe, event: str) -> Line:
    """The line of a recipe by which it reports this event."""
    (line,) = (line for line in recipe.lines if re.search(rf"(/v1/call/|--event ){event}\b", line.text))
    return line


def address_of(recipe: Recipe, event: str, port: int, token: str) -> str:
    return filled(line_for(recipe, event), recipe.way, as_places(port, token), shown=True)


def target_of(address: str) -> str:
    """What stands in the request line when an address of this machine is opened."""
    return re.sub(r"^http://[^/]+", "", address)


def opened(bench: Bench | LanBench, address: str, encoding: str = "utf-8") -> int:
    """Open an address as a phone does, byte by byte as it gave it; gives the status."""
    port = bench.listener.port if isinstance(bench, LanBench) else bench.port
    head = f"GET {target_of(address)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(head.encode(encoding))
        return read_answer(reader).status


def heard(facts: queue.Queue[CallEvent], count: int) -> list[CallEvent]:
    return [facts.get(timeout=PATIENCE_S) for _ in range(count)]


def is_one_call(facts: list[CallEvent], direction: Direction = Direction.INCOMING) -> bool:
    """Whether all facts are about one call, which has a direction and a number."""
    (first, *_) = facts
    assert (first.direction, first.number) == (direction, NUMBER)
    return len({(fact.source, fact.call_id) for fact in facts}) == 1


# -- what every recipe has


def test_every_product_has_one_recipe() -> None:
    assert [recipe.product for recipe in RECIPES] == list(RECIPE_OF)
    assert set(RECIPE_OF) == set(Product)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.product.value)
def test_a_recipe_tells_what_to_do_and_what_does_not_come(recipe: Recipe) -> None:
    assert recipe.steps
    assert recipe.limits
    for line in recipe.lines:
        pasted = filled(line, recipe.way, as_places(20123, "s" * 43), shown=True)
        assert not re.search(r"\b(PROGRAM|PORT|COMPUTER|TOKEN)\b", pasted)
        if "TOKEN" in line.text:
            assert "s" * 43 in pasted
            assert "s" * 43 not in filled(line, recipe.way, as_places(20123, "s" * 43), shown=False)
            assert HIDDEN in filled(line, recipe.way, as_places(20123, "s" * 43), shown=False)


def test_lines_of_microsip_keep_within_its_limits() -> None:
    recipe = RECIPE_OF[Product.MICROSIP]
    for line in recipe.lines:
        pasted = filled(line, recipe.way, as_places(1, ""), shown=True)
        value = pasted.partition("=")[2]
        assert len(value) + 100 <= 255, "a much longer path of the program fits as well"
        assert value.count('"') == 2
        assert value.startswith(f'"{PROGRAM}" ')
        assert re.fullmatch(r"[a-z]+ --", value.rpartition(" --event ")[2])


def test_addresses_of_mitel_keep_within_128_characters() -> None:
    recipe = RECIPE_OF[Product.MITEL]
    longest = as_places(65535, "s" * 22, host="255.255.255.255")
    assert max(len(filled(line, recipe.way, longest, shown=True)) for line in recipe.lines) <= 128


@pytest.mark.parametrize("name", [Product.BARESIP, Product.FRITZBOX])
def test_lines_for_config_toml_are_settings_that_can_be_read(tmp_path: Path, name: Product) -> None:
    (line,) = (line for line in RECIPE_OF[name].lines if line.where == "config.toml")
    (tmp_path / "config.toml").write_text(line.text, encoding="utf-8")
    loaded = load(tmp_path)
    assert (loaded.problems, loaded.unknown) == ((), ())
    assert getattr(loaded.config.sources, name.value).enabled
    assert len(loaded.given) == line.text.count(" = ")


# -- programs that are started


def test_microsip_reports_one_incoming_call(bench: Bench) -> None:
    recipe = RECIPE_OF[Product.MICROSIP]
    for event in ("incoming", "connected", "connected", "end"):
        line = filled(line_for(recipe, event), recipe.way, as_places(0, ""), shown=True)
        program, *arguments = product.microsip(line, ANN)
        assert program == PROGRAM
        assert product.run_program(arguments, bench.folder) == 0
    facts = heard(bench.facts, 4)
    assert [fact.state for fact in facts] == [LIFE[0], LIFE[1], LIFE[1], LIFE[2]]
    assert is_one_call(facts)


OPTION = Dialog("--help", "--help", "--help")


def test_a_caller_who_calls_himself_an_option_is_none(bench: Bench) -> None:
    microsip = RECIPE_OF[Product.MICROSIP]
    line = filled(line_for(microsip, "incoming"), microsip.way, as_places(0, ""), shown=True)
    assert product.run_program(product.microsip(line, OPTION)[1:], bench.folder) == 0
    values = {"<Call.NumberSC>": OPTION.number, "<Call.ContactName>": OPTION.name}
    assert started(bench, parameters_of(PROCALL, "incoming"), values) == 0
    assert [fact.number for fact in heard(bench.facts, 2)] == ["--help"] * 2


def test_microsip_without_a_number_reports_a_call_all_the_same(bench: Bench) -> None:
    recipe = RECIPE_OF[Product.MICROSIP]
    line = filled(line_for(recipe, "incoming"), recipe.way, as_places(0, ""), shown=True)
    assert product.run_program(product.microsip(line, Dialog(""))[1:], bench.folder) == 0
    assert [fact.number for fact in heard(bench.facts, 1)] == [""]


@pytest.mark.parametrize(("last", "cause"), [("busy", Cause.BUSY), ("end", None)])
def test_microsip_reports_one_outgoing_call(bench: Bench, last: str, cause: Cause | None) -> None:
    recipe = RECIPE_OF[Product.MICROSIP]
    for event in ("outgoing", last):
        line = filled(line_for(recipe, event), recipe.way, as_places(0, ""), shown=True)
        assert product.run_program(product.microsip(line, ANN)[1:], bench.folder) == 0
    facts = heard(bench.facts, 2)
    assert [(fact.state, fact.cause) for fact in facts] == [(CallState.DIALING, None), (CallState.ENDED, cause)]
    assert is_one_call(facts, Direction.OUTGOING)


def started(bench: Bench, parameters: str, values: dict[str, str]) -> int:
    return product.run_program(product.windows_arguments(product.insert(parameters, values)), bench.folder)


def parameters_of(recipe: Recipe, event: str) -> str:
    return filled(line_for(recipe, event), recipe.way, as_places(0, ""), shown=True)


@pytest.mark.parametrize("dialog", [ANN, NAMELESS])
def test_procall_reports_one_call(bench: Bench, dialog: Dialog) -> None:
    values = {"<Call.NumberSC>": dialog.number, "<Call.ContactName>": dialog.name}
    for event in ("incoming", "connected", "end"):
        assert started(bench, parameters_of(PROCALL, event), values) == 0
    facts = heard(bench.facts, 3)
    assert [fact.state for fact in facts] == LIFE
    assert is_one_call(facts)
    assert facts[0].name == dialog.name


def test_procall_with_fields_that_nobody_filled_in_has_neither_number_nor_name(bench: Bench) -> None:
    assert started(bench, parameters_of(PROCALL, "incoming"), {"--event": "--event"}) == 0
    (fact,) = heard(bench.facts, 1)
    assert (fact.number, fact.name) == ("", "")


def test_3cx_reports_that_somebody_calls(bench: Bench) -> None:
    recipe = RECIPE_OF[Product.THREE_CX]
    (parameters,) = (line.text for line in recipe.lines if line.where == "Parameters")
    values = {"%CallerNumber%": ANN.number, "%CallerDisplayName%": ANN.name}
    assert started(bench, parameters, values) == 0
    (url,) = (line for line in recipe.lines if line.where == "URL")
    address = filled(url, recipe.way, as_places(bench.port, bench.token), shown=True)
    assert opened(bench, product.three_cx_url(address, ANN)) == 202
    facts = heard(bench.facts, 2)
    assert is_one_call(facts)
    assert {fact.name for fact in facts} == {ANN.name}


def test_innovaphone_reports_that_a_call_was_picked_up(bench: Bench) -> None:
    parameters = parameters_of(RECIPE_OF[Product.INNOVAPHONE], "connected")
    assert started(bench, parameters, {"$n": ANN.number, "$d": ANN.name}) == 0
    (fact,) = heard(bench.facts, 1)
    assert (fact.state, fact.direction, fact.number, fact.name) == (
        *(CallState.CONNECTED, Direction.INCOMING),
        *(NUMBER, ANN.name),
    )
    assert fact.end_unseen


# -- programs that open an address


@pytest.mark.parametrize("dialog", [ANN, NAMELESS])
@pytest.mark.parametrize(("name", "fill"), [(Product.ZOIPER, product.zoiper), (Product.NFON, product.nfon)])
def test_a_phone_program_reports_one_call(bench: Bench, name: Product, fill: Fill, dialog: Dialog) -> None:
    for event in ("incoming", "connected", "end"):
        address = address_of(RECIPE_OF[name], event, bench.port, bench.token)
        assert opened(bench, fill(address, dialog)) == 202
    facts = heard(bench.facts, 3)
    assert [fact.state for fact in facts] == LIFE
    assert is_one_call(facts)
    assert facts[0].name == dialog.name


# -- desk phones


def raw_phone(line: str, dialog: Dialog) -> str:
    return product.desk_phone(line, dialog, raw=True)


DESKS: dict[str, tuple[Product, Fill]] = {
    "Yealink": (Product.YEALINK, product.desk_phone),
    "Yealink, nothing encoded": (Product.YEALINK, raw_phone),
    "Snom": (Product.SNOM, product.desk_phone),
    "Snom, nothing encoded": (Product.SNOM, raw_phone),
    "Grandstream": (Product.GRANDSTREAM, product.grandstream),
    "Mitel": (Product.MITEL, product.mitel),
}
PLAIN = Dialog(NUMBER, "Ann Müller", "33093")


@pytest.mark.parametrize("dialog", [PLAIN, NAMELESS], ids=["name", "no name"])
@pytest.mark.parametrize("desk", DESKS)
def test_a_desk_phone_reports_one_incoming_call(lan: LanBench, desk: str, dialog: Dialog) -> None:
    name, fill = DESKS[desk]
    for event in ("incoming", "connected", "end"):
        address = address_of(RECIPE_OF[name], event, lan.listener.port, lan.token)
        assert opened(lan, fill(address, dialog)) == 202, event
    facts = heard(lan.facts, 3)
    assert [fact.state for fact in facts] == LIFE
    assert is_one_call(facts)
    assert (door_of(facts[0].source), facts[0].name) == ("lan", dialog.name)


@pytest.mark.parametrize("desk", DESKS)
def test_a_desk_phone_reports_one_outgoing_call(lan: LanBench, desk: str) -> None:
    name, fill = DESKS[desk]
    for event in ("outgoing", "end"):
        address = address_of(RECIPE_OF[name], event, lan.listener.port, lan.token)
        assert opened(lan, fill(address, PLAIN)) == 202, event
    facts = heard(lan.facts, 2)
    assert [fact.state for fact in facts] == [CallState.DIALING, CallState.ENDED]
    assert is_one_call(facts, Direction.OUTGOING)


@pytest.mark.parametrize("name", [Product.YEALINK, Product.GRANDSTREAM])
def test_hold_and_a_missed_call_are_heard(lan: LanBench, name: Product) -> None:
    fill = dict(DESKS.values())[name]
    for event in ("incoming", "connected", "hold", "unhold", "end"):
        assert opened(lan, fill(address_of(RECIPE_OF[name], event, lan.listener.port, lan.token), PLAIN)) == 202
    states = [fact.state for fact in heard(lan.facts, 5)]
    assert states == [CallState.OFFERED, CallState.CONNECTED, CallState.HELD, CallState.CONNECTED, CallState.ENDED]
    other = Dialog("+31205550102", "", "33095")
    for event in ("incoming", "missed", "end"):
        assert opened(lan, fill(address_of(RECIPE_OF[name], event, lan.listener.port, lan.token), other)) == 202
    facts = heard(lan.facts, 3)
    assert [fact.cause for fact in facts] == [None, Cause.MISSED, None]
    assert len({fact.call_id for fact in facts}) == 1


def test_a_withheld_number_of_a_desk_phone_is_one(lan: LanBench) -> None:
    recipe = RECIPE_OF[Product.SNOM]
    hidden = Dialog("anonymous", "Anonymous", "abc@192.168.1.20")
    assert opened(lan, product.desk_phone(address_of(recipe, "incoming", lan.listener.port, lan.token), hidden)) == 202
    (fact,) = heard(lan.facts, 1)
    assert (fact.number, fact.call_id.endswith("/abc@192.168.1.20")) == ("anonymous", True)


def test_a_variable_that_the_phone_does_not_know_is_no_number(lan: LanBench) -> None:
    recipe = RECIPE_OF[Product.YEALINK]
    assert opened(lan, address_of(recipe, "incoming", lan.listener.port, lan.token)) == 202
    (fact,) = heard(lan.facts, 1)
    assert (fact.number, fact.name, fact.line) == ("", "", "")
    assert {lan.next_remark().field for _ in range(4)} == {"number", "name", "call_id", "line"}


@pytest.mark.parametrize("written", ["%7Bphone%7D", "{phone}", "%CallerNumber%", "%25CallerNumber%25", "$remote"])
def test_a_placeholder_is_told_also_when_a_browser_encoded_it(tmp_path: Path, written: str) -> None:
    told: list[Remark] = []
    with running(tmp_path, tell=told.append) as bench:
        address = f"http://127.0.0.1:{bench.port}/v1/call/incoming?number={written}&token={bench.token}"
        assert opened(bench, address) == 202
        assert heard(bench.facts, 1)[0].number == ""
    assert told == [Remark("receiver", Trouble.PLACEHOLDER, "number", "127.0.0.1")]


def test_recipes_load_no_windows() -> None:
    program = "import sys, tray.telephony.recipes; print('PySide6' in sys.modules, 'h11' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "False"]
    assert {recipe.way for recipe in RECIPES} == set(Way)
