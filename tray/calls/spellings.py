"""The names that phones use for the fields of an event, by the field's own name.

`cti-event` offers each of them as an option while a softphone waits for it, so this module imports nothing.
"""

FIELD_SPELLINGS = {
    "number": "number phone remote callerid caller from cli ani tel n caller_number callernumber",
    "name": "name display display_remote displayname caller_name d",
    "line": "line local called to extension dnid did active_user account",
    "call_id": "call_id id callid call-id uuid",
    "event": "event state type action",
    "direction": "direction dir calldirection",
    "cause": "cause",
    "origin": "origin",
    "end": "end",
}
