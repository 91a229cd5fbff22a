"""What every window shares: the executor, the words, the measure of the screen, the fonts."""
