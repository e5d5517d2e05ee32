import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { Messages } from '../../../web/strings/messages.js';

const folder = new URL('../../../web/strings/', import.meta.url);
const read = async (file) => JSON.parse(await readFile(new URL(file, folder), 'utf8'));

test('holes are filled, numbers are written as the language does, plurals chosen', () => {
  const table = { 'count.one': '{count} code', 'count.other': '{count} codes', of: '{a} of {b}' };
  const messages = new Messages('en-US', table);
  assert.equal(messages.text('count', { count: 1 }), '1 code');
  assert.equal(messages.text('count', { count: 98186 }), '98,186 codes');
  assert.equal(messages.text('of', { a: 'x', b: 2 }), 'x of 2');
  assert.equal(new Messages('es', table).number(98186), '98.186');
});

test('a key that the table lacks falls back, and shows itself where nothing has it', () => {
  const messages = new Messages('xx', {}, { known: 'yes' });
  assert.equal(messages.text('known'), 'yes');
  assert.equal(messages.text('gap'), 'gap');
  assert.equal(messages.known('gap', 'from the catalog'), 'from the catalog');
  assert.equal(messages.text('constructor'), 'constructor');
});

test('every shipped language has every text with the same holes', async () => {
  const english = await read('en.json');
  const holes = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json'))) {
    const table = await read(file);
    for (const part of ['element', 'page']) {
      assert.deepEqual(Object.keys(table[part]).sort(), Object.keys(english[part]).sort(), file);
      for (const [key, text] of Object.entries(english[part])) {
        assert.equal(holes(table[part][key]), holes(text), `${file}: ${part}.${key}`);
      }
    }
  }
});
