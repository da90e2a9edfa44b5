"""Lundi: an open, self-hosted work platform."""

__version__ = "0.1.0"
