#!/bin/sh
# Inside a session bus of its own: a screen, the kiosk on it, and whoever walks it from outside.
set -eu
exec 3>&1
display=$(mktemp)
Xvfb -displayfd 1 -screen 0 1080x1920x24 -nolisten tcp >"$display" 2>/dev/null &
screen=$!
trap 'kill "$kiosk" "$screen" 2>/dev/null || true' EXIT
kiosk=$screen
until [ -s "$display" ]; do sleep 0.1; done
DISPLAY=":$(cat "$display")"
export DISPLAY
"$1" -m tests.ui.outside.kiosk >/dev/null 2>&1 3>&- &
kiosk=$!
"$2" tests/ui/outside/walker.py
