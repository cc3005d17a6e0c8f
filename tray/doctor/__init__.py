"""`cti-tray doctor`: what was found on this computer, what is missing, and what to do about it."""
