"""Ledger: what was said, about when, known since when, by whom? Append only; a correction is a new entry."""
