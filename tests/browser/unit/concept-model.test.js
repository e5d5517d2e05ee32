import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConcept } from '../../../web/page/concept-model.js';

const note = (kind, text) => ({ kind, text });

/** Knows E11, E11.2 and E11.21, two chapters, and one pack that holds all of it. */
const client = {
  async show(system, code) {
    if (!['E11', 'E11.2', 'E11.21'].includes(code)) return { found: false, suggestions: [] };
    const chapters = [
      { id: 'E00-E89', title: 'Endocrine diseases' },
      { id: 'E08-E13', title: 'Diabetes mellitus' },
    ];
    const ancestors = [
      { code: 'E11', display: 'Type 2' },
      { code: 'E11.2', display: 'with kidney complications' },
    ];
    return { found: true, system, code, display: code, pack: 'a', chapters, ancestors };
  },
  async details(_, code) {
    const groups = { 'E00-E89': { notes: [note('excludes1', 'of newborns (P70)')] } };
    if (code !== 'E11') return { groups };
    return { groups, notes: [note('includes', 'NOS'), note('seventh-character', 'A initial')] };
  },
  async browse(system, node) {
    const nodes =
      node === 'E11.2'
        ? [
            { code: 'E11.21', display: '' },
            { code: 'E11.22', display: '' },
          ]
        : [];
    return { found: true, system, node, total: nodes.length, nodes };
  },
  async similar() {
    return { of: { system: 'icd10cm', code: 'E11.21' }, groups: [] };
  },
};

test('notes of the codes above and of the chapter hold here too, the nearest first', async () => {
  const model = await loadConcept(client, { system: 'icd10cm', code: 'E11.21' }, () => {});
  await model.isComplete;
  assert.deepEqual(model.inherited, [
    { code: 'E11', display: 'Type 2', isGroup: false, notes: [note('includes', 'NOS')] },
    {
      code: 'E00-E89',
      display: 'Endocrine diseases',
      isGroup: true,
      notes: [note('excludes1', 'of newborns (P70)')],
    },
  ]);
});

test('a pack without notes of chapters is no failure', async () => {
  const plain = { ...client, details: async () => ({}) };
  const model = await loadConcept(plain, { system: 'icd10cm', code: 'E11.21' }, () => {});
  await model.isComplete;
  assert.deepEqual(model.inherited, []);
  assert.equal(model.detailsFailure, null);
});

test('the codes beside one are those below the code above it', async () => {
  const model = await loadConcept(client, { system: 'icd10cm', code: 'E11.21' }, () => {});
  await model.isComplete;
  assert.deepEqual(
    model.siblings.map(({ code }) => code),
    ['E11.21', 'E11.22'],
  );
});
