// When does the page become able to work offline, and how does it change to a new release?
//
// Exports registerServiceWorker. The worker is registered once the catalog is open, so that saving
// files does not slow the first answer; a new release waits until the person says so.
// Held by tests/browser/offline-after-the-first-visit.test.js.

import { Workbox } from 'workbox-window';
import { trustedScriptUrl } from '../engine/start-worker.js';

/**
 * @typedef {object} Page
 * @property {import('../strings/messages.js').Messages} messages
 * @property {Promise<unknown>} opened fulfilled when the catalog is open
 * @property {(text: string, actions?: { label: string, run: () => void }[]) => void} tell
 * @property {() => void} dismiss
 */

/** @param {Page} page */
export function registerServiceWorker(page) {
  const canWork = 'serviceWorker' in navigator && window.isSecureContext;
  if (!canWork || !location.protocol.startsWith('http')) return;
  const url = new URL('service-worker.js', document.baseURI).href;
  const workbox = new Workbox(trustedScriptUrl(url));
  workbox.addEventListener('waiting', () => offerUpdate(page, workbox));
  void page.opened
    .then(() => workbox.register())
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active?.postMessage({ type: 'SAVE_PACKS' }))
    .catch(() => {});
}

/**
 * @param {Page} page
 * @param {Workbox} workbox
 */
function offerUpdate(page, workbox) {
  const { messages } = page;
  page.tell(messages.text('updated'), [
    {
      label: messages.text('updated.reload'),
      run: () => {
        workbox.addEventListener('controlling', () => location.reload());
        workbox.messageSkipWaiting();
      },
    },
    { label: messages.text('updated.later'), run: () => page.dismiss() },
  ]);
}
