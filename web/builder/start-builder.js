// From which address is the builder's worker started?
//
// Exports startBuilder. Vite gives the worker's script a name with its hash; pages with Trusted Types start it by the policy
// `medcode`, as they do the engine's.

import { trustedScriptUrl } from '../engine/start-worker.js';
import workerUrl from './worker.js?worker&url';

/** @returns {Worker} */
export function startBuilder() {
  const url = new URL(workerUrl, import.meta.url).href;
  return new Worker(trustedScriptUrl(url), { type: 'module', name: 'medcode-builder' });
}
