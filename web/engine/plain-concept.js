// Which of a hit's fields are the concept's own, whatever was asked?
//
// Exports plainConcept. Held by tests/browser/unit/check-lines.test.js and personal-codes.test.js.

/**
 * @param {import('./contract.d.ts').CheckedConcept} concept may carry more: a score, spans, the reason it was found
 * @returns {import('./contract.d.ts').CheckedConcept}
 */
export const plainConcept = ({ system, code, display, status, billable }) => ({
  system,
  code,
  display,
  status,
  billable,
});
