// How does an operation say that it cannot answer?
//
// Exports ServiceFailure, which carries an HTTP status and a FHIR issue code, and its makers by name.
// Held by tests/service/hostile.test.js.

/** Is an expected failure of a request. `issue` is a code of FHIR's IssueType. */
export class ServiceFailure extends Error {
  /**
   * @param {number} status
   * @param {string} issue
   * @param {string} message
   * @param {string} [advice]
   */
  constructor(status, issue, message, advice = '') {
    super(message);
    this.name = 'ServiceFailure';
    this.status = status;
    this.issue = issue;
    this.advice = advice;
  }
}

/** @typedef {(message: string, advice?: string) => ServiceFailure} Maker */

/** @type {Maker} */
export const invalid = (message, advice) => new ServiceFailure(400, 'invalid', message, advice);

/** @type {Maker} */
export const required = (message, advice) => new ServiceFailure(400, 'required', message, advice);

/** @type {Maker} */
export const notFound = (message, advice) => new ServiceFailure(404, 'not-found', message, advice);

/** @type {Maker} */
export const notSupported = (message, advice) =>
  new ServiceFailure(400, 'not-supported', message, advice);

/** @type {Maker} */
export const tooCostly = (message, advice) =>
  new ServiceFailure(422, 'too-costly', message, advice);

/** @type {Maker} */
export const tooLong = (message, advice) => new ServiceFailure(413, 'too-long', message, advice);
