"""The papers the station issues: what stands on each, their numbers, and who makes them."""
