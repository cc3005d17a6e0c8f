"""One file per source of phone events, all behind one small interface."""
