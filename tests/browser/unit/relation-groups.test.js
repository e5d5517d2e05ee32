import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relationGroups, remarksOf } from '../../../web/page/relation-groups.js';

const map = (code, ...flags) => ({ kind: 'maps-to', system: 'icd9cm', code, flags, isKnown: true });
const codesOf = (choices) => choices.map(({ targets }) => targets.map(({ code }) => code));

test('targets of one list are a choice, lists of one scenario are taken together', () => {
  const [group, ...others] = relationGroups([
    map('401.9'),
    map('250.60', 'combination', 'scenario 1', 'choice list 1'),
    map('536.3', 'combination', 'scenario 1', 'choice list 2'),
    map('250.62', 'combination', 'scenario 1', 'choice list 1'),
    map('337.1', 'combination', 'scenario 2', 'choice list 1'),
  ]);
  assert.deepEqual(others, []);
  assert.deepEqual(codesOf([{ targets: group.singles }]), [['401.9']]);
  assert.deepEqual(group.scenarios.map(codesOf), [[['250.60', '250.62'], ['536.3']], [['337.1']]]);
});

test('a combination without lists needs every target, in the given order', () => {
  const [{ scenarios }] = relationGroups([map('b', 'combination'), map('a', 'combination')]);
  assert.deepEqual(codesOf(scenarios[0]), [['b'], ['a']]);
});

test('kinds and target systems stand apart', () => {
  const groups = relationGroups([
    map('1'),
    { ...map('2'), kind: 'replaces' },
    { ...map('3'), system: 'icd10pcs' },
    map('4'),
  ]);
  assert.deepEqual(
    groups.map(({ kind, system, singles }) => `${kind} ${system} ${singles.length}`),
    ['maps-to icd9cm 2', 'replaces icd9cm 1', 'maps-to icd10pcs 1'],
  );
});

test('what a flag means is said once for the list, years and unknown flags with the code', () => {
  const [{ flags }] = relationGroups([map('1', 'approximate'), map('', 'no-map')]);
  assert.deepEqual(flags, ['approximate', 'no-map']);
  assert.deepEqual(
    remarksOf(['combination', 'scenario 1', 'choice list 2', 'since 2024', 'wider']).map(
      ({ key, holes }) => [key, holes.year],
    ),
    [
      ['flag.since', '2024'],
      ['wider', undefined],
    ],
  );
});
