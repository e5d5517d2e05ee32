// Does `npm run tidy` refuse a fault, say where it is, and remember only what is clean?

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('tidy.mjs', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'medcode-tidy-'));
after(() => rmSync(work, { recursive: true }));
mkdirSync(join(work, 'core'));

/**
 * Looks at files of these texts.
 *
 * @param {Record<string, string>} texts
 */
function tidy(texts) {
  const files = Object.entries(texts).map(([name, text]) => {
    const path = join(work, 'core', name);
    writeFileSync(path, text);
    return path;
  });
  const { status, stdout } = spawnSync(process.execPath, [program, ...files], { encoding: 'utf8' });
  return { status, stdout };
}

// The seed makes the texts new to the record that build/tidy/ keeps.
const seed = `// ${Date.now()}\n`;
const sound = `${seed}namespace {\nint half(int value) { return value / 2; }\n}  // namespace\nint first(int value) { return half(value); }\n`;
// One name in both files: they cannot be looked at together. The fault is on a path, so the analyser must have walked it.
const faulty = `${seed}namespace {
int half(int value) {
  const int* place = value > 2 ? &value : nullptr;
  return *place / 2;
}
}  // namespace
int second(int value) { return half(value); }
`;

test('a fault beside a sound file is told with its line and its check, and again the next time', () => {
  for (const looked of [/2 of them looked at now, with findings/, /1 of them looked at now, with findings/]) {
    const { status, stdout } = tidy({ 'sound.cpp': sound, 'faulty.cpp': faulty });
    assert.equal(status, 1, stdout);
    assert.match(stdout, /core\/faulty\.cpp:5:\d+: error: .*null.*\[clang-analyzer-core/);
    assert.doesNotMatch(stdout, /sound\.cpp:/);
    assert.match(stdout, looked);
  }
});

test('a sound file is looked at once, and again when it has changed', () => {
  for (const [text, count] of [[`${sound}// a`, 1], [`${sound}// a`, 0], [`${sound}// b`, 1]]) {
    const { status, stdout } = tidy({ 'alone.cpp': String(text) });
    assert.equal(status, 0, stdout);
    assert.ok(stdout.includes(`1 files, ${count} of them looked at now, no finding`), stdout);
  }
});
