// The script tag's target: registers <medical-code-search>.
//
// Exports what a page that scripts the element, or builds on it, needs. Addresses of the worker, the
// catalog and the languages are taken beside this script, so the folder can lie anywhere.

import { setFirstCatalog } from './engine/client.js';
import { setWorkerUrl } from './engine/start-worker.js';
import { MedicalCodeSearchElement } from './element/medical-code-search-element.js';
import { setStringsFolder } from './strings/load-messages.js';

const here = import.meta.url;

setWorkerUrl(new URL('engine/worker.js', here).href);
setStringsFolder(new URL('strings/', here).href);
MedicalCodeSearchElement.defaultCatalog = new URL('catalog/medical-codes.medcat.gz', here).href;

setFirstCatalog(
  MedicalCodeSearchElement.defaultCatalog,
  'catalog/first/medical-codes.medcat.gz',
  here,
);

if (!customElements.get('medical-code-search')) {
  customElements.define('medical-code-search', MedicalCodeSearchElement);
}

export { openShared } from './engine/client.js';
export { MedicalCodeSearchElement };
