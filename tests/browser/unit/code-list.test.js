import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodeList, MAX_ENTRIES, MAX_NOTE } from '../../../web/page/code-list/code-list.js';

const concept = (code, system = 'icd10cm') => ({
  system,
  code,
  display: `name of ${code}`,
  status: 'active',
  billable: true,
});
const codes = (list) => list.entries.map(({ code }) => code).join(' ');

function filled() {
  const list = new CodeList();
  list.add(['A', 'B', 'C', 'D'].map((code) => concept(code)));
  return list;
}

test('a code is on the list once, the same code of another system beside it', () => {
  const list = filled();
  const counts = list.add([concept('A'), concept('A', 'cvx'), concept('E'), concept('E')]);
  assert.deepEqual(counts, { added: 2, present: 2, refused: 0 });
  assert.equal(codes(list), 'A B C D A E');
  assert.ok(list.has(concept('A', 'cvx')));
});

test('entries move, and stay at either end', () => {
  const list = filled();
  assert.equal(list.move(0, 1), 1);
  assert.equal(codes(list), 'B A C D');
  assert.equal(list.move(3, 0), 0);
  assert.equal(codes(list), 'D B A C');
  assert.equal(list.move(0, -1), 0);
  assert.equal(list.move(3, 99), 3);
  assert.equal(codes(list), 'D B A C');
});

test('every change is undone and done again, and a new one ends the redoing', () => {
  const list = filled();
  list.move(0, 3);
  list.note(0, 'first');
  list.remove(1);
  list.rename('clinic');
  list.clear();
  assert.equal(list.entries.length, 0);
  const steps = [];
  while (list.canUndo) {
    list.undo();
    steps.push(`${codes(list)}|${list.entries[0]?.note ?? ''}|${list.title}`);
  }
  assert.deepEqual(steps, [
    'B D A|first|clinic',
    'B D A|first|',
    'B C D A|first|',
    'B C D A||',
    'A B C D||',
    '||',
  ]);
  while (list.canRedo) list.redo();
  assert.equal(list.entries.length, 0);
  list.undo();
  list.add([concept('Z')]);
  assert.equal(list.canRedo, false);
});

test('what changes nothing is no step', () => {
  const list = new CodeList();
  list.clear();
  list.rename('');
  list.remove(5);
  list.note(5, 'x');
  list.add([]);
  assert.equal(list.canUndo, false);
});

test('the list and its notes are bounded, and what does not fit is counted', () => {
  const list = new CodeList();
  const many = Array.from({ length: MAX_ENTRIES + 5 }, (_, at) => concept(`C${at}`));
  assert.deepEqual(list.add(many), { added: MAX_ENTRIES, present: 0, refused: 5 });
  list.note(0, 'x'.repeat(10_000));
  assert.equal(list.entries[0].note.length, MAX_NOTE);
});

test('forgetting leaves nothing to undo, and restoring is no step', () => {
  const list = filled();
  list.forget();
  assert.equal(list.entries.length, 0);
  assert.equal(list.canUndo || list.canRedo, false);
  list.restore({ title: 't', entries: [{ ...concept('A'), note: '', isKnown: true }] });
  assert.equal(codes(list), 'A');
  assert.equal(list.canUndo, false);
});
