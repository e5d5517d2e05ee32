// How is a request answered, whatever host it came through?
//
// Exports createService: from a plain request to a plain answer, over an engine. It reads the address,
// checks sizes and types, and turns every failure into an OperationOutcome (FHIR) or an object with
// `error` (tables). Held by tests/service/.

import { CodeSystems } from './code-systems.js';
import { operationOutcome } from './fhir/resources.js';
import { answerFhir } from './fhir/router.js';
import { ValueSets } from './fhir/value-sets.js';
import { LIMITS } from './limits.js';
import { ServiceFailure, invalid, tooLong } from './service-failure.js';
import { searchTable } from './tables/search-table.js';

/** @typedef {import('./contract.d.ts').Service} Service */
/** @typedef {import('./contract.d.ts').ServiceOptions} ServiceOptions */
/** @typedef {import('./contract.d.ts').ServiceRequest} ServiceRequest */
/** @typedef {import('./contract.d.ts').ServiceResponse} ServiceResponse */

const FHIR_JSON = 'application/fhir+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Media types in which FHIR is sent and asked for here; XML and Turtle are not. */
const READ_TYPES = /^(application\/(fhir\+json|json|json\+fhir)|text\/json)\b/i;
const FORMATS = /^(json|(application|text)\/(fhir[+ ])?json([+ ]fhir)?)(;.*)?$/i;

/** Names a base where the address has none of its own; it is never asked. */
const NOWHERE = 'http://service.invalid';

/**
 * @param {number} status
 * @param {string} type
 * @param {object} value
 * @returns {ServiceResponse}
 */
const response = (status, type, value) => ({
  status,
  headers: {
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  },
  body: JSON.stringify(value),
});

/**
 * Tells a failure of web/engine by its name: engine and service may come from two bundles.
 *
 * @param {unknown} thrown
 * @returns {thrown is import('../engine/failure.js').Failure}
 */
const isFailure = (thrown) => thrown instanceof Error && thrown.name === 'Failure';

/**
 * Returns any thrown value as a failure that is told: one of the engine's own as a passing fault, an
 * unexpected one without its inner text.
 *
 * @param {unknown} thrown
 */
const failureOf = (thrown) => {
  if (thrown instanceof ServiceFailure) return thrown;
  if (isFailure(thrown)) {
    return new ServiceFailure(503, 'transient', thrown.message, thrown.advice);
  }
  return new ServiceFailure(500, 'exception', 'The service failed to answer.', 'Ask again.');
};

/**
 * Returns the part of `path` below `folder`, or null when it does not lie there.
 *
 * @param {string} path
 * @param {string} folder
 */
function below(path, folder) {
  if (path !== folder && !path.startsWith(`${folder}/`)) return null;
  const rest = path.slice(folder.length).split('/').filter(Boolean);
  try {
    return rest.map(decodeURIComponent);
  } catch {
    throw invalid('The address is not well formed.');
  }
}

/** @param {ServiceRequest} request */
function checkSizes({ url, body = '' }) {
  if (url.length > LIMITS.address) {
    const message = `An address has at most ${LIMITS.address} characters.`;
    throw new ServiceFailure(414, 'too-long', message, 'Send a Parameters resource by POST.');
  }
  if (body.length > LIMITS.body || new TextEncoder().encode(body).length > LIMITS.body) {
    throw tooLong(`A body has at most ${LIMITS.body} bytes.`);
  }
}

/**
 * Refuses formats that this service neither reads nor writes.
 *
 * @param {ServiceRequest} request
 * @param {URLSearchParams} query
 */
function checkFormat({ method, accept = '', contentType = '' }, query) {
  const format = query.get('_format')?.replaceAll(' ', '+');
  const isAskedForJson = format === undefined ? true : FORMATS.test(format);
  const types = accept.split(',').map((type) => type.trim().toLowerCase());
  const isAccepted =
    accept === '' || types.some((type) => /json|^\*\/\*|^application\/\*|^text\/html/.test(type));
  if (!isAskedForJson || (format === undefined && !isAccepted)) {
    throw new ServiceFailure(406, 'not-supported', 'Only JSON is answered.', 'Ask for json.');
  }
  if (method === 'POST' && contentType && !READ_TYPES.test(contentType)) {
    throw new ServiceFailure(415, 'not-supported', 'Only JSON is read.', 'Send fhir+json.');
  }
}

/** @param {string} method */
function checkMethod(method) {
  if (method === 'GET' || method === 'POST') return method;
  if (method === 'HEAD') return 'GET';
  throw new ServiceFailure(405, 'not-supported', `The method ${method} is not supported.`);
}

/** @param {string} path */
const asFolder = (path) => `/${path.split('/').filter(Boolean).join('/')}`;

/**
 * @param {ServiceOptions} options
 * @returns {Service}
 */
export function createService(options) {
  const { terminology, valueSets: own = [], now = () => new Date() } = options;
  const fhirPath = asFolder(options.fhirPath ?? '/fhir');
  const tablesPath = asFolder(options.tablesPath ?? '/api');
  /** @type {Promise<{ systems: CodeSystems, valueSets: ValueSets }> | undefined} */
  let opened;
  const open = () => {
    opened ??= CodeSystems.of(terminology).then((systems) => ({
      systems,
      valueSets: new ValueSets(systems, own),
    }));
    opened.catch(() => (opened = undefined));
    return opened;
  };

  /** @param {ServiceRequest} request @param {URL} url @param {string[]} path */
  async function fhir(request, url, path) {
    checkSizes(request);
    const method = checkMethod(request.method);
    checkFormat(request, url.searchParams);
    const { systems, valueSets } = await open();
    const base = url.origin === NOWHERE ? fhirPath : `${url.origin}${fhirPath}`;
    const { body = '' } = request;
    return answerFhir(
      { path, method, query: url.searchParams, body, base, now },
      systems,
      valueSets,
    );
  }

  /** @param {ServiceRequest} request @param {URL} url @param {string[]} path */
  async function table(request, url, path) {
    checkSizes(request);
    if (checkMethod(request.method) !== 'GET') {
      throw new ServiceFailure(405, 'not-supported', 'Tables are only asked by GET.');
    }
    return searchTable((await open()).systems, path, url.searchParams);
  }

  return {
    async answer(request) {
      const url = new URL(request.url.slice(0, LIMITS.address * 2), NOWHERE);
      const isFhir = url.pathname === fhirPath || url.pathname.startsWith(`${fhirPath}/`);
      try {
        const fhirRest = isFhir ? below(url.pathname, fhirPath) : null;
        if (fhirRest) return response(200, FHIR_JSON, await fhir(request, url, fhirRest));
        const rest = below(url.pathname, tablesPath);
        return rest && response(200, JSON_TYPE, await table(request, url, rest));
      } catch (thrown) {
        const { status, issue, message, advice } = failureOf(thrown);
        return isFhir
          ? response(status, FHIR_JSON, operationOutcome(issue, message, advice))
          : response(status, JSON_TYPE, { error: { code: issue, message, advice } });
      }
    },
  };
}
