#!/usr/bin/env bash
# Do two clean builds in two folders give the same dist/, byte for byte?
#
# Usage: npm run reproducible            two clones of HEAD, everything compiled (native, wasm, plain JavaScript), two dist/
#        npm run reproducible -- --page  the module and catalog of build/ as they are; only dist/ is made twice
#
# The folders differ in name, length and depth. The first build may take objects from ccache, which other folders filled;
# the second compiles every file itself (CCACHE_DISABLE=1): what a path, an order or a date changes shows as a difference.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

page=no
[ "${1:-}" = --page ] && page=yes
WORK="$(mktemp -d "${TMPDIR:-/tmp}/medcode-twice-XXXXXX")"
trap 'rm -rf "$WORK"' EXIT
ONE="$WORK/a"
OTHER="$WORK/a folder with a longer name/and one level more/b"

# prepare FOLDER: what is committed, with the modules that are installed.
prepare() {
  mkdir -p "$(dirname "$1")"
  git clone --quiet --no-hardlinks "$ROOT" "$1"
  cp -al "$ROOT/node_modules" "$1/node_modules" 2>/dev/null || cp -a "$ROOT/node_modules" "$1/node_modules"
}

# take_engine FOLDER: module and catalog as they lie in build/.
take_engine() {
  mkdir -p "$1/build/wasm" "$1/build/plain"
  cp "$ROOT"/build/wasm/{engine,builder}.{mjs,wasm} "$1/build/wasm/"
  cp "$ROOT/build/plain/engine.mjs" "$1/build/plain/"
  cp -a "$ROOT/build/catalog" "$1/build/catalog"
}

# compile FOLDER: module and catalog from the beginning, in the way of ./run.
compile() (
  cd "$1"
  export MEDCODE_SOURCES=
  source .ci/setup.sh
  find_sources ""
  begin_steps 4
  build_target wasm "Engine and builder as wasm in $1" engine builder
  build_target plain "Engine as plain JavaScript" engine
  build_target native "Native program" medcode
  compile_catalog
)

# sums FOLDER: the checksum of every file below it, in the order of their names.
sums() (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)

# build FOLDER: dist/ in it.
build() { (cd "$1" && npm run build >"$WORK/build.log" 2>&1) || { tail -n 25 "$WORK/build.log" && exit 1; }; }

for folder in "$ONE" "$OTHER"; do
  prepare "$folder"
  if [ "$page" = yes ]; then take_engine "$folder"; fi
done
if [ "$page" = no ]; then
  compile "$ONE"
  CCACHE_DISABLE=1 compile "$OTHER"
fi
TZ=Pacific/Auckland LC_ALL=C.UTF-8 build "$ONE"
TZ=America/Los_Angeles LC_ALL=C build "$OTHER"

sums "$ONE/dist" >"$WORK/one"
sums "$OTHER/dist" >"$WORK/other"
if ! difference=$(diff "$WORK/one" "$WORK/other"); then
  printf '%s\n\n' "$difference"
  first=$(sed -n 's/^[<>] [0-9a-f]*  //p' <<<"$difference" | head -n 1)
  printf 'The first that differs is dist/%s, from this byte on:\n' "${first#./}"
  cmp "$ONE/dist/$first" "$OTHER/dist/$first" || true
  exit 1
fi
printf '%d files of dist/ are the same in both folders (%s)\n' "$(wc -l <"$WORK/one")" \
  "$([ "$page" = yes ] && echo 'built from one module and catalog' || echo 'everything compiled twice, once without ccache')"
