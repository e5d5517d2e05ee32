// How is a failure told across the worker's border?
//
// Exports Failure: an Error with a code and advice, made of and turned into plain data.
// Held by tests/browser/unit/failure.test.js.

/** @typedef {{ code: string, message: string, advice: string }} FailureData */

/** Is an expected failure: what went wrong and what to do about it. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {string} [advice]
   */
  constructor(code, message, advice = '') {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.advice = advice;
  }

  /**
   * Returns any thrown value as plain data; an engine's error object keeps its code and advice.
   *
   * @param {unknown} thrown
   * @returns {FailureData}
   */
  static toData(thrown) {
    const given = /** @type {Partial<FailureData>} */ (thrown ?? {});
    return {
      code: typeof given.code === 'string' ? given.code : 'unexpected',
      message: typeof given.message === 'string' ? given.message : String(thrown),
      advice: typeof given.advice === 'string' ? given.advice : '',
    };
  }

  /**
   * @param {FailureData} data
   * @returns {Failure}
   */
  static fromData(data) {
    return new Failure(data.code, data.message, data.advice);
  }
}
