// Which tables are there, with which fields?
//
// Exports tableOf. The tables of NLM's Clinical Table Search Service that this catalog can fill, under the
// names their clients know, with their fields and defaults; beside them every code system by its own id.
// Held by tests/service/tables.test.js.

/** @typedef {import('../../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../../engine/contract.d.ts').Details} Details */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */

/**
 * @typedef {object} Field
 * @property {'code' | 'name' | 'other'} kind what a search in it searches
 * @property {boolean} [isDetail] true when it is read from the detail packs
 * @property {(concept: Concept, details: Details, system: SystemInfo) => string | string[] | boolean} read
 */

/**
 * @typedef {object} Table
 * @property {string} system id in the catalog
 * @property {Record<string, Field>} fields
 * @property {string[]} df display fields where the client names none
 * @property {string} cf the field that is the code
 * @property {string[]} sf searched fields where the client names none
 */

/** @type {Field} */
const code = { kind: 'code', read: (concept) => concept.code };
/** @type {Field} */
const undotted = { kind: 'code', read: (concept) => concept.code.replaceAll('.', '') };
/** @type {Field} */
const display = { kind: 'name', read: (concept) => concept.display };

/**
 * Returns the field of the first designation with this use, else the display.
 *
 * @param {string} use
 * @returns {Field}
 */
const named = (use) => ({
  kind: 'name',
  read: (concept) =>
    concept.designations.find((designation) => designation.use === use)?.text ?? concept.display,
});

/** @type {Field} */
const synonyms = {
  kind: 'name',
  read: (concept) => concept.designations.map(({ text }) => text),
};

/**
 * Returns the field of a property by its name.
 *
 * @param {string} name
 * @returns {Field}
 */
const property = (name) => ({
  kind: 'other',
  isDetail: true,
  read: (_, { properties = [] }) =>
    properties.find((candidate) => candidate.name === name)?.value ?? '',
});

/** @type {Field} strengths are one property, separated as RxTerms lists them */
const strengths = {
  kind: 'other',
  isDetail: true,
  read: (_, { properties = [] }) =>
    properties
      .filter(({ name }) => name === 'strengths')
      .flatMap(({ value }) => value.split(/\s*[;|]\s*/)),
};

/** @type {Field} */
const isObsolete = { kind: 'other', read: (concept) => concept.status === 'inactive' };

const common = { code, name: display, synonyms };

/** Both lists of ICD-9-CM have the same columns. @type {Omit<Table, 'system'>} */
const icd9 = {
  fields: {
    code: undotted,
    code_dotted: code,
    short_name: named('short'),
    long_name: display,
    synonyms,
  },
  df: ['code_dotted', 'long_name'],
  cf: 'code',
  sf: ['code', 'code_dotted', 'short_name', 'long_name'],
};

/** @type {Record<string, Table>} */
const NLM_TABLES = {
  icd10cm: {
    system: 'icd10cm',
    fields: common,
    df: ['code', 'name'],
    cf: 'code',
    sf: ['code'],
  },
  icd9cm_dx: { system: 'icd9cm', ...icd9 },
  icd9cm_sg: { system: 'icd9proc', ...icd9 },
  hcpcs: {
    system: 'hcpcs',
    fields: {
      code,
      short_desc: named('short'),
      long_desc: display,
      display,
      add_dt: property('added'),
      term_dt: property('terminated'),
      obsolete: isObsolete,
      synonyms,
    },
    df: ['code', 'display'],
    cf: 'code',
    sf: ['code', 'short_desc', 'long_desc'],
  },
  loinc_items: {
    system: 'loinc',
    fields: {
      LOINC_NUM: code,
      text: display,
      LONG_COMMON_NAME: display,
      SHORTNAME: named('short'),
      CONSUMER_NAME: named('lay'),
      CLASS: property('class'),
      RELATEDNAMES2: synonyms,
    },
    df: ['text'],
    cf: 'LOINC_NUM',
    sf: ['text', 'LONG_COMMON_NAME', 'SHORTNAME', 'CONSUMER_NAME', 'RELATEDNAMES2', 'LOINC_NUM'],
  },
  rxterms: {
    system: 'rxnorm',
    fields: {
      DISPLAY_NAME: display,
      DISPLAY_NAME_SYNONYM: synonyms,
      STRENGTHS_AND_FORMS: strengths,
      RXCUI: code,
    },
    df: ['DISPLAY_NAME'],
    cf: 'DISPLAY_NAME',
    sf: ['DISPLAY_NAME', 'DISPLAY_NAME_SYNONYM'],
  },
};

/**
 * Returns the table by its name at NLM or by the id of a code system, or null.
 *
 * @param {CodeSystems} systems
 * @param {string} name
 * @returns {{ table: Table, system: SystemInfo } | null}
 */
export function tableOf(systems, name) {
  const known = Object.hasOwn(NLM_TABLES, name) ? NLM_TABLES[name] : undefined;
  const system = systems.byId(known?.system ?? name);
  if (!system) return null;
  const df = ['code', 'name'];
  return {
    table: known ?? { system: name, fields: common, df, cf: 'code', sf: ['code', 'name'] },
    system,
  };
}

/** @param {CodeSystems} systems */
export const tableNames = (systems) =>
  [...new Set([...Object.keys(NLM_TABLES), ...systems.all.map(({ id }) => id)])].filter((name) =>
    tableOf(systems, name),
  );
