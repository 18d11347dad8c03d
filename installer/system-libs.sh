#!/bin/sh
# The system libraries that the window, sound and paper need on a Debian-like system.
# Says what is missing, installs it where it may, and otherwise says what to type. Does nothing when nothing is missing.
set -eu

libraries="
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
    libpulse0 libxrandr2 libgssapi-krb5-2 libatomic1 libcups2
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
    libxkbcommon-x11-0
"
programs="ca-certificates poppler-utils"
# Python's own installer is needed only to fetch uv, where uv is not on the machine yet.
uv --version >/dev/null 2>&1 || programs="$programs python3 python3-venv python3-pip"

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    [ "$(uname -s)" != Linux ] || echo "Not a Debian-like system. If a window or sound fails, install what gives: $(echo $libraries)" >&2
    exit 0
fi

present() {  # Debian 13 and Ubuntu 24.04 call some of these NAMEt64
    dpkg-query -W -f '${Status}\n' "$1" "${1}t64" 2>/dev/null | grep -q '^install ok installed$'
}

missing=""
for name in $libraries $programs; do
    case "$name" in  # a Python from elsewhere (pyenv, a container's own) brings these two
        python3) python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && continue ;;
        python3-venv) python3 -c 'import ensurepip' 2>/dev/null && continue ;;
        python3-pip) python3 -m pip --version >/dev/null 2>&1 && continue ;;
    esac
    present "$name" || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
echo "Missing system packages:$missing" >&2
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "They need an administrator. Please type this, then run the same command again:" >&2
    echo "    sudo apt-get update && sudo $install" >&2
    exit 1
fi
echo "Installing them with: ${as_root:+$as_root }$install" >&2
export DEBIAN_FRONTEND=noninteractive
if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive $install; } >&2 </dev/null; then
    echo "The installation failed: see the lines above. Mend that, or type: sudo apt-get update && sudo $install" >&2
    exit 1
fi
