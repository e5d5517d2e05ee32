// Builds the page around the fake engine, for tests of faults: node build-fake.js FOLDER

import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeFakeCatalog } from './make-fake-catalog.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const [folder = `${root}build/fake`] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
await makeFakeCatalog(`${folder}/catalog`);
await writeFile(`${folder}/engine.wasm`, new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
const vite = 'node_modules/vite/bin/vite.js';
const env = {
  ...process.env,
  MEDCODE_ENGINE: fileURLToPath(new URL('fake-engine.js', import.meta.url)),
  MEDCODE_DIST: `${folder}/dist`,
  MEDCODE_CATALOG: `${folder}/catalog`,
  MEDCODE_WASM: `file://${folder}/engine.wasm`,
};
for (const command of [
  [vite, 'build', '--config', 'web/vite.config.js', '--logLevel', 'warn'],
  [vite, 'build', '--config', 'web/vite.engine.config.js', '--logLevel', 'warn'],
  [
    vite,
    'build',
    '--config',
    'web/vite.engine.config.js',
    '--mode',
    'worker',
    '--logLevel',
    'warn',
  ],
  ['web/build/finish.js'],
]) {
  execFileSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' });
}
