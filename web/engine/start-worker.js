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
 * own (which the page's policy must allow: `worker-src blob:`).
 *
 * @returns {Worker}
 */
export function startWorker() {
  const { origin } = new URL(workerUrl);
  const isOwn = origin === globalThis.location.origin || workerUrl.startsWith('blob:');
  const url = isOwn
    ? workerUrl
    : URL.createObjectURL(
        new Blob([`import ${JSON.stringify(workerUrl)};`], { type: 'text/javascript' }),
      );
  return new Worker(trustedScriptUrl(url), { type: 'module', name: 'medcode' });
}
