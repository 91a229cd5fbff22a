"""The public's ways through the kiosk as tables of pages, with no UI in them."""
