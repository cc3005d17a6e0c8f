"""The rules of calls and cards, pure: no I/O, no clock, no thread; it imports nothing else of the product."""
