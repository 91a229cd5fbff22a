"""The windows: one QObject bridge a screen over QML; no SQL, no rules of law."""
