// Which inputs are committed? node tests/fuzz/keep-some.mjs FROM TO takes a part of a minimised corpus, half of it the smallest
// inputs and half whichever, and leaves those that once failed: their names start with `fixed-`.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Limits of one target's corpus, so that all together stay a few hundred kB. */
const MOST_BYTES = 48 * 1024;
const MOST_INPUTS = 150;

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const name of readdirSync(to)) {
  if (!name.startsWith('fixed-')) rmSync(join(to, name));
}
const byName = readdirSync(from)
  .sort()
  .map((name) => ({ name, size: statSync(join(from, name)).size }));
const bySize = [...byName].sort((a, b) => a.size - b.size);
const kept = new Set();
let bytes = 0;
for (const [inputs, share] of /** @type {const} */ ([
  [bySize, 0.5],
  [byName, 1],
])) {
  for (const { name, size } of inputs) {
    if (kept.has(name) || bytes + size > MOST_BYTES * share || kept.size >= MOST_INPUTS * share) continue;
    bytes += size;
    kept.add(name);
    copyFileSync(join(from, name), join(to, name));
  }
}
