// What did the client send to an operation?
//
// Exports Inputs: the parameters of a GET's query string or of a POSTed Parameters resource, read by
// name and type. What an operation does not know is refused rather than passed over; names that begin
// with an underscore are the transport's own. Held by tests/service/hostile.test.js.

import { LIMITS } from '../limits.js';
import { invalid, notSupported, required, tooLong } from '../service-failure.js';

/** @typedef {Record<string, any>} Json */
/** @typedef {{ system: string, code: string, version?: string, display?: string }} Coding */

/** @param {unknown} value */
export const isObject = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns the value of one Parameters.parameter: its `value[x]` or its resource.
 *
 * @param {Json} parameter
 */
function valueOf(parameter) {
  if (isObject(parameter.resource)) return parameter.resource;
  const key = Object.keys(parameter).find((name) => name.startsWith('value'));
  return key === undefined ? undefined : parameter[key];
}

export class Inputs {
  /** @type {Map<string, unknown[]>} */
  #values = new Map();

  /** @param {Iterable<[string, unknown]>} pairs */
  constructor(pairs) {
    let count = 0;
    for (const [name, value] of pairs) {
      if (name.startsWith('_') || value === undefined) continue;
      if (++count > LIMITS.parameters) {
        throw tooLong(`A request has at most ${LIMITS.parameters} parameters.`);
      }
      const known = this.#values.get(name);
      if (known) known.push(value);
      else this.#values.set(name, [value]);
    }
  }

  /**
   * @param {string} body
   * @param {string} single the type of resource that may stand alone as the body: `ValueSet`
   * @param {string} name the parameter it then is: `valueSet`
   */
  static fromBody(body, single, name) {
    let resource;
    try {
      resource = JSON.parse(body);
    } catch {
      throw invalid('The body is not JSON.', 'Send a FHIR Parameters resource.');
    }
    if (isObject(resource) && resource.resourceType === single) {
      return new Inputs([[name, resource]]);
    }
    const list = resource?.parameter ?? [];
    if (!isObject(resource) || resource.resourceType !== 'Parameters' || !Array.isArray(list)) {
      throw invalid('The body is not a Parameters resource.', 'Send a FHIR Parameters resource.');
    }
    return new Inputs(
      list.map((parameter) => {
        if (!isObject(parameter) || typeof parameter.name !== 'string') {
          throw invalid('A parameter of the body has no name.');
        }
        return [parameter.name, valueOf(parameter)];
      }),
    );
  }

  /**
   * Refuses every parameter that is not among `names`.
   *
   * @param {string[]} names
   */
  allow(names) {
    for (const name of this.#values.keys()) {
      if (!names.includes(name)) {
        throw notSupported(
          `The parameter ${JSON.stringify(name.slice(0, 64))} is not supported here.`,
          `Supported are ${names.join(', ')}.`,
        );
      }
    }
  }

  /** @param {string} name */
  has(name) {
    return this.#values.has(name);
  }

  /** @param {string} name */
  #one(name) {
    const values = this.#values.get(name);
    if (values && values.length > 1) throw invalid(`The parameter ${name} is given twice.`);
    return values?.[0];
  }

  /**
   * @param {string} name
   * @param {number} [most] characters
   * @returns {string | undefined}
   */
  text(name, most = LIMITS.name) {
    const value = this.#one(name);
    if (value === undefined) return undefined;
    return checkedText(name, value, most);
  }

  /** @param {string} name */
  texts(name) {
    return (this.#values.get(name) ?? []).map((value) => checkedText(name, value, LIMITS.name));
  }

  /** @param {string} name */
  requiredText(name) {
    const value = this.text(name);
    if (!value) throw required(`The parameter ${name} is required.`);
    return value;
  }

  /** @param {string} name */
  truth(name) {
    const value = this.#one(name);
    if (value === undefined || value === false || value === 'false') return false;
    if (value === true || value === 'true') return true;
    throw invalid(`The parameter ${name} is neither true nor false.`);
  }

  /**
   * @param {string} name
   * @returns {number | undefined} not negative
   */
  count(name) {
    const value = this.#one(name);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) {
      throw invalid(`The parameter ${name} is not a whole number from 0 up.`);
    }
    return number;
  }

  /**
   * @param {string} name
   * @returns {Coding | undefined}
   */
  coding(name) {
    const value = this.#one(name);
    return value === undefined ? undefined : checkedCoding(name, value);
  }

  /**
   * @param {string} name
   * @returns {Coding[] | undefined} the codings of a CodeableConcept
   */
  codings(name) {
    const value = /** @type {Json | undefined} */ (this.#one(name));
    if (value === undefined) return undefined;
    const list = isObject(value) ? value.coding : undefined;
    if (!Array.isArray(list) || list.length === 0 || list.length > LIMITS.parameters) {
      throw invalid(`The parameter ${name} is not a CodeableConcept with codings.`);
    }
    return list.map((coding) => checkedCoding(name, coding));
  }

  /**
   * @param {string} name
   * @param {string} type
   * @returns {Json | undefined}
   */
  resource(name, type) {
    const value = /** @type {Json | undefined} */ (this.#one(name));
    if (value === undefined) return undefined;
    if (!isObject(value) || value.resourceType !== type) {
      throw invalid(`The parameter ${name} is not a ${type}.`, 'Send it in the body by POST.');
    }
    return value;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} most
 */
export function checkedText(name, value, most) {
  if (typeof value !== 'string') throw invalid(`${name} is not a text.`);
  if (value.length > most) throw tooLong(`${name} is longer than ${most} characters.`);
  return value;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {Coding}
 */
function checkedCoding(name, value) {
  const { system, code, version, display } = /** @type {Json} */ (isObject(value) ? value : {});
  if (typeof system !== 'string' || typeof code !== 'string') {
    throw invalid(`The parameter ${name} is not a Coding with system and code.`);
  }
  checkedText(`${name}.system`, system, LIMITS.name);
  checkedText(`${name}.code`, code, LIMITS.name);
  return {
    system,
    code,
    version: version === undefined ? undefined : checkedText('version', version, LIMITS.name),
    display: display === undefined ? undefined : checkedText('display', display, LIMITS.name * 4),
  };
}
