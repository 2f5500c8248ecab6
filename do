#!/usr/bin/env bash
# The whole workflow in one script; CI calls the same. Every command is safe to run again.
#
#   ./do listen [URL|FILE] [--no-open]   read an article aloud (the sample when none is given)
#   ./do test [pytest options]           make what the tests need and run them all
#   ./do setup                           make .venv and install Oyez with what development needs
#   ./do check                           style, types (of the page too), architecture, docs, and the wheel installed elsewhere
#   ./do bench NAME [--json] [--long]    measure against peers
#   ./do docs                            write docs/cli.md, docs/tour.md, examples/demo.html and the picture
#   ./do screenshots [--out FOLDER]      draw every state of the listening page (see tests/web/states.py)
#   ./do new-page FILE                   make a golden page of a file (see tests/golden.py)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

VENV=.venv
PYTHON=$VENV/bin/python

say() { printf '%s\n' "$*" >&2; }
fail() { say "do: $*"; exit 1; }

find_python() {
  local name
  for name in python3.11 python3.12 python3.13 python3; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
      echo "$name"
      return
    fi
  done
  fail "Python 3.11 or newer is missing; install it, for example: apt install python3.11 python3.11-venv"
}

# install LOCK: .venv with exactly the versions of a lock file; quick when nothing has changed.
install() {
  local lock=$1 stamp
  if [ ! -x "$PYTHON" ]; then
    local base
    base=$(find_python)
    say "making $VENV with $base"
    "$base" -m venv "$VENV" || fail "no virtual environment could be made; Debian needs: apt install python3-venv"
  fi
  stamp="$VENV/.installed-$(basename "$lock")-$(cat "$lock" pyproject.toml | "$PYTHON" -c \
    'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest()[:16])')"
  [ -e "$stamp" ] && return
  say "installing (once): $lock"
  "$PYTHON" -m pip --version >/dev/null 2>&1 || "$PYTHON" -m ensurepip >/dev/null
  # uv, because pip 23.2 of Python 3.11 does not understand every requirement of our dependencies.
  "$PYTHON" -m pip install --quiet --disable-pip-version-check uv
  # Compiled as pip does it, so that every start costs what it costs a user, wherever Python may write none itself.
  "$PYTHON" -m uv pip install --quiet --compile-bytecode --python "$PYTHON" --require-hashes --requirement "$lock"
  "$PYTHON" -m uv pip install --quiet --python "$PYTHON" --no-deps --editable .
  touch "$stamp"
}

# debian PROGRAM PACKAGE WHY: a system package where we may install one, else a clear word.
debian() {
  command -v "$1" >/dev/null && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "installing $2 ($3)"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2"; } >/dev/null 2>&1 && return
  fi
  say "missing: $1 ($3); install it with: apt install $2. What needs it is skipped."
}

# page_tools: what the checks of the page take from npm, exactly as locked; quick when nothing has changed.
page_tools() {
  local locked=tests/web/package-lock.json installed=tests/web/node_modules/.package-lock.json
  [ "$installed" -nt "$locked" ] && return
  debian npm npm "types and accessibility of the listening page"
  command -v npm >/dev/null || return 0
  say "installing (once): $locked"
  (cd tests/web && npm ci --silent) || say "npm could not install $locked. What needs it is skipped."
}

page_types() {
  local tsc=tests/web/node_modules/.bin/tsc
  if [ -x "$tsc" ]; then "$tsc" -p tests/web; else say "skipped: the types of the page's modules, for want of npm"; fi
}

wheel_check() {
  local work
  work=$(mktemp -d)
  trap 'rm -rf "$work"' RETURN
  say "building the wheel and installing it elsewhere with plain pip"
  "$PYTHON" -m uv build --quiet --wheel --out-dir "$work/dist" --python "$PYTHON" .
  "$PYTHON" -m venv "$work/venv"
  "$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/*.whl
  (cd "$work" && OYEZ_STORE=$work/store venv/bin/oyez check &&
    OYEZ_STORE=$work/store venv/bin/oyez listen --no-open -o "$work/sample.mp3" >/dev/null &&
    test -s "$work/sample.mp3" && test -s "$work/sample.html")
}

command=${1:-}
[ $# -gt 0 ] && shift
case $command in
  setup) install requirements-dev.lock ;;
  listen)
    install requirements.lock
    exec "$VENV/bin/oyez" listen "$@"
    ;;
  test)
    install requirements-dev.lock
    debian chromium chromium "tests of the listening page in a real browser"
    debian firefox-esr firefox-esr "the same tests in a second one"
    page_tools
    exec "$PYTHON" -m pytest --doctest-modules src tests "$@"
    ;;
  check)
    install requirements-dev.lock
    "$PYTHON" -m ruff format --check --quiet . || fail "the format is off; run: $VENV/bin/ruff format ."
    "$PYTHON" -m ruff check --quiet .
    "$PYTHON" -m mypy
    page_tools
    page_types
    "$PYTHON" -m pytest tests/house
    "$PYTHON" -m docs.make --check
    wheel_check
    say "all checks passed"
    ;;
  bench)
    install requirements-dev.lock
    if [ "${1:-}" = page ]; then
      debian chromium chromium "the page in a real browser"
      debian firefox-esr firefox-esr "the same in a second one"
      debian pulseaudio pulseaudio "a sound card that keeps time"
    fi
    "$PYTHON" -m compileall -q src # as pip does for whoever installs it
    exec "$PYTHON" -m bench "$@"
    ;;
  screenshots)
    install requirements-dev.lock
    debian chromium chromium "drawing the listening page"
    exec "$PYTHON" -m docs.screenshots "$@"
    ;;
  docs)
    install requirements-dev.lock
    debian chromium chromium "the picture in the README"
    exec "$PYTHON" -m docs.make "$@"
    ;;
  new-page)
    install requirements-dev.lock
    exec "$PYTHON" -m tests.golden "$@"
    ;;
  *)
    sed -n '2,12s/^# \{0,1\}//p' do
    exit 2
    ;;
esac
