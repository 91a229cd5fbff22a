"""The public's window: one thin bridge a screen, QML for the layout."""
