"""Papers as reportlab pages: theme, fonts, blocks, one module a family of papers."""
