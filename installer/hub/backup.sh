#!/bin/sh
# backup.sh DATA TARGET: one backup of a running district into TARGET/<time>. Keys are not in it: see docs/deploy.md.
# Tables first, photos after: a photo that came in between is there once more, never one less.
set -eu
data=$1
into=$2/$(date -u +%Y%m%dT%H%M%SZ)
umask 077
mkdir -p "$into.part"
if [ -f "$data/database" ]; then
    cp "$data/database" "$into.part/database"
    pg_dump --format=custom --file="$into.part/hub.dump" --dbname="$(cat "$data/database")"
else
    python3 -c 'import sqlite3, sys
source, target = (sqlite3.connect(one) for one in sys.argv[1:])
source.backup(target)
assert target.execute("PRAGMA integrity_check").fetchone() == ("ok",)' "$data/hub.db" "$into.part/hub.db"
fi
cp -a "$data/blobs" "$into.part/blobs"
sync
mv "$into.part" "$into"
echo "$into"
