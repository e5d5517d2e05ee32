// The package, packed as npm packs it and installed into an empty project: the engine in Node, its types, and the recipes of
// web/examples built by Vite, each used in Chromium.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scenario } from './support/scenario.js';
import { policies, typeInto } from './support/widget.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Below build/, so that React, Vue and Angular are found in the house's own node_modules. */
const project = `${root}build/recipes`;
const installed = `${project}/node_modules/medical-code-search`;

/**
 * @param {string} program
 * @param {string[]} words
 */
const run = (program, words) =>
  execFileSync(program, words, { cwd: project, encoding: 'utf8', stdio: 'pipe' });

before(async () => {
  await rm(project, { recursive: true, force: true });
  await cp(`${root}web/examples`, project, { recursive: true });
  await writeFile(`${project}/package.json`, '{"name": "empty", "type": "module"}\n');
  run('npm', ['pack', root, '--silent']);
  const [tarball] = (await readdir(project)).filter((name) => name.endsWith('.tgz'));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', `./${tarball}`]);
});

test('the package holds what its exports, types and manifest name', async () => {
  const description = JSON.parse(await readFile(`${installed}/package.json`, 'utf8'));
  const named = Object.values(description.exports).flatMap((to) =>
    typeof to === 'string' ? [to] : Object.values(to),
  );
  named.push(description.types, description.customElements, 'README.md', 'LICENSE');
  for (const path of named.filter((path) => !path.includes('*'))) {
    assert.ok(await readFile(`${installed}/${path}`), path);
  }
});

test('the engine of the package answers in Node', async () => {
  const script = `
    import { readFile } from 'node:fs/promises';
    import { createRequire } from 'node:module';
    import { openEngine } from 'medical-code-search/engine';
    const { resolve } = createRequire(import.meta.url);
    const engine = await openEngine({
      wasmBinary: await readFile(resolve('medical-code-search/engine.wasm')),
      catalog: await readFile(resolve('medical-code-search/catalog/medical-codes.medcat.gz')),
    });
    console.log(engine.search('E11.9').hits[0].code);
    engine.close();`;
  await writeFile(`${project}/ask.js`, script);
  assert.equal(run('node', ['ask.js']).trim(), 'E11.9');
});

test('a program in TypeScript is checked against the types, and a mistake is seen', async () => {
  const program = (/** @type {string} */ use) => `
    import { MedicalCodeSearchElement, useFiles, type Coding } from 'medical-code-search';
    import { openEngine, type Engine } from 'medical-code-search/engine';
    useFiles('/codes/');
    const element = document.querySelector('medical-code-search')!;
    element.addEventListener('medcode-select', ({ detail }) => { const chosen: Coding = detail; console.log(chosen.${use}); });
    console.log(element instanceof MedicalCodeSearchElement, element.valueFormat);
    const engine: Engine = await openEngine({ catalog: new Uint8Array() });
    engine.close();`;
  const check = async (/** @type {string} */ use) => {
    await writeFile(`${project}/program.ts`, program(use));
    const options =
      '--noEmit --strict --target es2022 --module esnext --moduleResolution bundler --typeRoots none';
    try {
      return run(`${root}node_modules/.bin/tsc`, [...options.split(' '), 'program.ts']);
    } catch (failed) {
      return /** @type {{ stdout: string }} */ (failed).stdout;
    }
  };
  assert.equal(await check('display'), '');
  assert.match(await check('dispaly'), /program\.ts.*'dispaly' does not exist/);
});

test('the recipes are built by Vite and work, under a strict policy where their framework can', async () => {
  run(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build']);
  await mkdir(`${project}/dist/codes`, { recursive: true });
  await cp(`${installed}/dist`, `${project}/dist/codes`, { recursive: true });
  await cp(`${project}/dist/plain.html`, `${project}/dist/index.html`);
  const lenient = policies.strict.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");
  for (const [recipe, policy] of [
    ['plain', policies.strict],
    ['react', policies.strict],
    ['vue', policies.strict],
    ['angular', lenient],
  ]) {
    await scenario(
      async ({ page, url }) => {
        await page.goto(`${url}${recipe}.html`);
        await typeInto(page, 'diagnosis', 'E11.9');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() =>
          document.querySelector('#chosen')?.textContent?.startsWith('E11.9 Type 2'),
        );
        const form = await page.evaluate(() => [...new FormData(document.querySelector('form'))]);
        assert.deepEqual(form, [['diagnosis', 'E11.9']], recipe);
      },
      {
        site: `${project}/dist`,
        expected: /Angular is running in development mode/,
        headers: {
          'Content-Security-Policy': `${policy.replace("img-src 'self'", "img-src 'self' data:")}`,
        },
      },
    );
  }
});
