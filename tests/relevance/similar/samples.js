// Which codes are tried, and which codes are right for them?
//
// Exports readTargets, the GEM targets of ICD-9-CM codes; partOf, which half a code belongs to; and sampleOf, a random
// choice that is the same for the same seed. Held by samples.test.js.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFromZip } from '../../bench/zip.js';

/** @typedef {Map<string, Set<string>>} Targets codes without dots, by the code they are the targets of */

/**
 * Returns the targets in the lines of the publisher's diagnosis file: source, target, five flags, of which the second
 * says that there is no target.
 *
 * @param {string} text
 * @returns {Targets}
 */
export function parseDiagnosisGems(text) {
  return targetsOf(
    text
      .split(/\r?\n/)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , flags]) => flags?.[1] === '0')
      .map(([from, to]) => [from, to]),
  );
}

/**
 * Returns the targets in the derived procedure file: quoted source, target and flags, then the second flag by itself.
 *
 * @param {string} text
 * @returns {Targets}
 */
export function parseProcedureGems(text) {
  return targetsOf(
    [...text.matchAll(/^"(\w+)","(\w+)","\d(\d)\d*"/gm)]
      .filter(([, , , hasNone]) => hasNone === '0')
      .map(([, from, to]) => [from, to]),
  );
}

/** @param {string[][]} pairs */
function targetsOf(pairs) {
  /** @type {Targets} */
  const targets = new Map();
  for (const [from, to] of pairs) {
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  return targets;
}

/**
 * Returns the targets of diagnoses and procedures.
 *
 * @param {string} official folder of the releases
 */
export function readTargets(official) {
  /** @param {string} file @param {RegExp} member */
  const textOf = (file, member) =>
    readFromZip(readFileSync(join(official, 'gems', file)), member).toString('latin1');
  return {
    diagnoses: parseDiagnosisGems(textOf('Dxgem_2018.zip', /I9gem\.txt$/)),
    procedures: parseProcedureGems(textOf('procedure_gems_derived.zip', /^icd9to.*\.csv$/)),
  };
}

/** Returns a number that looks random and depends on the text alone (FNV-1a). @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * Returns the half a code belongs to: its answers are read while weights are chosen, or never.
 *
 * @param {string} code
 * @returns {'dev' | 'held'}
 */
export const partOf = (code) => (hashOf(code) % 2 === 0 ? 'dev' : 'held');

/**
 * Returns `count` of `codes`, or all if there are no more; the same for the same seed, whatever their order.
 *
 * @param {string[]} codes
 * @param {number} count
 * @param {number} seed
 */
export function sampleOf(codes, count, seed) {
  return codes
    .map((code) => ({ code, place: hashOf(`${seed} ${code}`) }))
    .sort((a, b) => a.place - b.place || (a.code < b.code ? -1 : 1))
    .slice(0, count)
    .map(({ code }) => code);
}
