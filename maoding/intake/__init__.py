"""Intake: how does it get in? Files, cells and rows become entries, or come back with the mend."""
