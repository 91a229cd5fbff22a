"""Shared by every window: executor, words, fonts, theme."""
