// What does the page do when the engine answers so? A small engine of the same contract.
//
// For tests of faults that the real engine cannot be made to show, and never part of dist/. Its
// catalog is gzip JSON: {id, systems, concepts: [{system, code, display, ...}]}.

import { gunzip } from '../../../web/engine/gunzip.js';

const lower = (text) => text.toLowerCase();
const compact = (code) => code.replace(/[.\- ]/g, '').toUpperCase();

function spansOf(text, words) {
  const spans = [];
  for (const word of words) {
    const at = lower(text).search(new RegExp(`(?<![a-z0-9])${word.replace(/\W/g, '')}`));
    if (at >= 0) spans.push([at, at + word.length]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

function hitOf(concept, words, relaxed) {
  const { system, code, display, status = 'active', billable = null, designations = [] } = concept;
  const base = { system, code, display, status, billable, score: 1, spans: [], matched: null };
  const whole = compact(words.join(''));
  if (whole && compact(code) === whole) return { ...base, score: 9, why: 'exact code' };
  if (/\d/.test(whole) && compact(code).startsWith(whole))
    return { ...base, score: 8, why: 'code starts so' };
  const enough = (spans) => spans.length && (relaxed || spans.length === words.length);
  const spans = spansOf(display, words);
  if (enough(spans)) return { ...base, score: 5, spans, why: `words in the name` };
  for (const { use, text } of designations) {
    const inName = spansOf(text, words);
    if (enough(inName)) {
      return {
        ...base,
        score: 3,
        spans,
        matched: { use, text, spans: inName },
        why: `${use} name`,
      };
    }
  }
  return null;
}

const faults = {
  '!trap': () => {
    throw new WebAssembly.RuntimeError('unreachable');
  },
  // What C++ throws when memory ran out, and nothing catches.
  '!memory': () => {
    throw new WebAssembly.Exception(new WebAssembly.Tag({ parameters: [] }), []);
  },
  // A bundler leaves out a loop that does nothing.
  '!hang': () => {
    while (Date.now() > 0) globalThis.hangs = Date.now();
  },
};

export const createEngineModule = async () => ({});

export async function openEngine({ catalog }) {
  let data;
  try {
    data = JSON.parse(new TextDecoder().decode(await gunzip(new Uint8Array(await catalog))));
  } catch {
    throw {
      code: 'damaged',
      message: 'The catalog is damaged: its checksum does not match.',
      advice: 'Deploy the file again.',
    };
  }
  const find = (system, code) =>
    data.concepts.find((c) => c.system === system && compact(c.code) === compact(code));
  const named = ({ system, code, display }) => ({ system, code, display });

  /** Answers `code:0F9?30Z`, as the page asks it for the other values of an axis. */
  function codesLike(pattern, systems) {
    const like = new RegExp(
      `^${pattern.replaceAll('.', '').replaceAll('?', '.').replace('*', '.*')}$`,
    );
    return data.concepts
      .filter((c) => systems.includes(c.system) && like.test(compact(c.code)))
      .map((c) => ({
        ...named(c),
        status: 'active',
        billable: c.billable,
        score: 1,
        spans: [],
        matched: null,
        why: 'code',
      }));
  }

  function search(text, { limit = 20, offset = 0, systems } = {}) {
    faults[text.trim()]?.();
    const pattern = /^code:(\S+)$/.exec(text)?.[1];
    if (pattern) {
      const hits = codesLike(pattern, systems);
      const facets = { system: {}, status: {} };
      const query = { text, canonical: text, error: null };
      return {
        query,
        total: hits.length,
        relaxed: false,
        expansions: [],
        didYouMean: null,
        facets,
        hits,
      };
    }
    const filter = /system:(\S+)/.exec(text)?.[1].split(',');
    const hasOpenQuote = (text.match(/"/g) ?? []).length % 2 === 1;
    const words = lower(text.replace(/system:\S+/, ''))
      .replace(/["()]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
    const expansions = words.includes('fx')
      ? [{ from: 'fx', to: 'fracture', kind: 'abbreviation' }]
      : [];
    const asked = words.map((word) => (word === 'fx' ? 'fracture' : word));
    let hits = data.concepts.map((c) => hitOf(c, asked, false)).filter(Boolean);
    const relaxed = hits.length === 0;
    if (relaxed) hits = data.concepts.map((c) => hitOf(c, asked, true)).filter(Boolean);
    if (filter) hits = hits.filter((hit) => filter.includes(hit.system));
    const facets = { system: {}, status: {}, billing: { billable: 0, header: 0 }, chapter: [] };
    for (const { system, status } of hits) {
      facets.system[system] = (facets.system[system] ?? 0) + 1;
      facets.status[status] = (facets.status[status] ?? 0) + 1;
    }
    if (systems?.length) hits = hits.filter((hit) => systems.includes(hit.system));
    hits.sort((a, b) => b.score - a.score);
    const error = hasOpenQuote
      ? {
          code: 'unclosed-phrase',
          message: 'The quotation mark is not closed.',
          advice: 'Add " after the last word of the phrase.',
          span: [text.lastIndexOf('"'), text.length],
        }
      : null;
    return {
      query: { text, canonical: words.join(' '), error },
      total: hits.length,
      relaxed: relaxed && hits.length > 0,
      expansions,
      didYouMean: words.includes('diabetis') ? text.replace('diabetis', 'diabetes') : null,
      facets,
      hits: hits.slice(offset, offset + limit),
    };
  }

  return {
    search,
    show(system, code) {
      const c = find(system, code);
      if (!c) {
        const near = data.concepts.filter((o) =>
          compact(o.code).startsWith(compact(code).slice(0, 3)),
        );
        return { found: false, suggestions: near.slice(0, 5).map(named) };
      }
      const ancestors = [];
      for (let p = c.parent && find(system, c.parent); p; p = p.parent && find(system, p.parent)) {
        ancestors.unshift(named(p));
      }
      const children = data.concepts
        .filter((o) => o.system === system && o.parent === c.code)
        .map(named);
      const { display, status = 'active', billable = null, designations = [], pack = null } = c;
      return {
        found: true,
        system,
        code: c.code,
        display,
        status,
        billable,
        ancestors,
        children,
        designations,
        pack,
      };
    },
    browse(system, node) {
      const below = (code) =>
        data.concepts.filter((c) => c.system === system && (c.parent ?? '') === code);
      const nodes = below(node).map((c) => {
        const children = below(c.code).length;
        return { ...named(c), status: 'active', billable: c.billable, children, below: children };
      });
      return { found: true, system, node, total: nodes.length, nodes };
    },
    similar(system, code) {
      const of = find(system, code);
      const words = new Set(
        lower(of?.display ?? '')
          .split(/\W+/)
          .filter((word) => word.length > 4),
      );
      const groups = new Map();
      for (const c of data.concepts) {
        const shared = lower(c.display)
          .split(/\W+/)
          .filter((word) => words.has(word));
        if (c === of || shared.length === 0) continue;
        const hits = groups.get(c.system) ?? [];
        const why = `shares: ${[...new Set(shared)].join(', ')}`;
        const variants =
          c.code === 'S82.202B' ? [{ code: 'S82.202C', display: 'the same, type III' }] : [];
        hits.push({ ...named(c), why, variants });
        groups.set(c.system, hits);
      }
      return {
        of: { system, code },
        groups: [...groups].map(([id, hits]) => ({ system: id, hits: hits.slice(0, 6) })),
      };
    },
    suggest: (query) => ({ completions: [`${query} stent`] }),
    info: () => ({ format: 'fake', id: data.id, systems: data.systems }),
    close() {},
  };
}
