// Where does the page start when everything lies in one file? From the data blocks of its own text.

import './styles/page.css';
import { openShared } from '../engine/client.js';
import { Failure } from '../engine/failure.js';
import { gunzip } from '../engine/gunzip.js';
import { setWorkerUrl } from '../engine/start-worker.js';
import { MedicalCodeSearchElement } from '../element/medical-code-search-element.js';
import { App } from './app.js';
import { loadPageMessages } from './page-messages.js';

/** Stands for the catalog inside this file; it is never fetched. */
const EMBEDDED = 'embedded:catalog';

/** @param {Element} block */
function bytesOf(block) {
  const binary = atob(block.textContent ?? '');
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  block.remove();
  return bytes;
}

/** The builder is a module of its own size; a page in one file leaves it out. */
const noBuilder = () =>
  Promise.reject(
    new Failure(
      'no-worker',
      'A page that was opened from a file cannot load the builder.',
      'Open the page from a web server, or build with the program medcode.',
    ),
  );

async function start() {
  /** @type {Record<string, Uint8Array>} */
  const packs = {};
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const block of document.querySelectorAll('script[data-name]')) {
    const name = block.getAttribute('data-name') ?? '';
    if (name.startsWith('details/')) packs[name.slice('details/'.length)] = bytesOf(block);
    else files.set(name, bytesOf(block));
  }
  const file = (/** @type {string} */ name) => files.get(name) ?? new Uint8Array();
  const script = new Blob([/** @type {BlobPart} */ (await gunzip(file('worker')))], {
    type: 'text/javascript',
  });
  setWorkerUrl(URL.createObjectURL(script));
  const wasmBinary = await gunzip(file('engine.wasm'));
  const open = () => openShared({ url: EMBEDDED, bytes: file('catalog'), packs, wasmBinary });
  open();
  MedicalCodeSearchElement.defaultCatalog = EMBEDDED;
  customElements.define('medical-code-search', MedicalCodeSearchElement);
  const root = /** @type {HTMLElement} */ (document.getElementById('app'));
  new App(root, await loadPageMessages(), open, noBuilder).start();
}

void start();
