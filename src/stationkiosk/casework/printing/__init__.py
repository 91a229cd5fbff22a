"""Copies on paper: which printer, what became of each, and what a station has settled about both."""
