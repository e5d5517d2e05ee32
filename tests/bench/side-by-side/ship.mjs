// What does a peer ship? Builds its files from rows and weighs them: node ship.mjs MODULE ROWS.json FOLDER
//
// Started by tests/bench/side-by-side/shipped.js, a process for each peer: some need gigabytes to build.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, sizesOfFiles } from './sizes.js';

const [module, rows, folder] = process.argv.slice(2);
const peer = await import(`../peers/${module}.js`);
const start = performance.now();
const files = await peer.build(JSON.parse(readFileSync(rows, 'utf8')));
const built = performance.now() - start;
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
const sizes = sizesOfFiles(filesIn(folder));
writeFileSync(`${folder}.json`, JSON.stringify({ built, sizes }));
process.exit(0);
