// From which address is the worker started?
//
// Exports startWorker and setWorkerUrl. Browsers only start workers of the page's own origin, and
// pages that enforce Trusted Types only from an address that a policy (ours is called `medcode`) made.

/** @type {string} */
let workerUrl = '';

/** @param {string} url */
export function setWorkerUrl(url) {
  workerUrl = url;
}

/** @type {{ createScriptURL(url: string): any } | undefined} */
let policy;

/**
 * Returns an address that a page with Trusted Types accepts for its own scripts.
 *
 * @param {string} url
 * @returns {any}
 */
export function trustedScriptUrl(url) {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  if (!factory) return url;
  policy ??= factory.createPolicy('medcode', {
    createScriptURL: (/** @type {string} */ own) => own,
  });
  return /** @type {NonNullable<typeof policy>} */ (policy).createScriptURL(url);
}

/**
 * Starts the engine's worker. A script from another origin is started through a Blob of the page's
 * own (which the page's policy must allow: `worker-src blob:`). A Blob that holds the whole worker is
 * started as a classic script: Chromium starts no module from a Blob of a file:// page.
 *
 * @returns {Worker}
 */
export function startWorker() {
  const isBlob = workerUrl.startsWith('blob:');
  const isOwn = isBlob || new URL(workerUrl).origin === globalThis.location.origin;
  const shim = () =>
    new Blob([`import ${JSON.stringify(workerUrl)};`], { type: 'text/javascript' });
  const url = isOwn ? workerUrl : URL.createObjectURL(shim());
  return new Worker(trustedScriptUrl(url), {
    type: isBlob ? 'classic' : 'module',
    name: 'medcode',
  });
}
