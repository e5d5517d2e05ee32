// How do the verdicts on a pasted list become a table for a spreadsheet?
//
// Exports checkedCsv and reasonText. Held by tests/browser/unit/checked-csv.test.js.

import { writeCsv } from '../code-list/csv.js';

/** @typedef {import('../../strings/messages.js').Messages} Messages */
/** @typedef {import('./paste-session.js').Row} Row */

/**
 * Returns why a row has its verdict, in a sentence.
 *
 * @param {Row} row
 * @param {Messages} messages
 */
export function reasonText({ checked, chosen }, messages) {
  if (chosen) return messages.text('reason.chosen');
  const { verdict, others, matched, isMisnamed } = checked;
  const isBillable = verdict === 'valid' && checked.concept?.billable;
  const ending = isBillable ? '.billable' : others.length ? '' : '.none';
  const base = messages.known(`reason.${verdict}${ending}`, messages.text(`reason.${verdict}`));
  const also = matched ? ` ${messages.text('reason.matched', { name: matched })}` : '';
  return base + also + (isMisnamed ? ` ${messages.text('reason.misnamed')}` : '');
}

/**
 * @param {Row[]} rows
 * @param {Messages} messages
 */
export function checkedCsv(rows, messages) {
  const header = [
    'line',
    'text',
    'verdict',
    'reason',
    'system',
    'code',
    'display',
    'status',
    'billable',
    'suggestions',
  ];
  const cells = rows.map((row) => {
    const { number, text, checked, chosen } = row;
    const concept = chosen ?? checked.concept;
    return [
      number,
      text,
      chosen ? 'chosen' : checked.verdict,
      reasonText(row, messages),
      concept?.system,
      concept?.code,
      concept?.display,
      concept?.status,
      concept?.billable,
      checked.others.map(({ system, code }) => `${system}/${code}`).join(' '),
    ];
  });
  return writeCsv([header, ...cells]);
}
