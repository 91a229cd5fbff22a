"""The self-test: one list of checks for the kiosk's page, the command, the desk and the paper."""
