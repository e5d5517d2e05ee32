// Runs the browser scenarios one file after the other (two browsers at once would starve each other).

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('./', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.js'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => `${here}${name}`);
const { status } = spawnSync(
  process.execPath,
  ['--no-deprecation', '--test', '--test-concurrency=1', ...files],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
