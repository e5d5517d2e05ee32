// What was read of a person's files, what was taken as what, and what was refused, with row and reason?
//
// Exports drawReport. Held by tests/browser/own-sets.test.js.

import { html, nothing } from 'lit';
import { crossIcon, doneIcon, warningIcon } from '../icons.js';
import { formatRoute } from '../route.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../builder/contract.d.ts').BuildReport} BuildReport */
/** @typedef {import('../../builder/contract.d.ts').ReadFile} ReadFile */
/** @typedef {import('./own-set.js').Set} OwnSet */

/** Rows listed before the rest is counted; all of them are in the text. */
const ROWS_SHOWN = 10;

/**
 * @param {App} app
 * @param {{ report: BuildReport, set: OwnSet | null }} shown
 */
export function drawReport(app, { report, set }) {
  const { messages, work } = app;
  const close = () => {
    work.sets.shown = null;
    app.draw();
    document.getElementById('own-title')?.focus();
  };
  return html`<section class="panel own-report" aria-labelledby="own-report-title">
    <div class="own-report-head">
      <h2 id="own-report-title" tabindex="-1">
        ${set ? doneIcon : warningIcon}
        <span
          >${set ? messages.text('own.done', { name: set.title }) : messages.text('own.nothing')}</span
        >
      </h2>
      <button
        type="button"
        class="icon-button"
        aria-label=${messages.text('own.report.close')}
        @click=${close}
      >
        ${crossIcon}
      </button>
    </div>
    ${drawSum(app, report)}
    <div class="button-row">
      ${
        set
          ? html`<a
                class="button small main-button"
                href=${formatRoute({ view: 'search', query: 'is:active', systems: work.sets.systemsOf(set) })}
                >${messages.text('own.search.new')}</a
              >
              <button type="button" class="button small" @click=${() => work.sets.download(set)}>
                ${messages.text('own.download')}
              </button>`
          : nothing
      }
      <button type="button" class="button small" @click=${() => work.sets.saveReport(report)}>
        ${messages.text('own.report.save')}
      </button>
    </div>
    ${drawRefusedFiles(app, report)} ${report.read.map((file) => drawFile(app, report, file))}
    ${drawSkipped(app, report)} ${drawFindings(app, report)}
  </section>`;
}

/**
 * @param {App} app
 * @param {BuildReport} report
 */
function drawSum({ messages }, report) {
  const rows = (/** @type {'rows' | 'rowsRefused' | 'rowsSkipped'} */ what) =>
    report.read.reduce((sum, file) => sum + file[what], 0);
  const concepts = report.systems.reduce((sum, each) => sum + each.concepts, 0);
  /**
   * @param {string} key
   * @param {number} count
   * @param {string} [look]
   */
  const figure = (key, count, look = '') =>
    html`<div class=${look}>
      <dt>${messages.text(`own.report.${key}`)}</dt>
      <dd class="numbers">${messages.number(count)}</dd>
    </div>`;
  const refused = rows('rowsRefused');
  return html`<dl class="own-figures">
    ${figure('concepts', concepts)} ${figure('rows', rows('rows'))}
    ${figure('refused', refused, refused ? 'bad' : '')}
    ${figure('skippedRows', rows('rowsSkipped'))}
  </dl>`;
}

/**
 * @param {App} app
 * @param {BuildReport} report
 */
function drawRefusedFiles(app, report) {
  return report.refused.map(
    ({ file, row, message, advice }) =>
      html`<div class="message danger">
        ${warningIcon}
        <p>
          <strong>${file}</strong>
          ${row ? html`<span class="numbers">${app.messages.text('own.row', { row })}</span>` : nothing}
          ${message} ${advice}
        </p>
      </div>`,
  );
}

/**
 * @param {App} app
 * @param {BuildReport} report
 * @param {ReadFile} file
 */
