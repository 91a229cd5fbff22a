"""The checks before a court is asked to confirm an agreement, by what they look at."""
