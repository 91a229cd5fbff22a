"""The station's hardware: clock, printers, ID and code readers, evidence sources."""
