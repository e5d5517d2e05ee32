import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyAction } from '../../../web/element/combobox-keys.js';

const press = (key, state, more = {}) =>
  keyAction({ key, ...more }, { count: 3, active: -1, isOpen: true, ...state });

test('arrows go round', () => {
  assert.deepEqual(press('ArrowDown', {}), { kind: 'move', to: 0 });
  assert.deepEqual(press('ArrowDown', { active: 2 }), { kind: 'move', to: 0 });
  assert.deepEqual(press('ArrowUp', { active: 0 }), { kind: 'move', to: 2 });
  assert.deepEqual(press('PageDown', { active: 1 }), { kind: 'move', to: 2 });
});

test('a closed list opens, an open one closes, then the field is cleared', () => {
  assert.deepEqual(press('ArrowDown', { isOpen: false }), { kind: 'open' });
  assert.deepEqual(press('Escape', {}), { kind: 'close' });
  assert.deepEqual(press('Escape', { isOpen: false }), { kind: 'clear' });
});

test('Enter chooses only from an open list, so that it still sends the form', () => {
  assert.deepEqual(press('Enter', {}), { kind: 'choose' });
  assert.equal(press('Enter', { isOpen: false }), null);
  assert.equal(press('Enter', { count: 0 }), null);
});

test('a key of an input method, or with Control, is the text field’s own', () => {
  assert.equal(press('Enter', {}, { isComposing: true }), null);
  assert.equal(press('ArrowDown', {}, { ctrlKey: true }), null);
  assert.equal(press('Home', {}), null);
});
