// What do the tests of the terminology service stand on? A catalog of data/starter and of the fixtures, built by
// the native program into a folder of its own, so that they hold whatever official releases are at hand.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../../web/engine/engine.js';
import { openTerminology } from '../../../web/service/hosts/node-terminology.js';
import { createService } from '../../../web/service/service.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A folder as dist/ is one: engine/engine.wasm, catalog/. */
export const folder = mkdtempSync(join(tmpdir(), 'medcode-service-'));
export const catalog = join(folder, 'medical-codes.medcat.gz');
const details = join(folder, 'details');

execFileSync(
  join(root, 'build/native/medcode'),
  [
    ...['build', '--sources', join(root, 'data/starter'), join(root, 'tests/service/fixtures')],
    ...['--out', catalog, '--details', details, '--quiet'],
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

export const wasm = join(root, 'build/wasm/engine.wasm');

export const terminology = await openTerminology(openEngine, { wasm, catalog, details });

after(() => {
  terminology.close();
  rmSync(folder, { recursive: true });
});

/** Ward 9 of the hospital has a list of its own. */
export const ownValueSet = {
  resourceType: 'ValueSet',
  id: 'ward-9',
  url: 'https://hospital.example/fhir/ValueSet/ward-9',
  status: 'active',
  compose: {
    include: [
      {
        system: 'http://hl7.org/fhir/sid/icd-10-cm',
        concept: [{ code: 'E11.9', display: 'Diabetes, the usual one' }, { code: 'I10' }],
      },
    ],
  },
};

/** The instant of every answer. */
export const instant = '2026-11-22T12:00:00.000Z';

export const service = createService({
  terminology,
  valueSets: [ownValueSet],
  now: () => new Date(instant),
});

export const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
export const ICD9 = 'http://hl7.org/fhir/sid/icd-9-cm';
export const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
export const WARDS = 'https://hospital.example/fhir/CodeSystem/wards';

/**
 * Asks the service by GET.
 *
 * @param {string} path
 * @param {Record<string, string | number | boolean>} [query]
 * @returns {Promise<{ status: number, body: any, headers: Record<string, string> }>}
 */
export async function get(path, query = {}) {
  const text = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  );
  const answer = await service.answer({ method: 'GET', url: `${path}?${text}` });
  return { ...answer, body: JSON.parse(answer?.body ?? 'null') };
}

/**
 * Asks the service by POST.
 *
 * @param {string} path
 * @param {unknown} body an object, or text as it stands
 * @param {string} [contentType]
 */
export async function post(path, body, contentType = 'application/fhir+json') {
  const answer = await service.answer({
    method: 'POST',
    url: path,
    contentType,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { ...answer, body: JSON.parse(answer?.body ?? 'null') };
}

/** @param {Record<string, unknown>} values parameters by name and type: `{ code: { valueCode: 'x' } }` */
export const parametersOf = (values) => ({
  resourceType: 'Parameters',
  parameter: Object.entries(values).map(([name, value]) => ({ name, ...value })),
});

/** @param {{ parameter: any[] }} body @param {string} name */
export const valueOf = (body, name) => {
  const found = body.parameter.find((parameter) => parameter.name === name);
  const key = found && Object.keys(found).find((each) => each.startsWith('value'));
  return key && found[key];
};

/** @param {object} compose */
export const expandCompose = (compose, more = {}) =>
  post(
    '/fhir/ValueSet/$expand',
    parametersOf({
      valueSet: { resource: { resourceType: 'ValueSet', status: 'active', compose } },
      ...more,
    }),
  );

/** @param {{ body: any }} answer */
export const codesOf = ({ body }) => (body.expansion.contains ?? []).map(({ code }) => code);

/**
 * Returns why an answer is not the OperationOutcome it should be, or nothing.
 *
 * @param {{ status: number, body: any }} answer
 */
export const outcomeOf = ({ status, body }) => [status, body.resourceType, body.issue?.[0].code];
