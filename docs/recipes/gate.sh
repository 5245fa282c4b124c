#!/bin/sh
# A gate for rewritten text: compares each text of a folder with the text of the same name that it was rewritten from, and
# lets none pass in which a figure, date, name, negation or quotation was found to differ, or that has nothing in common with
# its original. What it cannot tell: cli/README.md, under the gate.
#
#   gate.sh originals rewritten
#
# Ends with 0 if all may pass, 1 if somebody should look, 2 if something could not be compared or an original has no rewrite.
set -u

if [ $# -ne 2 ]; then
    echo "usage: gate.sh ORIGINALS REWRITTEN (two folders)" >&2
    exit 2
fi
originals=$1
rewritten=$2
worst=0

for folder in "$originals" "$rewritten"; do
    if [ ! -d "$folder" ]; then
        printf 'gate.sh: %s is not a folder\n' "$folder" >&2
        exit 2
    fi
done

for text in "$rewritten"/*; do
    # What a pattern is where no name matches.
    if [ ! -e "$text" ]; then
        printf 'gate.sh: %s has no text\n' "$rewritten" >&2
        worst=2
        continue
    fi
    name=$(basename -- "$text")
    # What was said in case of failure is shown with the name it is about.
    told=$(twicetold facts "$originals/$name" "$text" 2>&1)
    ended=$?
    case $ended in
    0) printf 'passes    %s\n' "$name" ;;
    1) printf 'look at   %s\n%s\n' "$name" "$told" ;;
    *) printf 'unknown   %s\n%s\n' "$name" "$told" ;;
    esac
    [ "$ended" -le "$worst" ] || worst=$ended
done

for text in "$originals"/*; do
    name=$(basename "$text")
    if [ -e "$text" ] && [ ! -e "$rewritten/$name" ]; then
        printf 'missing   %s: no rewrite of it\n' "$name"
        worst=2
    fi
done
exit "$worst"
