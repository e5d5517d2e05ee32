#!/usr/bin/env bash
# Runs the fuzzers: each for as long as one likes, side by side, then merges and minimises what they found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  cat <<'TEXT'
tests/fuzz/run.sh [--minutes N] [--keep] [TARGET...]

Builds the fuzzers with clang++ (preset fuzz, libFuzzer, address and undefined-behaviour sanitizers), runs each target for
N minutes (default 10) from the committed corpus and fresh seeds, all at once and at the lowest priority, and prints a table:
wall and processor time, executions, coverage, inputs, slowest unit, peak memory. A target ends with its first fault; the input
is left in build/fuzz/found/TARGET/. What was found goes on from run to run in build/fuzz/corpus/TARGET/.

  --minutes N  minutes of each
  --keep       afterwards replace tests/fuzz/corpus/TARGET by the smallest inputs that reach the same code
  TARGET       query search catalog sources archives requests articles (all of them when none is named)
TEXT
}

minutes=10
keep=no
targets=()
while [ $# -gt 0 ]; do
  case "$1" in
    --minutes) minutes=$2 && shift ;;
    --keep) keep=yes ;;
    --help | -h) usage && exit 0 ;;
    -*) usage >&2 && exit 2 ;;
    *) targets+=("$1") ;;
  esac
  shift
done
[ ${#targets[@]} -gt 0 ] || targets=(query search catalog sources archives requests articles)

# A hang begins at 20 s of processor time (libfuzzer_entry.cpp). libFuzzer's own limit is wall time, which at the lowest
# priority is mostly waiting: it is only there for an input that waits for something. Bytes: a small catalog has 2 kB.
readonly timeout_seconds=900 most_bytes=16384 memory_mb=2048

echo 19 > /proc/self/autogroup 2> /dev/null || true
renice -n 19 $$ > /dev/null
cmake --preset fuzz > /dev/null
ninja -C build/fuzz fuzz_seeds "${targets[@]/#/fuzz_}" > build/fuzz/build.log || { tail -n 40 build/fuzz/build.log && exit 1; }
build/fuzz/fuzz_seeds build/fuzz/seeds

export ASAN_OPTIONS=detect_stack_use_after_return=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1
fuzz() {
  local target=$1 found=build/fuzz/found/$1 corpus=build/fuzz/corpus/$1
  local TIMEFORMAT='stat::wall_seconds: %0R
stat::user_seconds: %0U
stat::system_seconds: %0S'
  mkdir -p "$found" "$corpus" "tests/fuzz/corpus/$target"
  # The times of `time` go to the log too, whether the target ends well or not.
  { time "build/fuzz/fuzz_$target" "$corpus" "tests/fuzz/corpus/$target" "build/fuzz/seeds/$target" -artifact_prefix="$found/" \
    -dict="tests/fuzz/dictionaries/$target.dict" -max_total_time=$((minutes * 60)) -timeout=$timeout_seconds -report_slow_units=$timeout_seconds -max_len=$most_bytes \
    -rss_limit_mb=$memory_mb -malloc_limit_mb=$memory_mb -print_final_stats=1; } > "build/fuzz/$target.log" 2>&1
}

# The smallest inputs that together reach all the code that was reached.
minimise() {
  local target=$1 merged=build/fuzz/merged/$1
  rm -rf "$merged" && mkdir -p "$merged"
  "build/fuzz/fuzz_$target" -merge=1 -max_len=$most_bytes -timeout=$timeout_seconds "$merged" "tests/fuzz/corpus/$target" "build/fuzz/corpus/$target" "build/fuzz/seeds/$target" \
    > "build/fuzz/$target-merge.log" 2>&1
  [ $keep = no ] || node tests/fuzz/keep-some.mjs "$merged" "tests/fuzz/corpus/$target"
}

running=()
for target in "${targets[@]}"; do
  fuzz "$target" &
  running+=($!)
done
failed=0
for process in "${running[@]}"; do wait "$process" || failed=$((failed + 1)); done
unmerged=()
for target in "${targets[@]}"; do minimise "$target" || unmerged+=("$target"); done
node tests/fuzz/table.mjs build/fuzz "${targets[@]}"
[ ${#unmerged[@]} -eq 0 ] || printf 'not merged: %s; see build/fuzz/*-merge.log\n' "${unmerged[*]}"
[ $failed -eq 0 ] || { printf '%d of %d found a fault: see build/fuzz/found\n' $failed ${#targets[@]} && exit 1; }
