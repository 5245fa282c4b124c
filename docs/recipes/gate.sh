#!/bin/sh
# A gate for rewritten text: compares each text of a folder with the text of the same name that it was rewritten from, and
# lets none pass whose figures, dates, names, negations or quotations differ.
#
#   gate.sh originals rewritten
#
# Ends with 0 if all may pass, 1 if somebody should look, 2 if something could not be compared.
set -u

originals=$1
rewritten=$2
worst=0

for text in "$rewritten"/*; do
    name=$(basename "$text")
    differences=$(twicetold facts "$originals/$name" "$text")
    ended=$?
    case $ended in
    0) printf 'passes    %s\n' "$name" ;;
    1) printf 'look at   %s\n%s\n' "$name" "$differences" ;;
    *) printf 'unknown   %s\n' "$name" ;;
    esac
    [ "$ended" -le "$worst" ] || worst=$ended
done
exit "$worst"