function drawFile(app, report, file) {
  const { messages } = app;
  const table = report.tables.find((each) => each.file === file.file);
  return html`<div class="own-read">
    <h3>${file.file} <span class="about">${file.format}</span></h3>
    <p class="about numbers">
      ${messages.text('own.read', {
        count: file.rows,
        read: messages.number(file.rowsRead),
        concepts: messages.number(file.concepts),
      })}
    </p>
    ${
      table
        ? html`<p class="own-columns">
            ${table.columns.map(
              ({ column, as }) =>
                html`<span class="own-column"
                  ><span>${column}</span><span aria-label=${messages.text('own.takenAs')}> → </span
                  ><strong>${columnName(messages, as)}</strong></span
                > `,
            )}
            ${
              table.leftOut.length
                ? html`<span class="about"
                    >${messages.text('own.leftOut', { columns: table.leftOut.join(', ') })}</span
                  >`
                : nothing
            }
          </p>`
        : nothing
    }
    ${drawRemarks(app, 'own.refusals', file.refusals, file.rowsRefused, true)}
    ${drawRemarks(app, 'own.warnings', file.warnings, file.rowsWarned, false)}
    ${drawSkips(app, file)}
  </div>`;
}

/**
 * Returns what a column was taken as: one of ours, or a property under its own name.
 *
 * @param {App['messages']} messages
 * @param {string} as
 */
function columnName(messages, as) {
  const [, property] = /^property:(.*)$/.exec(as) ?? [];
  return property
    ? messages.text('own.column.property', { name: property })
    : messages.known(`own.column.${as}`, as);
}

/**
 * @param {App} app
 * @param {string} key
 * @param {import('../../builder/contract.d.ts').RowRemark[]} remarks
 * @param {number} count
 * @param {boolean} isOpen
 */
function drawRemarks({ messages }, key, remarks, count, isOpen) {
  if (count === 0) return nothing;
  const rest = count - Math.min(ROWS_SHOWN, remarks.length);
  return html`<details class="own-remarks" ?open=${isOpen}>
    <summary>${messages.text(key, { count })}</summary>
    <table class="own-rows">
      <thead>
        <tr>
          <th scope="col">${messages.text('own.report.row')}</th>
          <th scope="col">${messages.text('own.report.reason')}</th>
        </tr>
      </thead>
      <tbody>
        ${remarks.slice(0, ROWS_SHOWN).map(
          ({ row, reason }) =>
            html`<tr>
              <th scope="row" class="numbers">${row ? messages.number(row) : '–'}</th>
              <td>${reason}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${rest > 0 ? html`<p class="about">${messages.text('own.more', { count: rest })}</p>` : nothing}
  </details>`;
}

/**
 * @param {App} app
 * @param {ReadFile} file
 */
function drawSkips({ messages }, { skips, rowsSkipped }) {
  if (rowsSkipped === 0) return nothing;
  return html`<details class="own-remarks">
    <summary>${messages.text('own.skips', { count: rowsSkipped })}</summary>
    <ul>
      ${skips.map(
        ({ reason, count, row }) =>
          html`<li>
            <span class="numbers">${messages.number(count)}</span>: ${reason}
            ${row ? html`<span class="about numbers">${messages.text('own.row', { row })}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </details>`;
}

/**
 * @param {App} app
 * @param {BuildReport} report
 */
function drawSkipped({ messages }, { skipped }) {
  if (skipped.length === 0) return nothing;
  return html`<details class="own-remarks">
    <summary>${messages.text('own.skippedFiles', { count: skipped.length })}</summary>
    <ul>
      ${skipped.map(({ file, reason }) => html`<li><strong>${file}</strong>: ${reason}</li>`)}
    </ul>
  </details>`;
}

/**
 * @param {App} app
 * @param {BuildReport} report
 */
function drawFindings({ messages }, { findings }) {
  if (findings.length === 0) return nothing;
  return html`<details class="own-remarks" open>
    <summary>${messages.text('own.findings', { count: findings.length })}</summary>
    <ul>
      ${findings.map(
        ({ meaning, count, examples }) =>
          html`<li>
            <span class="numbers">${messages.number(count)}</span>: ${meaning}
            <span class="about">${examples.slice(0, 3).join(', ')}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}
