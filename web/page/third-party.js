// Where does a person read whose work the page contains? In THIRD_PARTY.md beside it.
//
// Exports thirdPartyLink. In standalone.html the text lies in the page itself and is saved as a file.
// Held by tests/browser/whose-work-is-told.test.js.

import { html } from 'lit';
import { saveFile } from './save-file.js';

const FILE = 'THIRD_PARTY.md';

/** @param {string} label */
export function thirdPartyLink(label) {
  const text = document.getElementById('third-party')?.textContent;
  if (!text) return html`<a href=${FILE}>${label}</a>`;
  const save = () => saveFile(FILE, 'text/markdown', text.trimStart());
  return html`<button type="button" class="link-button" @click=${save}>${label}</button>`;
}
