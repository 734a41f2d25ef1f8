# What the other scripts share: where the project is, and how a fresh Debian machine gets what it lacks. To be sourced.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# The C libraries that the build links, as Debian packages.
build_packages=(libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libssl-dev zlib1g-dev pkg-config)

say() { printf '%s\n' "$*" >&2; }

# Installs those of the named Debian packages that are missing. As root, or through sudo.
need() {
    local missing=()
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Installing ${missing[*]}"
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_swift() {
    command -v swift >/dev/null && return 0
    say "Praxis is built with Swift 6.3 or newer, which is not on the PATH. See https://www.swift.org/install/"
    exit 1
}

# A mail system for the tests, which set up an instance of their own: nothing of the machine is configured, and nothing is started.
need_postfix() {
    dpkg-query -W -f='${Status}' postfix 2>/dev/null | grep -q 'ok installed' && return 0
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "postfix postfix/main_mailer_type select No configuration" | "${as_root[@]}" debconf-set-selections
    need postfix
}

# The browser and the Python tools of the tests from outside; they are in $venv.
venv="$root/.venv"
need_outside() {
    need chromium python3-venv
    if [ ! -x "$venv/bin/pytest" ] || ! cmp -s "$root/Tests/outside/requirements.txt" "$venv/requirements.txt"; then
        say "Installing the Python tools of the outside tests"
        python3 -m venv "$venv"
        "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$root/Tests/outside/requirements.txt"
        cp "$root/Tests/outside/requirements.txt" "$venv/requirements.txt"
    fi
}
