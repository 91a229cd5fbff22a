"""What staff do at the desk: one facade over the same record the kiosk writes, and what it shows."""
