// Where does the page start? It joins the element's shared engine and hands over to App.

import { resolveCatalogs } from '../engine/catalog-list.js';
import { MedicalCodeSearchElement, openShared } from '../medical-code-search.js';
import { registerServiceWorker } from '../offline/register.js';
import { App } from './app.js';
import { loadPageMessages } from './page-messages.js';

// A site that ships one catalog per system names their index, or the catalogs, in its index.html.
const chosen = document.querySelector('meta[name="medcode-catalog"]')?.getAttribute('content');
if (chosen) MedicalCodeSearchElement.defaultCatalog = chosen;
const url = resolveCatalogs(MedicalCodeSearchElement.defaultCatalog, document.baseURI);
const root = /** @type {HTMLElement} */ (document.getElementById('app'));

const open = () => openShared({ url });
const loadBuilder = () => import('../builder/client.js');
const app = new App(root, await loadPageMessages(), open, loadBuilder);
app.start();
registerServiceWorker(app);
