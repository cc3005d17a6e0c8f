"""Icons, translations, help and the demo directory, as files."""
