// Does the checker of pasted lists judge each kind of line rightly over a real catalog?

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LineChecker } from '../../web/engine/check-line.js';
import { openBuilt } from './support/built.js';

let engine;
/** @type {LineChecker} */
let checker;

before(async () => {
  engine = await openBuilt();
  checker = new LineChecker(engine);
});
after(() => engine.close());

for (const [line, verdict, code] of [
  ['E11.9', 'valid', 'E11.9'],
  ['e119', 'valid', 'E11.9'],
  ['ICD-10-CM: E11.9', 'valid', 'E11.9'],
  ['http://hl7.org/fhir/sid/icd-10-cm|E11.9', 'valid', 'E11.9'],
  ['47541', 'valid', '47541'],
  ['E11', 'header', 'E11'],
  ['COVID-19', 'exact', 'U07.1'],
  ['Essential (primary) hypertension', 'exact', 'I10'],
  ['heart attack', 'exact', 'I21.9'],
  ['B12 deficiency', 'similar', undefined],
  ['essential hypertension NOT otherwise (specified)', 'similar', undefined],
  ['qwertyuiop asdfghjkl', 'none', undefined],
  ['(((', 'none', undefined],
]) {
  test(`“${line}” is ${verdict}${code ? `: ${code}` : ''}`, () => {
    const checked = checker.check(line);
    assert.equal(checked.verdict, verdict);
    if (code && verdict !== 'exact') assert.equal(checked.concept?.code, code);
    if (code && verdict === 'exact') {
      const all = [checked.concept, ...checked.others].map((concept) => concept?.code);
      assert.ok(all.includes(code), `${all}`);
    }
  });
}

for (const [line, meant] of [
  ['E1I.9', 'E11.9'],
  ['E19.1', 'E11.9'],
  ['E11.99999', 'E11.9'],
  ['I1O', 'I10'],
  ['0F9930', '0F9930Z'],
]) {
  test(`“${line}” is unknown, and ${meant} is offered first`, () => {
    const { verdict, concept, others } = checker.check(line);
    assert.equal(verdict, 'unknown');
    assert.equal(concept, null);
    assert.equal(others[0]?.code, meant, others.map(({ code }) => code).join(' '));
  });
}

test('a header offers codes below it that may be billed', () => {
  const { others } = checker.check('E11');
  assert.ok(others.length > 0);
  for (const { code, billable } of others) {
    assert.match(code, /^E11\./);
    assert.equal(billable, true);
  }
});

test('a code of another system than the named one is unknown, and said where it is', () => {
  const { verdict, others } = checker.check('icd10cm/47541');
  assert.equal(verdict, 'unknown');
  assert.equal(others[0].system, 'cpt4');
});

test('words beside a code that it is not called are noticed', () => {
  assert.equal(checker.check('E11.9\tType 2 diabetes mellitus without complications').isMisnamed, false);
  assert.equal(checker.check('E11.9\ttype 2 diabetes').isMisnamed, false);
  assert.equal(checker.check('E11.9\tfracture of the femur').isMisnamed, true);
});

test('a number that several systems have in use is ambiguous, and one system settles it', () => {
  const counts = new Map();
  const { hits } = engine.search('system:msdrg,rxnorm,cvx code:*', { limit: 200, isTyping: false });
  for (const { code, system, status } of hits) {
    if (status === 'active') counts.set(code, [...(counts.get(code) ?? []), system]);
  }
  const shared = [...counts].find(([, systems]) => systems.length > 1)?.[0] ?? '161';
  const checked = checker.check(shared);
  if (checked.verdict === 'ambiguous') {
    assert.equal(checked.concept, null);
    assert.ok(checked.others.length > 1);
    const [{ system }] = checked.others;
    assert.deepEqual(checker.check(shared, [system]).concept?.system, system);
  } else {
    assert.notEqual(checked.verdict, 'valid');
  }
});

test('no line makes the checker throw', () => {
  const signs = ['"', '(', ')', ':', '*', '~', '^', '|', '-', 'AND', 'NOT', 'code:', '9', 'E1', '\u0000', '😀', '/'];
  let seed = 7;
  const next = (limit) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
  for (let round = 0; round < 300; round += 1) {
    const line = Array.from({ length: next(9) }, () => signs[next(signs.length)]).join(' '.repeat(next(2)));
    assert.ok(checker.check(line).verdict, `seed 7, round ${round}: ${line}`);
  }
  assert.equal(checker.check('x'.repeat(100000)).verdict, 'none');
});
