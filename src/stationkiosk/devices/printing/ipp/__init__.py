"""Office printers: CUPS queues and IPP Everywhere devices, asked in the same words (RFC 8011)."""
