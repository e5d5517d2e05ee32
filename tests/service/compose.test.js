// Does an expansion hold exactly what the value set says? Each case by hand, then random value sets, where the
// expansion is compared with the obvious reading: every concept of the systems asked one by one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codesOf,
  expandCompose,
  HCPCS,
  ICD,
  outcomeOf,
  terminology,
  WARDS,
} from './support/opened.js';

const concept = (op, value) => ({ property: 'concept', op, value });

for (const [claim, compose, codes] of [
  ['is-a', { include: [{ system: WARDS, filter: [concept('is-a', 'icu')] }] }, ['icu', 'icu-n']],
  [
    'descendent-of',
    { include: [{ system: WARDS, filter: [concept('descendent-of', 'bed')] }] },
    ['day', 'icu', 'icu-n', 'old'],
  ],
  [
    'is-not-a',
    { include: [{ system: WARDS, filter: [concept('is-not-a', 'bed')] }] },
    ['iso', 'room'],
  ],
  [
    'generalizes',
    { include: [{ system: WARDS, filter: [concept('generalizes', 'icu-n')] }] },
    ['bed', 'icu', 'icu-n'],
  ],
  [
    'in',
    { include: [{ system: WARDS, filter: [concept('in', 'iso, day,none')] }] },
    ['day', 'iso'],
  ],
  [
    'not-in and a second filter',
    {
      include: [{ system: WARDS, filter: [concept('is-a', 'bed'), concept('not-in', 'icu,bed')] }],
    },
    ['day', 'icu-n', 'old'],
  ],
  [
    'a property',
    {
      include: [{ system: WARDS, filter: [{ property: 'inactive', op: '=', value: 'true' }] }],
    },
    ['old'],
  ],
  [
    'inactive left out',
    { inactive: false, include: [{ system: WARDS, filter: [concept('is-a', 'bed')] }] },
    ['bed', 'day', 'icu', 'icu-n'],
  ],
  [
    'exclude a branch and a code',
    {
      include: [{ system: WARDS }],
      exclude: [
        { system: WARDS, filter: [concept('is-a', 'bed')] },
        { system: WARDS, concept: [{ code: 'room' }] },
      ],
    },
    ['iso'],
  ],
  [
    'value sets within',
    { include: [{ system: WARDS, valueSet: [`${WARDS}?fhir_vs=isa/icu`] }] },
    ['icu', 'icu-n'],
  ],
  [
    'value sets alone, the concept in each of them',
    { include: [{ valueSet: [`${WARDS}?fhir_vs=isa/bed`, `${WARDS}?fhir_vs=isa/icu-n`] }] },
    ['icu-n'],
  ],
  [
    'two systems',
    {
      include: [
        { system: WARDS, concept: [{ code: 'day' }, { code: 'missing' }] },
        { system: HCPCS, concept: [{ code: 'E0114' }] },
      ],
    },
    ['E0114', 'day'],
  ],
]) {
  test(claim, async () => {
    const answer = await expandCompose(compose);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.deepEqual(codesOf(answer).sort(), codes);
    assert.equal(answer.body.expansion.total, codes.length);
  });
}

test('listed codes come in the order of the list', async () => {
  const include = [{ system: WARDS, concept: [{ code: 'room' }, { code: 'bed' }] }];
  assert.deepEqual(codesOf(await expandCompose({ include })), ['room', 'bed']);
});

const isBelow = (shown, code) => shown.ancestors.some((ancestor) => ancestor.code === code);

/** The obvious reading of one part; of one code system only. */
function holds(part, shown) {
  if (part.concept) return part.concept.some(({ code }) => code === shown.code);
  return (part.filter ?? []).every(({ op, value }) => {
    if (op === 'is-a') return shown.code === value || isBelow(shown, value);
    if (op === 'descendent-of') return isBelow(shown, value);
    if (op === 'is-not-a') return shown.code !== value && !isBelow(shown, value);
    return value.split(',').includes(shown.code) === (op === 'in');
  });
}

test('random value sets are expanded as the obvious reading has it', async () => {
  const seed = Number(process.env.MEDCODE_SEED ?? Date.now() % 1e9);
  console.log(`# MEDCODE_SEED=${seed}`);
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const { hits } = await terminology.search('under:icd10cm/E11 OR under:icd10cm/I21', {
    limit: 200,
    isTyping: false,
  });
  const all = hits.map(({ code }) => terminology.show('icd10cm', code));
  const anyCode = () => all[random(all.length)].code;
  const codes = () => Array.from({ length: 1 + random(6) }, anyCode);
  const part = () => {
    if (random(3) === 0) return { system: ICD, concept: codes().map((code) => ({ code })) };
    const ops = ['is-a', 'descendent-of', 'is-not-a', 'in', 'not-in'];
    const filter = Array.from({ length: 1 + random(2) }, () => {
      const op = ops[random(ops.length)];
      return concept(op, op.endsWith('in') ? codes().join(',') : anyCode());
    });
    return { system: ICD, filter: [concept('is-a', random(2) ? 'E11' : 'I21'), ...filter] };
  };
  for (let round = 0; round < 60; ++round) {
    const include = Array.from({ length: 1 + random(3) }, part);
    const exclude = Array.from({ length: random(3) }, part);
    const expected = all
      .filter((shown) => include.some((each) => holds(each, shown)))
      .filter((shown) => !exclude.some((each) => holds(each, shown)))
      .map(({ code }) => code)
      .sort();
    const answer = await expandCompose({ include, exclude });
    const told = JSON.stringify({ include, exclude });
    assert.equal(answer.status, 200, `${told} ${JSON.stringify(answer.body)}`);
    assert.deepEqual(codesOf(answer).sort(), expected, told);
  }
});

for (const [claim, compose, expected] of [
  ['no include', { include: [] }, [400, 'required']],
  ['an include of nothing', { include: [{}] }, [400, 'required']],
  ['an unknown system', { include: [{ system: 'urn:none' }] }, [404, 'not-found']],
  [
    'an unknown filter',
    { include: [{ system: ICD, filter: [{ property: 'x', op: 'regex', value: '(a+)+$' }] }] },
    [400, 'not-supported'],
  ],
  [
    'a filter on an unknown code',
    { include: [{ system: ICD, filter: [concept('is-a', 'none')] }] },
    [404, 'not-found'],
  ],
  [
    'codes and filters at once',
    {
      include: [{ system: WARDS, concept: [{ code: 'bed' }], filter: [concept('is-a', 'bed')] }],
    },
    [400, 'invalid'],
  ],
  ['a filter that is no object', { include: [{ system: ICD, filter: ['x'] }] }, [400, 'invalid']],
  [
    'a code that is no text',
    { include: [{ system: ICD, concept: [{ code: 7 }] }] },
    [400, 'invalid'],
  ],
  ['an include that is no list', { include: { system: ICD } }, [400, 'invalid']],
  ['a value set that is unknown', { include: [{ valueSet: ['urn:none'] }] }, [404, 'not-found']],
  [
    'too many includes',
    { include: Array.from({ length: 33 }, () => ({ system: ICD })) },
    [422, 'too-costly'],
  ],
  [
    'too many codes',
    {
      include: [
        { system: ICD, concept: Array.from({ length: 2001 }, (_, i) => ({ code: `X${i}` })) },
      ],
    },
    [422, 'too-costly'],
  ],
]) {
  test(`${claim} is refused`, async () => {
    const [status, issue] = expected;
    assert.deepEqual(outcomeOf(await expandCompose(compose)), [status, 'OperationOutcome', issue]);
  });
}
