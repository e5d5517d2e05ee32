// What does a person keep of a report, to mend the file by? Every remark, one a line.
//
// Exports reportText. Held by tests/browser/unit/report-text.test.js.

/** @typedef {import('../../builder/contract.d.ts').BuildReport} BuildReport */
/** @typedef {import('../../builder/contract.d.ts').ReadFile} ReadFile */
/** @typedef {import('../../strings/messages.js').Messages} Messages */

/**
 * @param {Messages} messages
 * @param {string} what
 * @param {string} file
 * @param {import('../../builder/contract.d.ts').RowRemark[]} remarks
 * @param {number} count of all, those that are not listed included
 */
function remarkLines(messages, what, file, remarks, count) {
  const lines = remarks.map(({ row, reason }) => `${file}\t${row || ''}\t${what}\t${reason}`);
  const rest = count - remarks.length;
  if (rest > 0) lines.push(`${file}\t\t${what}\t${messages.text('own.more', { count: rest })}`);
  return lines;
}

/**
 * Returns the report as lines of file, row, what became of it and why, tabs between them: readable, and a table for a
 * spreadsheet.
 *
 * @param {BuildReport} report
 * @param {Messages} messages
 */
export function reportText(report, messages) {
  const word = (/** @type {string} */ key) => messages.text(`own.report.${key}`);
  const head = ['file', 'row', 'what', 'reason'].map((column) => word(column)).join('\t');
  const lines = [
    ...report.refused.map(
      ({ file, row, message, advice }) =>
        `${file}\t${row || ''}\t${word('fileRefused')}\t${message} ${advice}`,
    ),
    ...report.skipped.map(({ file, reason }) => `${file}\t\t${word('fileSkipped')}\t${reason}`),
    ...report.read.flatMap((read) => [
      ...remarkLines(messages, word('rowRefused'), read.file, read.refusals, read.rowsRefused),
      ...read.skips.map(
        ({ reason, count, row, example }) =>
          `${read.file}\t${row || ''}\t${word('rowsSkipped')}\t${messages.number(count)}: ${reason} (${example})`,
      ),
      ...remarkLines(messages, word('rowOdd'), read.file, read.warnings, read.rowsWarned),
    ]),
    ...report.findings.map(
      ({ file, meaning, count, examples }) =>
        `${file}\t\t${word('finding')}\t${messages.number(count)}: ${meaning} (${examples.join(', ')})`,
    ),
  ];
  return `${[head, ...lines.map((line) => line.replace(/[\r\n]+/g, ' '))].join('\r\n')}\r\n`;
}
