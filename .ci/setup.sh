# shellcheck shell=bash
# How is everything made ready? Sourced by ./run and ./check, so that both build the same things in the same way.
#
# Exports (bash functions): begin_steps, step, pass_over, fail, find_sources, install_packages, install_modules,
# configure_native, build_target, fetch_official, compile_catalog, build_dist, running_time. A step prints what it does, writes a log
# below build/logs/ and, when it fails, ends the program with the last lines of that log and advice. What is done
# already is recognised by a stamp below build/stamps/ and passed over.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
LOGS="$ROOT/build/logs"
STAMPS="$ROOT/build/stamps"
export DEBIAN_FRONTEND=noninteractive PUPPETEER_SKIP_DOWNLOAD=1 CMAKE_COLOR_DIAGNOSTICS=OFF
# A checkout elsewhere shares the compiler's cache only where paths are taken relative to it.
export CCACHE_BASEDIR="$ROOT" CCACHE_NOHASHDIR=1

# What the build and the tests need of Debian 12. Node and npm are asked for apart: any Node from 18.18 on serves.
PACKAGES=(
  build-essential cmake ninja-build pkg-config ccache clang libclang-rt-14-dev llvm clang-tidy cppcheck emscripten
  libboost-dev nlohmann-json3-dev libgtest-dev googletest libbenchmark-dev
  libpugixml-dev libzip-dev zlib1g-dev libcli11-dev libstemmer-dev
  ca-certificates curl chromium firefox-esr
)

# What the page answers from while the full catalog loads: procedures, supplies, vaccines and groups, without the lexicon:
# a seventh of its size.
FIRST_SYSTEMS=cpt4,hcpcs,hcpcsmod,cvx,msdrg

step_number=0
step_count=0

# begin_steps COUNT: says how many steps will follow.
begin_steps() {
  step_count=$1
  mkdir -p "$LOGS" "$STAMPS"
}

# fail SENTENCE...: ends the program with sentences that say what is wrong and what to do.
fail() {
  printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# Prints what the step's log said last: on a terminal every second in place, elsewhere one line every half minute.
watch_log() {
  local log=$1 seconds=0 line
  while sleep 1 >/dev/null 2>&1; do
    seconds=$((seconds + 1))
    line=$(tail -c 2000 "$log" 2>/dev/null | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c 1-100)
    if [ -t 1 ]; then
      printf '\r\033[K        %s' "$line"
    elif [ $((seconds % 30)) -eq 0 ]; then
      printf '        %3d s  %s\n' "$seconds" "$line"
    fi
  done
}

# run_logged LOG COMMAND...: runs it with its output in LOG while what it says last is shown; returns its exit code.
run_logged() {
  local log=$1 watcher code=0
  shift
  : >"$log"
  watch_log "$log" &
  watcher=$!
  "$@" >>"$log" 2>&1 </dev/null || code=$?
  kill "$watcher" 2>/dev/null
  wait "$watcher" 2>/dev/null || true
  if [ -t 1 ]; then printf '\r\033[K'; fi
  return "$code"
}

# step TITLE LOG ADVICE COMMAND...: runs one numbered step.
step() {
  local title=$1 log="$LOGS/$2.log" advice=$3 start=$SECONDS
  shift 3
  step_number=$((step_number + 1))
  printf '[%d/%d] %s\n' "$step_number" "$step_count" "$title"
  if ! run_logged "$log" "$@"; then
    printf '\n' >&2
    tail -n 25 "$log" >&2
    fail "step $step_number ($title) failed. $advice The whole output is in ${log#"$ROOT"/}."
  fi
  printf '        done in %d s\n' $((SECONDS - start))
}

# pass_over TITLE REASON: counts a step that has nothing to do.
pass_over() {
  step_number=$((step_number + 1))
  printf '[%d/%d] %s: %s\n' "$step_number" "$step_count" "$1" "$2"
}

# is_current NAME TEXT: whether the stamp NAME holds TEXT. keep_stamp NAME TEXT writes it.
is_current() { [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]; }
keep_stamp() { printf '%s\n' "$2" >"$STAMPS/$1"; }

# Prints a checksum of the names, sizes and times of all files below the folders given.
folder_state() { find -L "$@" -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum | cut -d ' ' -f 1; }

# Prints how many compilers may run at once: one per core, and 1.5 GB of memory for each.
parallel_jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo)
  [ "$memory" -ge 1 ] || memory=1
  echo $((cores < memory ? cores : memory))
}

# find_sources DIR_OR_EMPTY: sets OFFICIAL_SOURCES (given by option or environment, may be empty) and CATALOG_SOURCES.
find_sources() {
  local given=${1:-${MEDCODE_SOURCES:-}}
  OFFICIAL_SOURCES=
  if [ -n "$given" ]; then
    [ -d "$given" ] || fail "the folder of sources '$given' does not exist. Name one with --sources DIR or MEDCODE_SOURCES, or leave both out."
    OFFICIAL_SOURCES=$(cd "$given" && pwd)
    CATALOG_SOURCES=("$OFFICIAL_SOURCES" data/starter)
  elif [ -d "$ROOT/data/official" ]; then
    CATALOG_SOURCES=(data/official data/starter)
  else
    CATALOG_SOURCES=(data/starter)
  fi
}

has_node() { command -v node >/dev/null && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 18 || (a == 18 && b >= 18) ? 0 : 1)'; }

# Installs the packages named, as root or by sudo.
apt_install() {
  local root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo -E); fi
  "${root[@]}" apt-get update
  "${root[@]}" apt-get install -y --no-install-recommends "$@"
}

