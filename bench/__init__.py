"""Measurements. Each is a ratio within one run: `make bench` makes them and writes them into docs/performance.md."""
