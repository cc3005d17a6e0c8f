"""The local, offline index of phone numbers and what fills it."""
