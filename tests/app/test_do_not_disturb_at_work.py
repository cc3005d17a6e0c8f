"""Do not disturb and internal calls in a running tray: from a terminal, over a kill, and what the journal says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.desk import DeskTray, decided
from tests.display import wait_until

ADATUM = "+31205550101"
CRM = {"crm_active": True, "incoming_template": "IN", "missed_incoming_template": "MISSED"}


def reasons(call: dict[str, Any]) -> dict[str, str]:
    return {decision["decision"]: decision["reason"] for decision in call["decisions"]}


def test_a_call_that_begins_meanwhile_gets_no_card_and_is_logged_also_after_a_kill(tray: DeskTray) -> None:
    tray.set_up({"module": CRM, "user": {**CRM, "auto_open_master_data": True}})
    tray.report("offered", call_id="before", number=ADATUM)
    wait_until(lambda: tray.status()["calls"], what="the call that began before")
    assert tray.command("do-not-disturb", "on").startswith("Do not disturb is on")
    tray.report("offered", call_id="during", number="+31205550102")
    tray.report("ended", call_id="during")
    tray.report("ended", call_id="before")
    assert decided(tray.call("before"))[0] == "open_card"
    told = reasons(tray.call("during"))
    assert told["no_card"] == "do not disturb"
    assert told["no_page"] == "no card: do not disturb"
    assert "log_activity" in told
    assert tray.json("activity")[0]["template"] == "MISSED"
    assert (tray.status()["do_not_disturb"], tray.status()["icon"]["shows"]) == (True, "do_not_disturb")
    tray.kill()
    tray.start()
    assert tray.status()["do_not_disturb"] is True
    assert "do not disturb is on" in tray.command("status")
    tray.report("offered", call_id="later", number=ADATUM)
    wait_until(lambda: tray.status()["calls"], what="the call after the restart")
    assert json.loads(tray.command("do-not-disturb", "off", "--json")) == {"do_not_disturb": False}
    tray.report("connected", call_id="later")
    tray.report("ended", call_id="later")
    assert reasons(tray.call("later"))["no_card"] == "do not disturb", "a call keeps what held at its beginning"
    tray.report("offered", call_id="again", number=ADATUM)
    tray.report("ended", call_id="again")
    assert "open_card" in reasons(tray.call("again"))
    refused = tray.run("do-not-disturb", "perhaps")
    assert (refused.returncode, refused.stdout) == (2, "")


def test_without_a_tray_it_holds_from_the_next_start_on(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    assert tray.command("do-not-disturb", "show") == "Do not disturb is off.\n"
    tray.command("do-not-disturb", "on")
    assert json.loads(tray.command("do-not-disturb", "show", "--json")) == {"do_not_disturb": True}
    with tray:
        assert tray.status()["do_not_disturb"] is True
    assert json.loads(tray.command("do-not-disturb", "show", "--json")) == {"do_not_disturb": True}


def test_an_internal_call_gets_no_card_where_the_setup_says_so(tray: DeskTray) -> None:
    tray.set_up({"module": CRM, "user": {**CRM, "internal_calls": "Never"}})
    tray.report("offered", call_id="colleague", number="204")
    tray.report("connected", call_id="colleague")
    tray.report("ended", call_id="colleague")
    told = reasons(tray.call("colleague"))
    assert told["no_card"] == "internal_calls=Never"
    assert "log_activity" in told
    tray.report("offered", call_id="passed on", number="204")
    tray.report("connected", call_id="passed on", number=ADATUM)
    tray.report("ended", call_id="passed on")
    assert "open_card" in reasons(tray.call("passed on"))
