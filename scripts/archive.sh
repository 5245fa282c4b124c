#!/bin/sh
# Packs the program that was built for a target, with its documents, manual and completions, into out/.
#
#   scripts/archive.sh x86_64-unknown-linux-musl 0.1.0
set -eu
cd "$(dirname "$0")/.."

target=$1 version=$2
name=twicetold-$version-$target
folder=out/$name
case "$target" in *windows*) ending=.exe ;; *) ending= ;; esac
program=target/$target/release/twicetold$ending

mkdir -p "$folder/completions"
cp "$program" LICENSE-MIT LICENSE-APACHE "$folder/"
node scripts/documents.mjs "$folder" "$version"
# A program for another machine does not run on this one.
if "$program" --version >/dev/null 2>&1; then
    "$program" generate man >"$folder/twicetold.1"
    for shell in bash elvish fish power-shell zsh; do
        "$program" generate "$shell" >"$folder/completions/$shell"
    done
else
    rmdir "$folder/completions"
fi
case "$target" in
*windows*) (cd out && 7z a -bso0 "$name.zip" "$name") ;;
*) tar -czf "out/$name.tar.gz" -C out "$name" ;;
esac
rm -r "$folder"
