#!/bin/sh
# What a branch changes in Markdown files, as Markdown for a comment: what was found in short, the differences of fact, and
# the paragraphs that differ. A renamed file is compared with what it was.
#
#   prose.sh origin/main > comment.md
set -eu

if [ $# -ne 1 ]; then
    echo "usage: prose.sh BASE (a branch or commit)" >&2
    exit 2
fi
base=$1
if ! command -v twicetold >/dev/null; then
    echo "prose.sh: twicetold is not on the PATH" >&2
    exit 2
fi
# GitHub takes 65,536 characters in a comment.
most=60000
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
from=$(git merge-base "$base" HEAD)

# A name as git has it, of one that stands on a line: there a line end in it is this sign.
mark=$(printf '\001')
name() { printf '%s.' "$1" | tr "$mark" '\n'; }
# A name as HTML, on one line.
shown() { printf '%s' "$1" | tr "$mark" ' ' | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'; }

# Changed or renamed, not new or deleted. A name may hold anything but NUL, and git quotes none with -z.
git diff -z --name-status --find-renames --diff-filter=MR "$from" HEAD -- \
    ':(top,icase)*.md' ':(top,icase)*.markdown' | tr '\n\0' "$mark\n" >"$folder/files"

while IFS= read -r status; do
    IFS= read -r before
    now=$before
    title=$(shown "$before")
    case $status in
    R*)
        IFS= read -r now
        title="$title → $(shown "$now")"
        ;;
    esac
    # Renamed, and the same.
    [ "$status" != R100 ] || continue
    printf '%s\n' "$title" >>"$folder/titles"
    # The point keeps a line end at the end of a name.
    before=$(name "$before") now=$(name "$now")
    git show "$from:${before%.}" >"$folder/before.md"
    git show "HEAD:${now%.}" >"$folder/now.md"
    printf '\n<details><summary>%s</summary>\n\n' "$title"
    # No line of a text ends the block, for the fence is longer than any in it is likely to be.
    printf '~~~~~~~~~~text\n'
    # One that is not UTF-8, for instance, leaves the others their part.
    twicetold compare "$folder/before.md" "$folder/now.md" || echo "This file could not be compared."
    printf '~~~~~~~~~~\n\n</details>\n'
done <"$folder/files" >"$folder/parts"

echo "## What changed in the texts"
if [ ! -s "$folder/parts" ]; then
    printf '\nNo text was changed.\n'
elif [ "$(wc -c <"$folder/parts")" -gt "$most" ]; then
    printf '\nToo much for a comment: run `twicetold compare` on these files.\n\n<ul>\n'
    sed 's/.*/<li>&<\/li>/' "$folder/titles"
    echo "</ul>"
else
    cat "$folder/parts"
fi
