// What does one engine take in a browser's page of its own? Waits to be asked by in-chromium.js.
//
// Puts measure(task) on the window; memory is asked of the page's opener, who sees the process.

import { openerOf } from './contestants.js';
import { measurePeer } from './measure-peer.js';

/** @param {string} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {{name: any, folder: string, files: string[], engine: string, judged: any[], limits: any}} task */
async function measure({ name, folder, files: names, engine, judged, limits }) {
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const file of names) files[file] = await fetched(`${folder}/${file}`);
  const load = (/** @type {string} */ module) => import(`/build/bench/engines/${module}/${module}.js`);
  const open = await openerOf(name, { engine, load });
  return measurePeer(() => open(files), judged, limits, () => window.memoryOfProcess());
}

Object.assign(window, { measure });
