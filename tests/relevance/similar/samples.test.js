// Are the right codes read, the same codes drawn for the same seed, and the baselines what they say they are?

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Bm25, wordsOf } from './baselines.js';
import { isAccepted, readJudged } from './judged.js';
import { parseDiagnosisGems, parseProcedureGems, partOf, sampleOf } from './samples.js';

test('targets are those of lines that have one', () => {
  const targets = parseDiagnosisGems('0010  A000    00000\n0010  A001    10000\n0020  NoDx    11000\n');
  assert.deepEqual([...targets], [['0010', new Set(['A000', 'A001'])]]);
  const procedures = parseProcedureGems(
    '"icd9cm","icd10cm","flags"\n"0001","6A750Z4","10000",1,0\n"0002","NoPCS","11000",1,1\n',
  );
  assert.deepEqual([...procedures], [['0001', new Set(['6A750Z4'])]]);
});

test('a seed draws the same codes whatever their order, another seed others', () => {
  const codes = Array.from({ length: 200 }, (_, at) => `C${at}`);
  assert.deepEqual(sampleOf(codes, 20, 1), sampleOf([...codes].reverse(), 20, 1));
  assert.notDeepEqual(sampleOf(codes, 20, 1), sampleOf(codes, 20, 2));
  const dev = codes.filter((code) => partOf(code) === 'dev').length;
  assert.ok(dev > 60 && dev < 140, `${dev} of 200 in one half`);
});

test('BM25 puts the document with the rarer words and fewer others first', () => {
  const index = new Bm25([
    { code: 'a', text: 'open fracture of tibia' },
    { code: 'b', text: 'fracture of tibia' },
    { code: 'c', text: 'fracture of heel' },
  ]);
  assert.deepEqual(index.search(wordsOf('Fracture, tibia'), 3), ['b', 'a', 'c']);
  assert.deepEqual(index.search(['tibia'], 3, 'b'), ['a']);
  assert.deepEqual(index.search(['unknown'], 3), []);
});

test('MoreLikeThis asks by the rarest terms that the index knows', () => {
  const index = new Bm25([
    { code: 'a', text: 'fracture tibia' },
    { code: 'b', text: 'fracture heel' },
  ]);
  assert.deepEqual(index.tellingTerms('fracture of the tibia'), ['tibia', 'fracture']);
});

test('every judgement can be read, and PCS codes are accepted by their beginning', () => {
  const file = new URL('judgements.tsv', import.meta.url);
  const judged = readJudged(readFileSync(file, 'utf8'));
  assert.ok(judged.length >= 60);
  assert.equal(new Set(judged.map(({ concept, system }) => `${concept} ${system}`)).size, judged.length);
  const procedure = { concept: 'cpt4/47562', system: 'icd10pcs', codes: ['0FT44'] };
  assert.ok(isAccepted(procedure, '0FT44ZZ'));
  assert.ok(!isAccepted({ ...procedure, system: 'cpt4' }, '0FT44ZZ'));
  assert.throws(() => readJudged('concept\tsystem\tcodes\treason\na/b\tc\t\td'), /judgements.tsv:2/);
});
