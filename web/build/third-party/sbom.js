// How does a program read what is in dist/? As a bill of materials in CycloneDX 1.5.
//
// Exports writeSbom. It holds no date, and its serial number is made of its content: the same parts give the same file.
// Held against the standard's own schema by tests/support/third-party.test.js.

import { createHash } from 'node:crypto';

/** @typedef {import('./part.js').Part} Part */
/** @typedef {import('./notices.js').System & { id: string, uri: string }} System */

/** @param {string} licence an SPDX expression */
const licences = (licence) =>
  licence.includes(' ') ? [{ expression: licence }] : [{ license: { id: licence } }];

/** @param {Part} part */
const library = ({ name, title, version, licence, text, page, purl, in: places }) => ({
  type: 'library',
  'bom-ref': purl,
  name,
  version,
  description: title,
  // What only the program links is named, and said not to be in this folder.
  scope: places.some((place) => place !== 'program') ? 'required' : 'excluded',
  licenses: licences(licence),
  copyright: text
    .split('\n')
    .filter((line) => /^\W*copyright\b.*\d{4}/i.test(line))
    .map((line) => line.trim())
    .join('\n'),
  purl,
  externalReferences: [{ type: 'website', url: page }],
  properties: places.map((value) => ({ name: 'medcode:in', value })),
});

/** @param {System} system */
const data = ({ id, title, version, publisher, uri, notice }) => ({
  type: 'data',
  'bom-ref': `system:${id}`,
  name: title,
  version,
  ...(publisher ? { publisher } : {}),
  ...(notice ? { licenses: [{ license: { name: notice } }] } : {}),
  externalReferences: [{ type: 'other', url: uri, comment: 'canonical URI of the code system' }],
});

/** @param {unknown} content */
function serialNumber(content) {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  // RFC 9562: version 8, for numbers made in a way of one's own.
  const groups = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...groups, hash.slice(20, 32)].join('-')}`;
}

/**
 * @param {{ name: string, version: string, license: string, description: string }} product
 * @param {Part[]} parts
 * @param {System[]} systems those of the catalog in dist/
 */
export function writeSbom({ name, version, license, description }, parts, systems) {
  const components = [...parts.map(library), ...systems.map(data)];
  const product = { type: 'application', 'bom-ref': `pkg:npm/${name}@${version}`, name, version };
  const content = {
    metadata: { component: { ...product, description, licenses: licences(license) } },
    components,
    dependencies: [
      { ref: product['bom-ref'], dependsOn: components.map((component) => component['bom-ref']) },
    ],
  };
  const head = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: serialNumber(content),
    version: 1,
  };
  return `${JSON.stringify({ ...head, ...content }, null, 2)}\n`;
}
