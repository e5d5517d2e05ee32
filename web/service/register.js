// How does a page get its terminology server?
//
// Exports registerTerminology. After it, fetch() of the page reaches the service worker's answers, also
// without network. Held by tests/browser/terminology-worker.test.js.

import { trustedScriptUrl } from '../engine/start-worker.js';

/**
 * Sends a message to the worker and waits until it is done.
 *
 * @param {ServiceWorker} worker
 * @param {string} type
 * @param {string[]} [urls]
 */
function ask(worker, type, urls) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(undefined);
    worker.postMessage({ type, urls }, [port2]);
  });
}

/** Returns the addresses of this page and of all it has loaded so far. */
const partsOfPage = () => [
  location.href.split('#')[0],
  ...performance.getEntriesByType('resource').map(({ name }) => name),
];

/**
 * Registers the worker and waits until it answers for this page. The page must lie within the worker's
 * scope: the script's own folder, unless the server allows more (`Service-Worker-Allowed`).
 *
 * @param {string | URL} [script] the worker beside this module unless told
 * @param {RegistrationOptions} [options]
 * @returns {Promise<{ saveDetails: () => Promise<void>, savePage: () => Promise<void> }>} saveDetails keeps notes,
 *   properties and mappings of all codes for offline use; otherwise they are kept as they are asked for. savePage keeps this
 *   page and what it has loaded so far, so that it opens without network too
 */
export async function registerTerminology(
  script = new URL(/* @vite-ignore */ 'terminology-worker.js', import.meta.url),
  options = {},
) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) {
    throw new Error('Service workers need https:// or localhost, and a browser that has them.');
  }
  await serviceWorker.register(trustedScriptUrl(String(script)), options);
  const { active } = await serviceWorker.ready;
  const worker = /** @type {ServiceWorker} */ (active);
  if (!serviceWorker.controller) {
    const controlled = new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', () => resolve(undefined), { once: true });
    });
    await ask(worker, 'MEDCODE_CLAIM');
    if (!serviceWorker.controller) await controlled;
  }
  return {
    saveDetails: async () => void (await ask(worker, 'MEDCODE_SAVE_DETAILS')),
    savePage: async () => void (await ask(worker, 'MEDCODE_SAVE_PAGE', partsOfPage())),
  };
}
