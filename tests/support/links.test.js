// Does every link in every document lead somewhere? Relative links to files and to headings; not to the web.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} text */
const withoutCode = (text) => text.replace(/^(```|~~~)[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

/**
 * Returns the targets of links and pictures in Markdown.
 *
 * @param {string} text
 */
const linksOf = (text) =>
  [...withoutCode(text).matchAll(/\]\(<?([^()\s>]+)>?(?: "[^"]*")?\)/g)].map(
    ([, target]) => target,
  );

/**
 * Returns the anchors that GitHub gives to the headings of Markdown.
 *
 * @param {string} text
 */
const anchorsOf = (text) =>
  [...text.replace(/^(```|~~~)[^]*?^\1/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/**
 * Returns why `target`, as written in the document at `path`, leads nowhere, or nothing.
 *
 * @param {string} path below the root
 * @param {string} target
 */
function fault(path, target) {
  if (/^[a-z]+:/.test(target)) return null;
  const [file, anchor] = target.split('#');
  const found = file ? join(root, dirname(path), decodeURIComponent(file)) : join(root, path);
  if (!existsSync(found)) return `${path}: ${target} does not exist`;
  if (anchor && found.endsWith('.md') && !anchorsOf(readFileSync(found, 'utf8')).includes(anchor)) {
    return `${path}: ${target} names no heading`;
  }
  return null;
}

const documents = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path && existsSync(join(root, path)));

test('every relative link of every document resolves', () => {
  assert.ok(documents.includes('README.md'));
  const faults = documents.flatMap((path) =>
    linksOf(readFileSync(join(root, path), 'utf8')).flatMap((target) => fault(path, target) ?? []),
  );
  assert.deepEqual(faults, []);
});

test('a broken link is seen', () => {
  assert.deepEqual(linksOf('[a](b.md) ![c](d/e.png "f") `[g](h)`\n```\n[i](j)\n```\n'), [
    'b.md',
    'd/e.png',
  ]);
  assert.match(fault('README.md', 'nowhere.md') ?? '', /does not exist/);
  assert.match(fault('README.md', '#no-such-heading') ?? '', /names no heading/);
  assert.equal(fault('README.md', 'https://example.org/'), null);
  assert.deepEqual(anchorsOf('# The code: `a`, and more\n'), ['the-code-a-and-more']);
});
