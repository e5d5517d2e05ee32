// Which state of the page does an address name?
//
// Exports parseRoute, formatRoute and the addresses of concepts and chapters. `#/?q=words&s=icd10cm&f=is:billable`
// is a search, `#/icd10cm/E11.21` a concept, `#/cpt4/47541/indications` a section of its page,
// `#/list` the code list, `#/list?c=...` one that somebody shares, `#/paste` the check of a pasted list.
// Held by tests/browser/unit/route.test.js.

/**
 * @typedef {{ view: 'search', query: string, systems: string[], filters?: string[] }} SearchRoute
 * @typedef {{ view: 'concept', system: string, code: string, section: string }} ConceptRoute
 * @typedef {{ view: 'list', shared: string }} ListRoute `shared`: as share-link.js writes it, empty for one's own
 * @typedef {{ view: 'paste' }} PasteRoute
 * @typedef {SearchRoute | ConceptRoute | ListRoute | PasteRoute} Route
 */

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
  const [system = '', code = '', section = ''] = path.split('/').slice(1).map(decoded);
  if (system && code) return { view: 'concept', system, code, section };
  if (system === 'list') return { view: 'list', shared: search };
  if (system === 'paste') return { view: 'paste' };
  const parameters = new URLSearchParams(search);
  const systems = (parameters.get('s') ?? '').split(',').filter(Boolean);
  const filters = (parameters.get('f') ?? '').split(' ').filter(Boolean);
  const query = parameters.get('q') ?? '';
  return { view: 'search', query, systems, ...(filters.length ? { filters } : {}) };
}

/**
 * @param {Route} route
 * @returns {string} with its `#`
 */
export function formatRoute(route) {
  if (route.view === 'concept') {
    const parts = [route.system, route.code, route.section].filter(Boolean);
    return `#/${parts.map(encodeURIComponent).join('/')}`;
  }
  if (route.view === 'list') return route.shared ? `#/list?${route.shared}` : '#/list';
  if (route.view === 'paste') return '#/paste';
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
 * A chapter has no page of its own: the search for its codes.
 *
 * @param {{ system: string, id: string }} chapter `id` as in "E00-E89"
 */
export function chapterHref({ system, id }) {
  const query = `system:${system} code:${id.replace('-', '..')}`;
  return formatRoute({ view: 'search', query, systems: [] });
}
