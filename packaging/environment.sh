# Sourced by run, test and bench, which set `root` (the checkout). Gives:
#   prepare GROUP…   the Python environment in .venv and the system packages of these groups
#   $py              the environment's Python
# Python: $PYTHON, else the newest of 3.13, 3.12, 3.11 that is found.
# Nothing here calls a script by its first line: those break in folders with spaces in the name.

case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *) LC_ALL=C.UTF-8; export LC_ALL ;;
esac
PYTHONUTF8=1
PYTHONPATH="$root/src"
export PYTHONUTF8 PYTHONPATH
py="$root/.venv/bin/python"

say() { printf '%s\n' "$*" >&2; }

fit() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    python=
    for candidate in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3; do
        if fit "$candidate"; then
            python=$(command -v "$candidate")
            return
        fi
        if [ "$candidate" = "${PYTHON:-}" ]; then
            say "PYTHON=$PYTHON is not a Python of 3.11 or later. Name another one, or leave PYTHON unset."
            exit 1
        fi
    done
}

installed() {
    case "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" in installed) ;; *) return 1 ;; esac
}

# Runs a command whose output is of use only when it fails.
quietly() {
    if ! output=$("$@" 2>&1); then
        say "$output"
        say "This did not work: $*"
        exit 1
    fi
}

# Puts into `missing` the packages of the given groups that are not installed.
find_missing() {
    missing=
    while read -r group names; do
        case " $* " in *" $group "*) ;; *) continue ;; esac
        present=
        for name in $(printf '%s' "$names" | tr '|' ' '); do
            if installed "$name"; then present=yes; fi
        done
        [ -n "$present" ] || missing="$missing $names"
    done <"$root/packaging/debian-packages"
    if [ -z "$python" ]; then
        missing="$missing python3 python3-venv"
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        missing="$missing python3-venv"
    fi
}

# Of names that differ between releases, keeps the one that this release has.
choose_names() {
    chosen=
    for names in $missing; do
        first=
        for name in $(printf '%s' "$names" | tr '|' ' '); do
            if [ -z "$first" ] && apt-cache show "$name" >/dev/null 2>&1; then first=$name; fi
        done
        chosen="$chosen ${first:-${names%%|*}}"
    done
}

system_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        if [ -z "$python" ]; then
            say "Python 3.11 or later is needed. Install it, or name it: PYTHON=/path/to/python3 sh packaging/run"
            exit 1
        fi
        return 0
    fi
    find_missing "$@"
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        choose_names
        say "System packages are missing. Have an administrator run this line, then start again:"
        say "    apt-get update && apt-get install -y --no-install-recommends$chosen"
        exit 1
    fi
    say "Installing system packages:$(printf '%s' "$missing" | sed 's/|[^ ]*//g')"
    quietly $as_root apt-get update
    choose_names
    # shellcheck disable=SC2086 # each word is one package
    quietly $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $chosen
    [ -n "$python" ] || find_python
    if [ -z "$python" ]; then
        say "This system offers no Python of 3.11 or later. Name one: PYTHON=/path/to/python3 sh packaging/run"
        exit 1
    fi
}

# One line that changes when the Python or the list of parts does.
wanted() {
    "$python" -VV | tr '\n' ' '
    cat "$root/pyproject.toml" "$root/packaging/constraints.txt" | cksum
}

ready() {
    [ -x "$py" ] || return 1
    for group in "$@"; do
        [ "$group" = screen ] || [ "$(cat "$root/.venv/.ready-$group" 2>/dev/null)" = "$want" ] || return 1
    done
}

sound() {
    [ -x "$py" ] && [ "$("$py" -VV 2>/dev/null)" = "$("$python" -VV)" ] && "$py" -m pip --version >/dev/null 2>&1
}

prepare() {
    find_python
    system_packages "$@"
    want=$(wanted)
    if ready "$@"; then
        return 0
    fi
    if ! sound; then
        say "Making the Python environment in .venv ($("$python" -V))"
        "$python" -m venv --clear "$root/.venv"
    fi
    "$py" "$root/packaging/fetch.py" "$@" >&2
    for group in "$@"; do
        printf '%s\n' "$want" >"$root/.venv/.ready-$group"
    done
}
