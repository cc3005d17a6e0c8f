"""What `--help` of each command says below its options: form, keys or columns, an example, exit codes. Text only."""

from __future__ import annotations

_CODES = "exit code: 0 done, 1 failed, 2 bad input"
_NO_TRAY = "3 CTI Tray is not running"
_SETUP_FORM = """\
{"module":   {"crm_active": true, "incoming_template": "IN", "outgoing_template": "OUT",
              "missed_incoming_template": "", "unaccepted_outgoing_template": ""},
 "user":     {"open_mask_on": "Call", "close_mask_on": "None", "open_outgoing_mask_on": "User",
              "caller_card_delay": 0, "auto_open_master_data": false, "internal_calls": "Always",
              "crm_active": false},
 "mappings": [{"priority": 1, "table": "Customer", "card_page": "https://erp.example/c/{no}",
               "phone_fields": ["phone", "mobile"], "name_field": "name"}]}"""

EPILOGS = {
    "live.dial": f"""\
The number may be written in any way. Prints {{"call_id": "..."}}, the id of the call in `cti-tray calls`.

example: cti-tray dial "020 555 0101"

{_CODES} (no number), {_NO_TRAY}
""",
    "linking.register": """\
Nothing outside of the user's own settings is written. On Windows choose CTI Tray for tel: and callto: afterwards, in
Settings > Apps > Default apps; elsewhere it is chosen at once. The tray must not dial by tel: links itself then: choose
another method under [dial] in config.toml.

example: cti-tray links register

exit code: 0 done, 1 failed
""",
    "linking.remove": """\
Everything that `links register` wrote is taken away, and nothing else.

example: cti-tray links remove

exit code: 0 done, 1 failed
""",
    "linking.show": """\
keys of --json: schemes (scheme: "not registered", "registered, not chosen" or "registered and chosen"), writes (what
`links register` writes, line by line).

example: cti-tray links show --json

exit code: 0 done, 1 failed
""",
    "live.status": f"""\
keys of --json:
  running    true
  user       the account
  sources    name, state (off, waiting, connected, error), detail, reports
  telephony_lines  of Windows: name, line_id, chosen, open
  store      kind, state (online, offline), setup_age_s, detail
  sign_in    state (signed_out, signed_in, sign_in_needed, offline), account, access_token, refresh_token,
             authorization_time, token_expires
  presence   state (off, not_allowed, unknown, in_call, available, busy, do_not_disturb, away, offline), age_s
  contacts   of Outlook: state (off, not_allowed, waiting, read, failed), age_s, detail
  directory  numbers, age_s
  outbox     waiting, failed
  do_not_disturb  true or false; no_cards_because says why calls get no cards, "" when they do
  icon       state, reason
  calls      call_id, source, direction, state, number, name, started, connected

Times are ISO 8601, ages in seconds. Without a tray --json prints {{"running": false}}.

example: cti-tray status --json

exit code: 0 done, 1 failed, {_NO_TRAY}
""",
    "examining.doctor": """\
Looks at program, settings, data folder, phones, dialling, setup store, sign-in, directory and activities: from the
running tray, and without one from the outside. Each line is ok, attention or problem, with what to do under it. It
changes nothing, asks nobody for a password and takes 10 seconds at most. Tokens, passwords, full phone numbers,
accounts and the user's folders are taken out, so that the report can be pasted into a mail.
keys of --json: problems (how many), findings: area, level (ok, attention, problem), text, advice.

example: cti-tray doctor

exit code: 0 nothing is a problem, 1 something is
""",
    "quiet.do_not_disturb": f"""\
While it is on, calls that begin get no card and no page; they are in Recent calls with that reason and are logged as
ever. It is the switch in the menu of the icon, is kept over restarts, and never changes by itself: also not when Teams
shows "Do not disturb". Without a running tray it holds from the next start on.
--json prints {{"do_not_disturb": true}} or false.

example: cti-tray do-not-disturb on

{_CODES}
""",
    "live.receiver": """\
--json prints {"url": "http://127.0.0.1:PORT", "token": "..."}. Both stay over restarts.
With --new-token the former token is refused at once, also by a running tray; phones must be set up again.
With --lan it is the address and the token of desk phones, which report over the network where sources.lan.enabled is
true and sources.lan.allowed names them.

A softphone reports a call in one of two ways:
  POST URL/v1/call            with the header "Authorization: Bearer TOKEN" and JSON, a form or a query
  GET  URL/v1/call/EVENT      with ?number=...&token=TOKEN
Fields: event, call_id, direction, number, name, line, cause, origin; end is "never" where the phone will not report
the end of the call.

example: {"event": "offered", "call_id": "x1", "direction": "incoming", "number": "+31205550101"}

exit code: 0 done, 1 failed, 3 CTI Tray was never started
""",
    "replaying.replay": f"""\
A scenario is one JSON object. Every key but events has the product's default:
  module, user, mappings   as in `cti-tray setup import`
  directory                records: table, no, and their fields
  region, numbers          country of the numbers; outside_prefix, internal_max_digits, match_digits
  run_until                when to end, in seconds; the last entry plus 600 without it
  events                   entries with "at" in seconds, and one of
    a fact                 call_id, event, source, direction, number, name, line, cause, origin, end
    "setup": {{...}}         changes of module, user or mappings, for later calls
    "card": "dismiss"      with call_id; "choose" with index from 1; "note" with text
    "dial": NUMBER         a dial through CTI Tray, call_id if wanted

Each line printed is one decision: at, decision, call, reason, and what belongs to it; with several files also file.
Decisions: open_card, close_card, open_page, call_ended, log_activity, no_card, no_page, no_activity.

example: {{"events": [{{"at": 0, "call_id": "1", "event": "offered", "number": "+31205550101"}},
                     {{"at": 9, "call_id": "1", "event": "ended"}}]}}

{_CODES} (one line per bad file names the field)
""",
    "records.calls": f"""\
keys of --json: call_id, source, direction, origin, outcome, cause, number, name, table, no, started, connected,
ended, duration_s (talk time in seconds), decisions (as `cti-tray replay` prints them). Times are ISO 8601.

example: cti-tray calls --json --limit 10

{_CODES}
""",
    "records.activity": f"""\
keys of --json: id, call_id, outcome, template, table, no, state (waiting, delivered, failed, local), attempts,
last_error.

example: cti-tray activity --csv activities.csv

{_CODES}
""",
    "directory.load": f"""\
The first line names the columns; comma, semicolon or tab between them, UTF-8 or Windows-1252. The column no is the
record number. The phone fields of the business mapping are read as numbers, else columns that sound like telephones.
Bad rows are told with their line and left out; the old content stays until the new one is complete.

example: cti-tray directory import customers.csv --table Customer
         no,name,phone,mobile
         C0001,Adatum,020 555 0101,

{_CODES}
""",
    "syncing.sync": """\
Reads the Outlook contacts of who is signed in into the table "Outlook contact", with the columns no, name, company,
phone, phone2, mobile, home_phone, home_phone2. The running tray does this by itself every half an hour. A row of the
business mapping must name the table before a call finds a contact. When it fails, the contacts read before stay.

example: cti-tray directory sync --full

exit code: 0 done, 1 failed, not signed in, not allowed or switched off
""",
    "setting.assign": """\
A name is user.NAME or module.NAME; `cti-tray setup show` lists them. All values are set, or none.
  user.open_mask_on           Call, Connected
  user.close_mask_on          None, Connected
  user.open_outgoing_mask_on  User, Always
  user.internal_calls         Always, Never: whether calls with internal numbers get a card
  user.caller_card_delay      whole seconds, 0 to 120
  user.auto_open_master_data, user.crm_active, module.crm_active   true, false
  user. and module.incoming_template, outgoing_template, missed_incoming_template, unaccepted_outgoing_template

example: cti-tray setup set user.caller_card_delay=5 user.open_mask_on=Connected

exit code: 0 done, 1 failed or not allowed, 2 bad input
""",
    "setting.take_in": f"""\
A section or value that is absent stays as it is; mappings are replaced as a whole. All is imported, or nothing.

{_SETUP_FORM}

example: cti-tray setup import setup.json

exit code: 0 done, 1 failed or not allowed, 2 bad input
""",
    "setting.export": f"""\
Without a file the text is printed. `cti-tray setup import` and `cti-tray replay` take it.

{_SETUP_FORM}

example: cti-tray setup export setup.json

exit code: 0 done, 1 failed or not allowed, 2 bad input
""",
    "setting.licence": """\
The file holds {"name": "Adatum", "kind": "Licensed", "seats": 25, "valid_until": "2027-12-31"}. The kind is Licensed,
Trial or Not licensed; valid_until is the last day, or null for no end. Only a licensed admin may enter a licence.

example: cti-tray setup licence licence.json

exit code: 0 done, 1 failed or not allowed, 2 bad input
""",
    "people.load": """\
The first line names the columns: account or email, name, licensed (yes or no). Comma, semicolon or tab between them,
UTF-8 or Windows-1252. Bad lines are told and left out; the others are entered together, or none where seats are short.

example: cti-tray users import users.csv
         account,email,name,licensed
         OFFICE\\anna,anna@example.com,Anna,yes

exit code: 0 done, 1 failed or not allowed, 2 bad input
""",
}
