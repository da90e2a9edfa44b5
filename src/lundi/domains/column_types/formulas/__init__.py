"""Formulas: their grammar, what they can compute with, and the functions they know."""
