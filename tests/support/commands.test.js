// Do the commands and policies that the documents show exist? npm scripts, options of ./run and ./check, commands of the
// program, and one content security policy everywhere.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(`${root}${path}`, 'utf8');

/** Text of every document, by path. */
const documents = new Map(
  execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path && existsSync(`${root}${path}`))
    .map((path) => [path, read(path)]),
);

/**
 * Returns what a pattern's first group matches in any document, once each.
 *
 * @param {RegExp} pattern
 */
const named = (pattern) =>
  new Set([...documents.values()].flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)));

test('every npm script that a document names is one', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const names = named(/npm run ([\w:-]+)/g);
  assert.ok(names.size > 3);
  for (const name of names) assert.ok(name in scripts, name);
});

test('every option of ./run and ./check that a document names is one', () => {
  for (const program of ['run', 'check']) {
    const text = read(program);
    const lines = named(new RegExp(`\\./${program}((?: --[\\w-]+)+)`, 'g'));
    assert.ok(lines.size > 0);
    for (const option of [...lines].join(' ').trim().split(/\s+/)) {
      const isCase = new RegExp(`^ *(?:[\\w-]+ \\| )*${option}(?: \\| [\\w-]+)*\\)`, 'm').test(text);
      assert.ok(isCase, `./${program} ${option}`);
    }
  }
});

test('every command of the program that a document names is one', () => {
  const known = execFileSync(`${root}build/native/medcode`, ['--help'], { encoding: 'utf8' });
  const names = named(/build\/native\/medcode (\w+)/g);
  assert.ok(names.size > 1);
  for (const name of names) assert.match(known, new RegExp(`^\\s+${name}\\b`, 'm'), name);
});

test('the policy of the documents is the one that the page carries', () => {
  const carried = /content="(default-src[^"]+)"/.exec(read('web/page/index.html'))?.[1] ?? '';
  for (const path of ['web/README.md', 'web/DEPLOYMENT.md']) {
    const shown = /^(?:Content-Security-Policy: )?(default-src[^`]+)/m.exec(documents.get(path) ?? '');
    const directives = (shown?.[1] ?? '').split(';').map((one) => one.trim().replace(/\s+/g, ' '));
    assert.ok(directives.length > 5, path);
    for (const directive of directives) assert.ok(carried.includes(directive), `${path}: ${directive}`);
  }
});
