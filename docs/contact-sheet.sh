#!/usr/bin/env bash
# Draws all exercises by a running service, and puts their forty diagrams on one picture: docs/contact-sheet.png.
# Needs curl, jq and rsvg-convert (Debian: librsvg2-bin). Usage: docs/contact-sheet.sh [http://localhost:5080]
set -euo pipefail
base="${1:-http://localhost:5080}/api/v1"
out="$(cd "$(dirname "$0")" && pwd)/contact-sheet.png"
work="$(mktemp -d)"
trap 'rm -r "$work"' EXIT

# A pair of diagrams is an exercise; four pairs stand in a row.
width=230 height=330 title=34 pairs=4
slugs=$(curl -fsS "$base/exercises?limit=100" | jq -r '.items | sort_by(.number) | .[] | "\(.number) \(.slug)"')
count=$(wc -l <<<"$slugs")
rows=$(((count + pairs - 1) / pairs))
{
  echo "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 $((2 * pairs * width)) $((rows * (height + title)))\" font-family=\"sans-serif\">"
  echo '<rect width="100%" height="100%" fill="#fff"/>'
  at=0
  while read -r number slug; do
    id=$(curl -fsS -H 'Content-Type: application/json' -d "{\"exercise\": \"$slug\", \"seed\": 1}" "$base/instances" | jq -r .id)
    x=$((at % pairs * 2 * width)) y=$((at / pairs * (height + title)))
    echo "<rect x=\"$((x + 4))\" y=\"$((y + 4))\" width=\"$((2 * width - 8))\" height=\"$((height + title - 8))\" fill=\"none\" stroke=\"#d0d7de\"/>"
    echo "<text x=\"$((x + 14))\" y=\"$((y + 24))\" font-size=\"14\">$number $slug</text>"
    for view in matrix graph; do
      curl -fsS "$base/instances/$id/diagram.svg?view=$view" >"$work/$view.svg"
      # The diagram keeps its viewBox, and gets a place on the sheet.
      sed "0,/width=\"100%\"/s//x=\"$((x + 10))\" y=\"$((y + title))\" width=\"$((width - 20))\" height=\"$((height - 12))\" preserveAspectRatio=\"xMidYMin meet\"/" "$work/$view.svg" | sed 's/<?xml[^>]*>//'
      x=$((x + width))
    done
    at=$((at + 1))
  done <<<"$slugs"
  echo '</svg>'
} >"$work/sheet.svg"
rsvg-convert -w $((2 * pairs * width)) "$work/sheet.svg" -o "$out"
echo "$out: $count exercises, $(stat -c %s "$out") bytes"
