#!/bin/sh
# Draws the SVGs again and makes the JPEGs in demo/media from them, each of at most 130 kB.
# Needs Python 3 with Pillow, and rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
PYTHONDONTWRITEBYTECODE=1 python3 draw.py "$@"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- $(ls ./*.svg | sed 's|^\./||; s|\.svg$||')
mkdir -p ../../demo/media
for name in "$@"; do
    rsvg-convert -w 1600 -h 900 -o "$work/$name.png" "$name.svg"
    python3 - "$work/$name.png" "../../demo/media/$name.jpg" <<'END'
import os, sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert("RGB")
for quality in range(88, 60, -3):
    picture.save(sys.argv[2], quality=quality, subsampling=0 if quality > 84 else 2, optimize=True, progressive=False)
    if os.path.getsize(sys.argv[2]) <= 130_000:
        break
else:
    sys.exit(f"{sys.argv[2]} stays above 130 kB")
END
done
