"""``python -m stationkiosk``."""

from __future__ import annotations

from stationkiosk.cli import main

if __name__ == "__main__":
    main()
