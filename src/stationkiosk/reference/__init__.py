"""Loads ``resources/`` into typed frozen objects; a fault in it fails at start-up, naming file and row."""
