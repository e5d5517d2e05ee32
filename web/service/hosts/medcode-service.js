#!/usr/bin/env node
// The terminology service on a desk or a ward server: medcode-service [--port N] [--dist DIR] ...
//
// Reads its options, opens the catalog and serves until it is told to end.
// Held by tests/service/node-server.test.js.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from './node-server.js';
import { openTerminology } from './node-terminology.js';

const USAGE = `medcode-service [options]

Answers FHIR R4 terminology operations at /fhir and NLM Clinical Tables searches at /api.

  --port N            port, 8090 unless told; 0 takes a free one
  --host ADDRESS      address to listen on, 127.0.0.1 unless told
  --dist DIR          the built dist/ (./run --build-only), that of this package unless told
  --catalog FILE      another catalog; its details/ are expected beside it
  --fhir PATH         path of the FHIR operations, /fhir unless told
  --api PATH          path of the tables, /api unless told
  --value-sets FILE   a FHIR ValueSet, or a Bundle or list of them, offered by their url
  --allow-origin URL  let pages of this origin read the answers (* for any)
  --help              this text
`;

const OPTIONS = /** @type {const} */ ({
  port: { type: 'string', default: '8090' },
  host: { type: 'string', default: '127.0.0.1' },
  dist: { type: 'string', default: fileURLToPath(new URL('../../../dist', import.meta.url)) },
  catalog: { type: 'string' },
  fhir: { type: 'string' },
  api: { type: 'string' },
  'value-sets': { type: 'string' },
  'allow-origin': { type: 'string' },
  help: { type: 'boolean' },
});

/** @param {unknown} content @returns {object[]} */
function valueSetsIn(content) {
  const { resourceType, entry } = /** @type {any} */ (content ?? {});
  if (Array.isArray(content)) return content;
  if (resourceType === 'ValueSet') return [/** @type {object} */ (content)];
  if (resourceType === 'Bundle' && Array.isArray(entry)) {
    return entry.map(({ resource }) => resource).filter((one) => one?.resourceType === 'ValueSet');
  }
  throw new Error('--value-sets names a file that is no ValueSet, Bundle or list of them.');
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return void process.stdout.write(USAGE);
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) {
    throw new Error(`--port wants a number from 0 to 65535, not '${values.port}'.`);
  }
  const catalog = values.catalog ?? join(values.dist, 'catalog', 'medical-codes.medcat.gz');
  const { openEngine } = await import(pathToFileURL(join(values.dist, 'engine', 'engine.js')).href);
  const terminology = await openTerminology(openEngine, {
    wasm: join(values.dist, 'engine', 'engine.wasm'),
    catalog,
    details: join(dirname(catalog), 'details'),
  });
  const file = values['value-sets'];
  const server = await startServer({
    terminology,
    host: values.host,
    port: Number(values.port),
    fhirPath: values.fhir,
    tablesPath: values.api,
    valueSets: file ? valueSetsIn(JSON.parse(await readFile(file, 'utf8'))) : [],
    allowOrigin: values['allow-origin'],
  });
  process.stdout.write(`FHIR R4: ${server.url}${values.fhir ?? '/fhir'}/metadata\n`);
  process.stdout.write(`Tables:  ${server.url}${values.api ?? '/api'}/icd10cm/v3/search?terms=\n`);
  const end = () => void server.close().then(() => terminology.close());
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((thrown) => {
  process.stderr.write(`medcode-service: ${thrown instanceof Error ? thrown.message : thrown}\n`);
  process.exitCode = 1;
});
