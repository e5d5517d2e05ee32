// Which hits may share one line, so that ten sides and encounters of one code do not fill the page?
//
// Exports foldHits. The first hits of a family stand by themselves, the others are one line that opens where the last of
// them stands; nothing is left out. Held by tests/browser/unit/fold-hits.test.js.

/** @typedef {import('../engine/contract.d.ts').Hit} Hit */
/** @typedef {{ family: string, hits: Hit[] }} Fold */

/** So many of a family are shown before the rest is folded. */
const SHOWN = 3;

/** One more line is no shorter folded. */
const LEAST_FOLDED = 2;

/**
 * Returns what the codes of one family share: the code without side and encounter (ICD-10-CM, ICD-9-CM), the operation
 * and body part (ICD-10-PCS); empty where codes have no such shape, which are never folded.
 *
 * @param {{ system: string, code: string }} concept
 */
export function familyOf({ system, code }) {
  const compact = code.replaceAll('.', '');
  if (system === 'icd10pcs') return `${system}/${compact.slice(0, 4)}`;
  if (system !== 'icd10cm' && system !== 'icd9cm' && system !== 'icd9proc') return '';
  if (compact.length <= 3) return '';
  return `${system}/${compact.slice(0, compact.length >= 7 ? 5 : Math.max(3, compact.length - 1))}`;
}

/**
 * Returns the hits in their order; those of a family after its first three are one Fold behind the third.
 *
 * @param {Hit[]} hits
 * @returns {(Hit | Fold)[]}
 */
export function foldHits(hits) {
  /** @type {Map<string, Hit[]>} */
  const families = new Map();
  for (const hit of hits) {
    const family = familyOf(hit);
    families.set(family, [...(families.get(family) ?? []), hit]);
  }
  /** @type {(Hit | Fold)[]} */
  const lines = [];
  const shown = new Map();
  for (const hit of hits) {
    const family = familyOf(hit);
    const all = families.get(family) ?? [];
    const place = (shown.get(family) ?? 0) + 1;
    shown.set(family, place);
    const isFolded = family !== '' && all.length >= SHOWN + LEAST_FOLDED;
    if (!isFolded || place <= SHOWN) lines.push(hit);
    if (isFolded && place === SHOWN) lines.push({ family, hits: all.slice(SHOWN) });
  }
  return lines;
}
