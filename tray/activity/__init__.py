"""The call journal and the durable outbox of CRM activities: one SQLite file that survives a kill at any instant."""
