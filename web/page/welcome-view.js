// What does the page show before anything is typed?
//
// Exports drawWelcome: example queries and the code systems at hand.

import { html, nothing } from 'lit';
import { drawOwnMark } from './own-codes/own-mark.js';
import { browseHref, formatRoute } from './route.js';
import { thirdPartyLink } from './third-party.js';

/** @typedef {import('./app.js').App} App */

/** Queries that show, each in another way, what can be asked. */
const EXAMPLES = [
  'biliary access',
  'E11.9',
  '47541',
  'type 2 diabetes neuropathy',
  '"open fracture" tibia left',
  'system:hcpcs wheelchair',
];

/** @param {App} app */
export function drawWelcome(app) {
  const { messages, info } = app;
  return html`
    <div class="examples">
      <h2 class="quiet-heading">${messages.text('examples')}</h2>
      <ul>
        ${EXAMPLES.map(
          (query) =>
            html`<li>
              <a class="example" href=${formatRoute({ view: 'search', query, systems: [] })}
                >${query}</a
              >
            </li>`,
        )}
      </ul>
    </div>
    ${info ? drawSystems(app, info.systems) : nothing}
  `;
}

/**
 * @param {App} app
 * @param {import('../engine/contract.d.ts').SystemInfo[]} systems
 */
function drawSystems(app, systems) {
  const { messages } = app;
  const shown = systems.filter(({ concepts }) => concepts > 0);
  return html`<section class="panel systems" aria-labelledby="systems-title">
    <h2 id="systems-title">${messages.text('systems')}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${messages.text('systems.name')}</th>
          <th scope="col">${messages.text('systems.release')}</th>
          <th scope="col" class="wide-cell">${messages.text('systems.publisher')}</th>
          <th scope="col" class="number-cell">${messages.text('systems.concepts')}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          ({ id, title, version, publisher, concepts }) =>
            html`<tr>
              <th scope="row"><a href=${browseHref(id)}>${title}</a> ${drawOwnMark(app, id)}</th>
              <td class="numbers">${version || '–'}</td>
              <td class="wide-cell">${publisher}</td>
              <td class="number-cell numbers">${messages.number(concepts)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <details class="notices">
      <summary>${messages.text('systems.notices')}</summary>
      <dl>
        ${shown
          .filter(({ notice }) => notice)
          .map(
            ({ title, notice }) =>
              html`<dt>${title}</dt>
                <dd>${notice}</dd>`,
          )}
      </dl>
      <p>${thirdPartyLink(messages.text('systems.software'))}</p>
    </details>
  </section>`;
}
