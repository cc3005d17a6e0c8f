"""The commands of `cti-tray`, one module for each group; imported only when the command is used."""
