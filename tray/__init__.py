"""The tray process: everything but the widgets. Nothing in this package imports Qt."""
