// Which state of the page does an address name?
//
// Exports parseRoute, formatRoute and the addresses of concepts, trees and comparisons. `#/?q=words&s=icd10cm&f=is:billable`
// is a search, `#/icd10cm/E11.21` a concept, `#/cpt4/47541/indications` a section of its page,
// `#/browse/icd10cm/E11` a place in the tree of a code system, `#/compare/icd10cm/E11.9/icd10cm/E10.9` concepts side by
// side, `#/list` the code list, `#/list?c=...` one that somebody shares, `#/paste` the check of a pasted list, `#/own` the codes
// that the person added.
// Held by tests/browser/unit/route.test.js.

/**
 * @typedef {{ view: 'search', query: string, systems: string[], filters?: string[] }} SearchRoute
 * @typedef {{ view: 'concept', system: string, code: string, section: string }} ConceptRoute
 * @typedef {{ view: 'list', shared: string }} ListRoute `shared`: as share-link.js writes it, empty for one's own
 * @typedef {{ view: 'paste' }} PasteRoute
 * @typedef {{ view: 'own' }} OwnRoute
 * @typedef {{ view: 'browse', system: string, node: string }} BrowseRoute
 * @typedef {{ view: 'compare', concepts: { system: string, code: string }[] }} CompareRoute
 * @typedef {SearchRoute | ConceptRoute | BrowseRoute | CompareRoute | ListRoute | PasteRoute | OwnRoute} Route
 */

/** More columns than this no screen shows side by side. */
export const MAX_COMPARED = 3;

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} text
 * @param {string} sign
 */
function cutAtFirst(text, sign) {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Returns the route of a location's hash; what is no route is an empty search.
 *
 * @param {string} hash
 * @returns {Route}
 */
export function parseRoute(hash) {
  const [path, search = ''] = cutAtFirst(hash.replace(/^#/, ''), '?');
  const parts = path.split('/').slice(1).map(decoded);
  const [system = '', code = '', section = ''] = parts;
  if (system === 'browse') return { view: 'browse', system: code, node: section };
  if (system === 'compare') return { view: 'compare', concepts: pairs(parts.slice(1)) };
  if (system && code) return { view: 'concept', system, code, section };
  if (system === 'list') return { view: 'list', shared: search };
  if (system === 'paste' || system === 'own') return { view: system };
  const parameters = new URLSearchParams(search);
  const systems = (parameters.get('s') ?? '').split(',').filter(Boolean);
  const filters = (parameters.get('f') ?? '').split(' ').filter(Boolean);
  const query = parameters.get('q') ?? '';
  return { view: 'search', query, systems, ...(filters.length ? { filters } : {}) };
}

/**
 * Returns the concepts that a path of systems and codes names, the first few.
 *
 * @param {string[]} parts
 */
function pairs(parts) {
  const concepts = [];
  for (let at = 0; at + 1 < parts.length && concepts.length < MAX_COMPARED; at += 2) {
    if (parts[at] && parts[at + 1]) concepts.push({ system: parts[at], code: parts[at + 1] });
  }
  return concepts;
}

/** @param {string[]} parts */
const pathOf = (parts) => `#/${parts.filter(Boolean).map(encodeURIComponent).join('/')}`;

/**
 * @param {Route} route
 * @returns {string} with its `#`
 */
export function formatRoute(route) {
  if (route.view === 'concept') return pathOf([route.system, route.code, route.section]);
  if (route.view === 'browse') return pathOf(['browse', route.system, route.node]);
  if (route.view === 'compare') {
    return pathOf(['compare', ...route.concepts.flatMap(({ system, code }) => [system, code])]);
  }
  if (route.view === 'list') return route.shared ? `#/list?${route.shared}` : '#/list';
  if (route.view === 'paste' || route.view === 'own') return `#/${route.view}`;
  const parameters = [];
  if (route.query) parameters.push(`q=${encodeURIComponent(route.query)}`);
  if (route.systems.length) parameters.push(`s=${route.systems.map(encodeURIComponent).join(',')}`);
  const filters = route.filters ?? [];
  if (filters.length) parameters.push(`f=${filters.map(encodeURIComponent).join('+')}`);
  return parameters.length ? `#/?${parameters.join('&')}` : '#/';
}

/**
 * @param {{ system: string, code: string }} concept
 * @param {string} [section]
 */
export function conceptHref({ system, code }, section = '') {
  return formatRoute({ view: 'concept', system, code, section });
}

/**
 * @param {string} system
 * @param {string} [node] a code, a chapter or an initial; without one the top of the system
 */
export function browseHref(system, node = '') {
  return formatRoute({ view: 'browse', system, node });
}

/** @param {{ system: string, code: string }[]} concepts */
export function compareHref(concepts) {
  return formatRoute({ view: 'compare', concepts: concepts.slice(0, MAX_COMPARED) });
}
