"""The kiosk: bridges of the public screens."""
