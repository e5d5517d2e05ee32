// Where does the page start? It joins the element's shared engine and hands over to App.

import { MedicalCodeSearchElement, openShared } from '../medical-code-search.js';
import { registerServiceWorker } from '../offline/register.js';
import { App } from './app.js';
import { loadPageMessages } from './page-messages.js';

const url = new URL(MedicalCodeSearchElement.defaultCatalog, document.baseURI).href;
const root = /** @type {HTMLElement} */ (document.getElementById('app'));

const app = new App(root, await loadPageMessages(), () => openShared({ url }));
app.start();
registerServiceWorker(app);
