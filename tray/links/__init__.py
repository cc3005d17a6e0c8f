"""The tray as the program for links: `tel:`, `callto:` and its own `ctitray:`, known to the system per user."""
