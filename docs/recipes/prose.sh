#!/bin/sh
# What a branch changes in Markdown files, as Markdown for a comment: what was found in short, the differences of fact, and
# the paragraphs that differ.
#
#   prose.sh origin/main > comment.md
set -eu

base=$1
# GitHub takes 65,536 characters in a comment.
most=60000
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Changed, not new or deleted; a name may hold blanks.
git -c core.quotepath=off diff --name-only --diff-filter=M "$base"...HEAD -- '*.md' '*.markdown' >"$folder/files"

{
    echo "## What changed in the texts"
    [ -s "$folder/files" ] || printf '\nNo text was changed.\n'
    while IFS= read -r file; do
        git show "$(git merge-base "$base" HEAD):$file" >"$folder/before.md"
        git show "HEAD:$file" >"$folder/now.md"
        printf '\n<details><summary>%s</summary>\n\n' "$file"
        # No line of a text ends the block, for the fence is longer than any in it is likely to be.
        printf '~~~~~~~~~~text\n'
        # One that is not UTF-8, for instance, leaves the others their part.
        twicetold compare "$folder/before.md" "$folder/now.md" || echo "This file could not be compared."
        printf '~~~~~~~~~~\n\n</details>\n'
    done <"$folder/files"
} >"$folder/comment"

if [ "$(wc -c <"$folder/comment")" -gt "$most" ]; then
    echo "## What changed in the texts"
    printf '\nToo much for a comment: run `twicetold compare` on these files.\n\n'
    sed 's/^/- /' "$folder/files"
else
    cat "$folder/comment"
fi
