"""The ways to a receipt printer: network, USB, serial line, file."""
