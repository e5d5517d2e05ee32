// What does one engine take in a Node of its own? Reads a task from standard input, prints figures as JSON.
//
// Started by tests/bench/side-by-side/run.js, with --expose-gc.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openerOf } from './contestants.js';
import { measurePeer } from './measure-peer.js';

const { name, folder, engine, judged, limits } = JSON.parse(readFileSync(0, 'utf8'));
const files = Object.fromEntries(
  readdirSync(folder).map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]),
);
const load = (/** @type {string} */ module) => import(`../peers/${module}.js`);
const open = await openerOf(name, { engine, load });

async function memory() {
  for (let turn = 0; turn < 3; turn += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed, external };
}

const figures = await measurePeer(() => open(files), judged, limits, memory);
process.stdout.write(JSON.stringify(figures), () => process.exit(0));
