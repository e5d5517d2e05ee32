// The script tag's target: registers <medical-code-search>.
//
// Exports what a page that scripts the element, or builds on it, needs. Addresses of the worker, the
// catalog and the languages are taken beside this script, so the folder can lie anywhere.

import { setFirstCatalog } from './engine/client.js';
import { setWorkerUrl } from './engine/start-worker.js';
import { MedicalCodeSearchElement } from './element/medical-code-search-element.js';
import { setStringsFolder } from './strings/load-messages.js';

/**
 * Says where assets/, catalog/ and strings/ lie. Only a bundled script needs to be told: one that is served from dist/
 * finds them beside itself.
 *
 * @param {string | URL} folder
 */
export function useFiles(folder) {
  const at = (/** @type {string} */ path) => new URL(path, folder).href;
  setWorkerUrl(at('engine/worker.js'));
  setStringsFolder(at('strings/'));
  MedicalCodeSearchElement.defaultCatalog = at('catalog/medical-codes.medcat.gz');
  setFirstCatalog(
    MedicalCodeSearchElement.defaultCatalog,
    'catalog/first/medical-codes.medcat.gz',
    folder,
  );
}

useFiles(import.meta.url);

if (!customElements.get('medical-code-search')) {
  customElements.define('medical-code-search', MedicalCodeSearchElement);
}

export { openShared } from './engine/client.js';
export { MedicalCodeSearchElement };
