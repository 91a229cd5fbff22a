"""A market-supervision station's kiosk: one application, carried from complaint to the court's word."""

__version__ = "0.1.0"
