"""The tables of journal.db, as numbered steps that are only ever added to.

Wall times are whole microseconds since the epoch; `offset` and `t0` belong to the monotonic clock of the process named
by `run`. `recovered` marks a call that a start closed as lost, `resumed` one that went on after that. `logged` says
that the call's activity was written once, whatever became of it since.
"""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE call (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL UNIQUE,
            run TEXT NOT NULL,
            source TEXT NOT NULL,
            call_id TEXT NOT NULL,
            direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing')),
            origin TEXT NOT NULL,
            outcome TEXT,
            cause TEXT,
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            record_table TEXT,
            record_no TEXT,
            line TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            started INTEGER NOT NULL,
            connected INTEGER,
            ending INTEGER,
            ended INTEGER,
            seen INTEGER NOT NULL,
            offset REAL NOT NULL,
            t0 REAL NOT NULL,
            recovered INTEGER NOT NULL DEFAULT 0,
            resumed INTEGER NOT NULL DEFAULT 0,
            logged INTEGER NOT NULL DEFAULT 0,
            if_lost TEXT,
            decisions TEXT NOT NULL DEFAULT '[]',
            facts TEXT NOT NULL DEFAULT '[]'
        )""",
        """CREATE TABLE call_name (
            source TEXT NOT NULL,
            call_id TEXT NOT NULL,
            uid TEXT NOT NULL,
            PRIMARY KEY (source, call_id, uid)
        ) WITHOUT ROWID""",
        "CREATE INDEX call_name_by_uid ON call_name (uid)",
        "CREATE INDEX call_by_start ON call (started)",
        "CREATE INDEX call_by_number ON call (number, started)",
        "CREATE INDEX call_by_record ON call (record_table, record_no, started)",
        "CREATE INDEX call_open ON call (seq) WHERE ended IS NULL",
        """CREATE TABLE activity (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            call_id TEXT NOT NULL,
            source TEXT NOT NULL,
            direction TEXT NOT NULL,
            outcome TEXT NOT NULL,
            template TEXT NOT NULL,
            record_table TEXT,
            record_no TEXT,
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            line TEXT NOT NULL,
            note TEXT NOT NULL,
            started INTEGER NOT NULL,
            connected INTEGER,
            ended INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed', 'local')),
            attempts INTEGER NOT NULL DEFAULT 0,
            last_error TEXT NOT NULL DEFAULT '',
            next_try INTEGER NOT NULL DEFAULT 0,
            receipt TEXT NOT NULL DEFAULT ''
        )""",
        "CREATE INDEX activity_by_state ON activity (state, seq)",
        """CREATE TABLE choice (
            number TEXT PRIMARY KEY,
            record_table TEXT NOT NULL,
            record_no TEXT NOT NULL,
            used INTEGER NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX choice_by_use ON choice (used)",
    ),
)
