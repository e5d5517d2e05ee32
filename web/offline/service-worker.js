// How does the site work with the network off?
//
// Every file of a release is saved before the release is used (Workbox precaching), so a visitor has
// either all of the old one or all of the new one. Detail packs that are too large to save in advance
// are kept as they are read. Held by tests/browser/offline-after-the-first-visit.test.js.

import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

/** How long a pack may take before the kept one answers, in seconds. */
const PACK_PATIENCE = 4;

precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/^lang$/] });
cleanupOutdatedCaches();

// Network first: a pack of another release than the catalog's is refused by its id.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.includes('/catalog/details/'),
  new NetworkFirst({ cacheName: 'medcode-details', networkTimeoutSeconds: PACK_PATIENCE }),
);

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') self.skipWaiting();
});
