"""The desk: the clerk's window on the same record."""
