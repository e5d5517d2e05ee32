// How does a service worker answer as a terminology server of the page's own origin, also without network?
//
// This is the whole script, started by itself (register.js does it) or by importScripts within a site's own
// worker, which first says where things are: self.medcodeService = { files, fhir, api }.
// Held by tests/browser/terminology-worker.test.js.

import { LIMITS } from '../limits.js';
import { createService } from '../service.js';
import { KeptFiles } from './kept-files.js';
import { ENGINE_FILES, LazyTerminology, PACK_FOLDER } from './lazy-terminology.js';

/** @typedef {{ files?: string, fhir?: string, api?: string, valueSets?: object[] }} Placement */

/** @type {Placement | undefined} */
const given = self.medcodeService;

/** Paths lie beside the script that was registered unless the site says otherwise. */
const here = self.location.href;
const files = new URL(given?.files ?? '../', here);
const pathOf = (path) => new URL(path, here).pathname;
const fhirPath = pathOf(given?.fhir ?? 'fhir');
const tablesPath = pathOf(given?.api ?? 'api');

const kept = new KeptFiles(files, RELEASE);
const service = createService({
  terminology: new LazyTerminology(kept),
  fhirPath,
  tablesPath,
  valueSets: given?.valueSets,
});

/** Files of one page that are kept; a page of more is no form. */
const MAX_PAGE_FILES = 300;

/** @param {URL} url */
const isOurs = ({ origin, pathname }) =>
  origin === self.location.origin &&
  [fhirPath, tablesPath].some((path) => pathname === path || pathname.startsWith(`${path}/`));

/** @param {Request} request */
async function answer(request) {
  const body = request.method === 'POST' ? await request.blob() : undefined;
  const isTooLarge = body !== undefined && body.size > LIMITS.body;
  const answered = await service.answer({
    method: request.method,
    url: request.url,
    accept: request.headers.get('accept') ?? undefined,
    contentType: request.headers.get('content-type') ?? undefined,
    body: isTooLarge ? ' '.repeat(LIMITS.body + 1) : await body?.text(),
  });
  if (!answered) return new Response('', { status: 404 });
  const { status, headers, body: text } = answered;
  return new Response(request.method === 'HEAD' ? null : text, { status, headers });
}

self.addEventListener('install', (event) => {
  event.waitUntil(kept.keep(ENGINE_FILES));
  if (!given) self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(kept.dropOlder().then(() => (given ? undefined : self.clients.claim())));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (isOurs(url)) event.respondWith(answer(request));
  // Within a site's own worker all other addresses are left to that one.
  else if (!given && request.method === 'GET' && url.origin === self.location.origin) {
    event.respondWith(kept.answer(request));
  }
});

self.addEventListener('message', (event) => {
  const { type, urls = [] } = event.data ?? {};
  const reply = () => event.ports[0]?.postMessage({ type });
  if (type === 'MEDCODE_CLAIM') event.waitUntil(self.clients.claim().then(reply));
  if (type === 'MEDCODE_SAVE_PAGE') {
    const isPart = (/** @type {string} */ url) =>
      url.startsWith(`${self.location.origin}/`) && !isOurs(new URL(url));
    event.waitUntil(kept.keepPage(urls.filter(isPart).slice(0, MAX_PAGE_FILES)).then(reply));
  }
  if (type === 'MEDCODE_SAVE_DETAILS') {
    const packs = PACK_NAMES.map((name) => `${PACK_FOLDER}${name}`);
    event.waitUntil(kept.keep(packs).then(reply));
  }
});
