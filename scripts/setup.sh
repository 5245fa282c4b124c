#!/bin/sh
# Installs what is missing and says what it installs; run again, it does nothing.
#
#   scripts/setup.sh build   what the build needs
#   scripts/setup.sh test    that, and what the tests need: browsers and their drivers
#
# Tools go to .tools/ in this folder, browsers come from the system's package manager. Ready-made tools are taken from the
# releases of their projects where they can be had, and built where not. TOOLS_FROM names another place than GitHub that has
# the same paths; TOOLS_FROM=none builds all.
set -eu
cd "$(dirname "$0")/.."

WASM_PACK=0.15.1
WASM_BINDGEN=0.2.130 # as in Cargo.lock: the two must be the same
GECKODRIVER=0.37.1
NODE=20

TOOLS_FROM=${TOOLS_FROM:-https://github.com}
# Seconds: for a connection, and for a file of at most 20 MB.
CONNECT=5
DOWNLOAD=90

say() { printf 'set-up: %s\n' "$*"; }
fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# This machine as releases name it; nothing for machines that they have no tools for.
machine() {
    case "$(uname -s) $(uname -m)" in
    "Linux x86_64") echo x86_64-unknown-linux-musl ;;
    "Linux aarch64") echo aarch64-unknown-linux-musl ;;
    "Darwin x86_64") echo x86_64-apple-darwin ;;
    "Darwin arm64") echo aarch64-apple-darwin ;;
    esac
}

# Where the archive of a tool stands, below TOOLS_FROM.
archive_of() {
    tool=$1 version=$2 for_machine=$(machine)
    [ -n "$for_machine" ] || return 1
    case "$tool" in
    wasm-pack) echo "wasm-bindgen/wasm-pack/releases/download/v$version/wasm-pack-v$version-$for_machine.tar.gz" ;;
    wasm-bindgen-cli) echo "wasm-bindgen/wasm-bindgen/releases/download/$version/wasm-bindgen-$version-$for_machine.tar.gz" ;;
    geckodriver)
        case "$for_machine" in
        x86_64-*linux*) for_machine=linux64 ;;
        aarch64-*linux*) for_machine=linux-aarch64 ;;
        x86_64-apple*) for_machine=macos ;;
        *) for_machine=macos-aarch64 ;;
        esac
        echo "mozilla/geckodriver/releases/download/v$version/geckodriver-v$version-$for_machine.tar.gz"
        ;;
    *) return 1 ;;
    esac
}

# Takes the programs of an archive if the first of them runs here and is of the right version. Quiet: else they are built.
fetch_tool() {
    tool=$1 program=$2 version=$3
    [ "$TOOLS_FROM" != none ] && has curl && has tar && archive=$(archive_of "$tool" "$version") || return 1
    folder=$(mktemp -d)
    fetched=1
    if curl -fsL --connect-timeout "$CONNECT" --max-time "$DOWNLOAD" -o "$folder/archive" "$TOOLS_FROM/$archive" 2>/dev/null &&
        tar -xzf "$folder/archive" -C "$folder" 2>/dev/null &&
        at=$(find "$folder" -type f -name "$program") && [ -n "$at" ] &&
        "$at" --version 2>/dev/null | grep -q -F " $version"; then
        mkdir -p .tools/bin
        find "$(dirname "$at")" -type f -perm -u+x ! -name archive -exec cp {} .tools/bin/ \;
        say "took $tool $version, ready-made"
        fetched=0
    fi
    rm -rf "$folder"
    return $fetched
}

# Without the lock file where the registry no longer has a version that the lock file names.
install_tool() {
    name=$1 version=$2 minutes=$3
    say "installing $name $version into .tools/ (about $minutes min)"
    cargo install "$name" --version "$version" --locked --quiet --root .tools ||
        cargo install "$name" --version "$version" --quiet --root .tools ||
        fail "could not install $name. By hand: cargo install $name --version $version"
}

need_rust() {
    has cargo || fail "Rust is missing. By hand: https://rustup.rs (then open a new shell)"
    # rustup reads rust-toolchain.toml and fetches the toolchain it names.
    rustc --version >/dev/null || fail "the toolchain of rust-toolchain.toml is missing. By hand: rustup toolchain install"
    [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] && return
    say "adding the Rust target wasm32-unknown-unknown"
    { has rustup && rustup target add wasm32-unknown-unknown; } ||
        fail "the Rust target is missing. By hand: rustup target add wasm32-unknown-unknown"
}

need_node() {
    has node && has npm || fail "Node.js is missing. By hand: install version $NODE or later from https://nodejs.org"
    node -e "process.exit(process.versions.node.split('.')[0] >= $NODE ? 0 : 1)" ||
        fail "Node.js $(node --version) is too old. By hand: install version $NODE or later from https://nodejs.org"
}

need_tool() {
    crate=$1 program=$2 version=$3 minutes=$4
    { has "$program" && "$program" --version 2>/dev/null | grep -q -F " $version"; } ||
        fetch_tool "$crate" "$program" "$version" ||
        install_tool "$crate" "$version" "$minutes"
}

need_packages() {
    stamp=www/node_modules/.twicetold
    cmp -s www/package-lock.json "$stamp" && return
    say "installing the page's npm packages into www/node_modules"
    # A lock file written on another system may lack packages that are optional there: then, without it.
    npm --prefix www ci --no-audit --no-fund --no-update-notifier --loglevel=error ||
        npm --prefix www install --no-save --no-audit --no-fund --no-update-notifier --loglevel=error ||
        fail "could not install npm packages. By hand: npm --prefix www install"
    cp www/package-lock.json "$stamp"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs packages without a question; what cannot be installed is looked for again by who asked.
apt_install() {
    has apt-get && as_root true 2>/dev/null || return 0
    say "installing with apt-get: $*"
    as_root apt-get update -qq || say "apt-get update failed; going on with the lists that are there"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || true
}

need_browsers() {
    node scripts/browsers.mjs >/dev/null 2>&1 && return
    packages=
    node scripts/browsers.mjs chromium >/dev/null 2>&1 || packages="$packages chromium"
    node scripts/browsers.mjs chromedriver >/dev/null 2>&1 || packages="$packages chromium-driver"
    node scripts/browsers.mjs firefox >/dev/null 2>&1 || packages="$packages firefox-esr"
    # shellcheck disable=SC2086
    [ -z "$packages" ] || apt_install $packages
    node scripts/browsers.mjs >/dev/null || fail "the tests need the browsers above"
}

# Not every system has it: without it one flow is skipped.
need_webkit() {
    node scripts/browsers.mjs webkit && return
    apt_install webkit2gtk-driver xvfb
    node scripts/browsers.mjs webkit || node scripts/browsers.mjs | grep '^WebKit'
}

build() {
    need_rust
    need_node
    need_packages
    need_tool wasm-pack wasm-pack "$WASM_PACK" 3
    need_tool wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN" 5
}

PATH="$PWD/.tools/bin:$PWD/www/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
export PATH

case "${1:-}" in
build) build ;;
test)
    build
    node scripts/browsers.mjs geckodriver >/dev/null 2>&1 || fetch_tool geckodriver geckodriver "$GECKODRIVER" ||
        install_tool geckodriver "$GECKODRIVER" 2
    need_browsers
    need_webkit
    ;;
*) fail "say build or test" ;;
esac
