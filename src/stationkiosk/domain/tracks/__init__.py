"""One table a track: its states, and the actions that move a matter between them."""