install_packages() {
  local title="Debian packages" missing=() package
  local present
  present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${PACKAGES[@]}" 2>/dev/null | sed -n 's/^installed //p')
  for package in "${PACKAGES[@]}"; do
    grep -qx "$package" <<<"$present" || missing+=("$package")
  done
  has_node || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  if [ ${#missing[@]} -eq 0 ]; then
    pass_over "$title" "all are installed"
    return
  fi
  command -v apt-get >/dev/null || fail "these packages are missing and there is no apt-get to install them: ${missing[*]}. Use Debian 12, or install them yourself."
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "these packages are missing: ${missing[*]}. Install them as root (apt-get install -y ${missing[*]}) and start again."
  fi
  step "$title: install ${missing[*]}" packages "Look at the lines above: is there network, and are Debian 12's package lists in /etc/apt?" apt_install "${missing[@]}"
  has_node || fail "Node 18.18 or newer is needed and apt brought $(node --version 2>/dev/null || echo none). Install a newer Node and start again."
}

install_modules() {
  local title="JavaScript packages (npm ci)" state
  state="$(sha256sum "$ROOT/package-lock.json" | cut -d ' ' -f 1) $(node --version)"
  if [ -d "$ROOT/node_modules/vite" ] && is_current modules "$state"; then
    pass_over "$title" "package-lock.json is unchanged"
    return
  fi
  step "$title" modules "Is the npm registry reachable?" npm --prefix "$ROOT" ci --no-audit --no-fund
  keep_stamp modules "$state"
}

# build_target PRESET TITLE TARGET...: configures where needed and builds; ninja knows what is up to date.
build_target() {
  local preset=$1 title=$2
  shift 2
  build_now() {
    cd "$ROOT" && cmake --preset "$preset" -DMEDCODE_SOURCES="$SIZE_SOURCES" &&
      cmake --build --preset "$preset" -j "$(parallel_jobs)" --target "$@"
  }
  local SIZE_SOURCES=$OFFICIAL_SOURCES
  # Under the sanitizers the tests at full size would take longer than all others together; they run natively.
  if [ "$preset" = sanitize ]; then SIZE_SOURCES=; fi
  step "$title" "build-$preset" "Mend the first error above; after a change of compiler, remove build/$preset first." build_now "$@"
}

# fetch_official FOLDER [MIRROR]: downloads into FOLDER what is free of licence, with the program just built. What could not
# be had is said and left out; only when FOLDER then holds nothing at all is there nothing to go on with.
fetch_official() {
  local folder=$1 mirror=${2:-} log="$LOGS/fetch.log" start=$SECONDS code=0
  step_number=$((step_number + 1))
  printf "[%d/%d] Publishers' releases that are free of licence, into %s\n" "$step_number" "$step_count" "${folder#"$ROOT"/}"
  run_logged "$log" "$ROOT/build/native/medcode" fetch all --out "$folder" ${mirror:+--base-url "$mirror"} || code=$?
  sed -n 's/^medcode: /        not fetched: /p' "$log"
  if [ -z "$(find "$folder" -type f ! -name '*.part' -print -quit 2>/dev/null)" ]; then
    fail "none of the publishers' releases could be downloaded. Is there network, and a proxy it wants (https_proxy)?" \
      "Without network: download them elsewhere (build/native/medcode sources names the pages) and give their folder with" \
      "--sources DIR, or start without --official and use the starter catalog. The whole output is in ${log#"$ROOT"/}."
  fi
  if [ "$code" -ne 0 ]; then
    printf '        The catalog is built without what was not fetched; the same command fetches it later.\n'
  fi
  printf '        done in %d s\n' $((SECONDS - start))
}

compile_catalog() {
  local title="Catalog of ${CATALOG_SOURCES[*]}" state
  state="$(cd "$ROOT" && folder_state "${CATALOG_SOURCES[@]}") $(sha256sum "$ROOT/build/native/medcode" | cut -d ' ' -f 1) ${CATALOG_SOURCES[*]} $FIRST_SYSTEMS"
  if [ -f "$ROOT/build/catalog/medical-codes.medcat.gz" ] && is_current catalog "$state"; then
    pass_over "$title" "sources and program are unchanged"
    return
  fi
  compile_now() {
    cd "$ROOT" && mkdir -p build/catalog/first build/no-lexicon && build/native/medcode build --sources "${CATALOG_SOURCES[@]}" \
      --out build/catalog/medical-codes.medcat.gz --details build/catalog/details --report build/logs/catalog-report.json &&
      build/native/medcode build --sources "${CATALOG_SOURCES[@]}" --systems "$FIRST_SYSTEMS" \
        --lexicon build/no-lexicon --out build/catalog/first/medical-codes.medcat.gz --quiet
  }
  step "$title" catalog "The lines above name file and line; mend or remove that file. The former catalog is still in place." compile_now
  grep -E '^[a-z0-9]+: [0-9]+ concepts|: [0-9]+ concepts of ' "$LOGS/catalog.log" | sed 's/^/        /'
  keep_stamp catalog "$state"
}

build_dist() {
  local title="Page and element (dist/)" state
  state="$(cd "$ROOT" && folder_state web core/query/LANGUAGE.md data/lexicon package-lock.json package.json build/wasm/engine.mjs build/wasm/engine.wasm build/wasm/builder.mjs build/wasm/builder.wasm build/plain/engine.mjs build/catalog)"
  if [ -f "$ROOT/dist/index.html" ] && [ -f "$ROOT/dist/service-worker.js" ] && is_current dist "$state"; then
    pass_over "$title" "its parts are unchanged"
    return
  fi
  step "$title" dist "Run 'npm run build' to see it again." npm --prefix "$ROOT" run build
  keep_stamp dist "$state"
}

running_time() { printf '%d min %02d s' $((SECONDS / 60)) $((SECONDS % 60)); }
