// Does 47541, the page that everything began with, have sensible similar codes: with the starter alone, and with the releases?

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBuilt, runProgram } from './support/built.js';

const starter = fileURLToPath(new URL('../../data/starter', import.meta.url));

/** Codes of the starter that a coder may look at next: on the bile ducts, through the skin or with the endoscope. */
const SENSIBLE = /^(4753\d|4754\d|4750\d|4756\d|4326\d|0F[79F].*|3E0J.*|K80.*|K83.*|5[12]\.\d+)$/;

test('the starter alone gives at least three sensible similar codes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'medcode-'));
  try {
    const catalog = join(folder, 'starter.medcat.gz');
    await runProgram(['build', '--sources', starter, '--out', catalog, '--quiet']);
    const told = await runProgram(['similar', catalog, 'cpt4', '47541', '--limit', '5', '--json']);
    const codes = JSON.parse(told).groups.flatMap(({ hits }) => hits.map(({ code }) => code));
    const sensible = codes.filter((code) => SENSIBLE.test(code));
    assert.ok(sensible.length >= 3, `${sensible} of ${codes}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('with the releases, drainage and dilation of bile ducts are among its likes in ICD-10-PCS', async (t) => {
  const engine = await openBuilt();
  const { systems } = engine.info();
  const isOfficial = systems.some(({ id, concepts }) => id === 'icd10pcs' && concepts > 70_000);
  const { groups } = engine.similar('cpt4', '47541', { in: isOfficial ? 'icd10pcs' : '', limit: 10 });
  const codes = groups.flatMap(({ hits }) => hits.map(({ code }) => code));
  engine.close();
  if (!isOfficial) {
    t.diagnostic('the catalog is the starter: only that there are likes is held');
    assert.ok(codes.length >= 3);
    return;
  }
  assert.ok(codes.some((code) => /^0F9[5-9D]/.test(code)), `drainage: ${codes}`);
  assert.ok(codes.some((code) => /^0F7[5-9D]/.test(code)), `dilation: ${codes}`);
});
