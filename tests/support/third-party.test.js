// Is everything that is shipped named, with its licence, and is none of it under terms that ask for more?
//
// dist/THIRD_PARTY.md and dist/sbom.cdx.json are compared with what the imports say and with what ninja recorded while it
// compiled; the bill of materials also with the standard's own schema.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { readComponents } from '../../web/build/third-party/components.js';
import { packageRoot, readPackage } from '../../web/build/third-party/packages.js';
import { demandPermissive } from '../../web/build/third-party/part.js';
import { writeSbom } from '../../web/build/third-party/sbom.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const work = mkdtempSync(join(tmpdir(), 'medcode-third-party-'));
after(() => rmSync(work, { recursive: true }));

/** Returns what the standard's schema says against a bill of materials, or null. */
const fault = (text) => new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text);

/** A package on disk; a `license` or a text left out is not there. */
function madePackage({ name, license, text }) {
  const folder = join(work, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
  if (text) writeFileSync(join(folder, 'LICENSE'), text);
  return folder;
}

test('the bill of materials is CycloneDX 1.5, and the schema would see a fault', async () => {
  const text = read('dist/sbom.cdx.json');
  assert.equal(await fault(text), null);
  const broken = JSON.parse(text);
  broken.components[0].type = 'thing';
  assert.notEqual(await fault(JSON.stringify(broken)), null);
});

test('both files name every package that the page, the element and the workers import', () => {
  const { components } = JSON.parse(read('dist/sbom.cdx.json'));
  const names = new Set(components.map(({ name }) => name));
  const notices = read('dist/THIRD_PARTY.md');
  const files = execFileSync('git', ['ls-files', 'web/element', 'web/engine', 'web/page', 'web/offline', 'web/service/*.js'], { cwd: root, encoding: 'utf8' });
  const imported = new Set();
  for (const file of files.split('\n').filter((path) => path.endsWith('.js') && !path.includes('/examples/'))) {
    for (const [, name] of read(file).matchAll(/^(?:import|export)[^;]*? from '((?:@[\w-]+\/)?[\w-]+)(?:\/[^']*)?'/gm)) imported.add(name);
  }
  // lit is a door to three packages and has no code of its own.
  assert.ok(imported.delete('lit'));
  for (const name of [...imported, 'lit-html', 'workbox-precaching']) {
    assert.ok(names.has(name), `${name} in sbom.cdx.json`);
    assert.ok(notices.includes(`[${name}](`), `${name} in THIRD_PARTY.md`);
  }
});

test('every part has its licence in full, and every system of the catalog its notice', () => {
  const { components } = JSON.parse(read('dist/sbom.cdx.json'));
  const notices = read('dist/THIRD_PARTY.md');
  const libraries = components.filter(({ type }) => type === 'library');
  assert.ok(libraries.length > 12, `${libraries.length} libraries`);
  for (const { description, licenses, copyright } of libraries) {
    assert.ok(licenses[0].license?.id || licenses[0].expression, description);
    assert.match(copyright, /\d{4}/, description);
    const [line] = copyright.split('\n');
    assert.ok(notices.includes(line), `${description}: ${line}`);
    assert.match(notices, new RegExp(`^### .*${description.replace(/[+()]/g, '\\$&')}`, 'm'));
  }
  const systems = components.filter(({ type }) => type === 'data');
  assert.ok(systems.some(({ name }) => name === 'CPT'));
  for (const { name, licenses } of systems) {
    assert.ok(notices.includes(`| ${name} |`), name);
    assert.ok(licenses[0].license.name.length > 20, name);
  }
});

/** Headers outside the repository that were compiled into the objects of a build, as ninja recorded them. */
function foreignHeaders(build) {
  const deps = execFileSync('ninja', ['-C', join(root, 'build', build), '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1e9 });
  // Tests are not shipped, and neither are the sanitizers' or GoogleTest's headers.
  const objects = deps.split('\n\n').filter((text) => !/^CMakeFiles\/(test_|bench_|fuzz_|gtest|gmock)|googletest|tests\//.test(text.split('\n', 1)[0]));
  const headers = objects.flatMap((text) => text.split('\n').slice(1)).map((line) => line.trim());
  return new Set(headers.filter((path) => /^\/usr\/|^system-headers\/|\/system-headers\//.test(path)));
}

test('every header that was compiled in belongs to a part that is named, and each of those parts was compiled', async () => {
  const components = await readComponents();
  /** Of the machine the program runs on: the C and C++ libraries of the system, linked and not shipped. */
  const system = /^\/usr\/(include\/(c\+\+|x86_64-linux-gnu|asm-generic|linux|[a-z0-9-]+\.h$)|lib\/(gcc|llvm-14)\/)/;
  for (const [build, place] of [['wasm', 'engine'], ['native', 'program']]) {
    const parts = components.filter((part) => part.in.includes(place));
    const seen = new Set();
    for (const header of foreignHeaders(build)) {
      const isUnder = (prefix) => header.includes(`/include/${prefix}`) || header.includes(`/${prefix}`) || header.startsWith(`system-headers/${prefix}`);
      const part = parts.find(({ headers }) => headers.some(isUnder));
      if (part) seen.add(part.name);
      else assert.ok(place === 'program' && system.test(header), `${build} compiled ${header}: name its part in components.json`);
    }
    // What Emscripten links without a header of ours is there whatever ninja saw.
    const expected = parts.map(({ name }) => name).filter((name) => name !== 'emscripten');
    assert.deepEqual(expected.filter((name) => !seen.has(name)), [], build);
  }
});

test('a package without a licence, or without its text, is not shipped', async () => {
  await assert.rejects(readPackage(madePackage({ name: 'unlicensed', text: 'words' })), /unlicensed has no licence/);
  await assert.rejects(readPackage(madePackage({ name: 'textless', license: 'MIT' })), /textless has no text of its licence/);
  const part = await readPackage(madePackage({ name: '@good/one', license: 'MIT', text: 'Copyright 2020 One\r\nwords\n' }));
  assert.deepEqual([part.purl, part.text], ['pkg:npm/%40good/one@1.2.3', 'Copyright 2020 One\nwords']);
});

test('a licence that asks for more than to be named stops the build, whoever made the package', () => {
  const of = (licence) => [{ name: 'some', licence }];
  assert.doesNotThrow(() => demandPermissive(of('BSD-3-Clause')));
  for (const licence of ['GPL-3.0-only', 'AGPL-3.0-or-later', 'SSPL-1.0', 'UNLICENSED', 'SEE LICENSE IN eula.txt']) {
    assert.throws(() => demandPermissive(of(licence)), /Not shipped without a decision/, licence);
  }
});

test('a module is known by the innermost package it lies in', () => {
  assert.equal(packageRoot('/a/node_modules/lit-html/lit-html.js'), '/a/node_modules/lit-html');
  assert.equal(packageRoot('/a/node_modules/x/node_modules/@y/z/i.js?v=1'), '/a/node_modules/x/node_modules/@y/z');
  assert.match(packageRoot('\0vite/preload-helper.js') ?? '', /node_modules\/vite$/);
  assert.equal(packageRoot('/a/web/page/app.js'), null);
});

test('the same parts give the same bill, another part another serial number', () => {
  const product = { name: 'p', version: '1.0.0', license: 'MIT', description: 'd' };
  const part = { name: 'a', title: 'a', version: '1', licence: 'MIT', text: 'Copyright 2020 A', page: 'https://a.example/', purl: 'pkg:npm/a@1', in: ['page'] };
  const serial = (parts) => JSON.parse(writeSbom(product, parts, [])).serialNumber;
  assert.equal(serial([part]), serial([{ ...part }]));
  assert.notEqual(serial([part]), serial([{ ...part, version: '2' }]));
  assert.match(serial([part]), /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
