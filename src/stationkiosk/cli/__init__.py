"""The commands of the station, one module a family; each brings in what it needs when it runs."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
