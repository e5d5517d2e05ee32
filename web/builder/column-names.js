// What are the columns of other people's tables usually called?
//
// Exports meaningsOf and folded. Names are compared without case, accents and punctuation ("CDM_Code", "Código"); of several columns
// that may hold the same, the one whose name stands first in its list is taken. Held by tests/wasm/builder-guess.test.js.

/** By our own name of a column (core/sources/FORMATS.md): what others call it, the surest first. */
const USUAL_NAMES = {
  code: [
    ...['code', 'codigo', 'clave', 'concept code', 'local code', 'item code', 'service code'],
    ...[
      'procedure code',
      'charge code',
      'cdm code',
      'cdm',
      'diagnosis code',
      'dx code',
      'drug code',
    ],
    ...['product code', 'test code', 'order code', 'lab code', 'material code', 'supply code'],
    ...[
      'hcpcs code',
      'cpt code',
      'hcpcs cpt',
      'cpt hcpcs',
      'hcpcs',
      'cpt',
      'icd code',
      'icd 10 code',
    ],
    ...['icd10 code', 'loinc code', 'loinc', 'loinc num', 'ndc', 'ndc code', 'charge number'],
    ...[
      'charge no',
      'item number',
      'item no',
      'service number',
      'cod',
      'kod',
      'codice',
      'identifier',
    ],
    ...['identificador', 'key', 'id', 'number', 'numero', 'no', 'nr'],
  ],
  display: [
    ...['display', 'preferred term', 'preferred name', 'display name', 'name', 'nombre'],
    ...['concept name', 'full name', 'long name', 'long description', 'title', 'titulo', 'term'],
    ...['termino', 'item description', 'charge description', 'service description', 'test name'],
    ...['procedure description', 'diagnosis description', 'code description', 'drug name'],
    ...['product name', 'item name', 'service name', 'procedure name', 'description'],
    ...['descripcion', 'denominacion', 'descriptor', 'label', 'etiqueta', 'text', 'texto', 'desc'],
    ...['bezeichnung', 'libelle', 'designation', 'meaning', 'significado', 'short description'],
  ],
  short: ['short', 'short name', 'short description', 'short title', 'nombre corto', 'corto'],
  synonym: [
    ...['synonym', 'synonyms', 'sinonimo', 'sinonimos', 'alias', 'aliases', 'alternative name'],
    ...['alternative names', 'other name', 'other names', 'otros nombres', 'also known as', 'aka'],
    ...['alternate name', 'alternate names', 'search terms', 'keywords', 'palabras clave'],
  ],
  lay: ['lay', 'lay name', 'lay term', 'lay terms', 'common name', 'consumer name', 'nombre comun'],
  abbreviation: [
    ...['abbreviation', 'abbreviations', 'abbr', 'abreviatura', 'abreviaturas', 'acronym'],
    ...['acronyms', 'siglas', 'mnemonic'],
  ],
  system: ['system', 'code system', 'codesystem', 'vocabulary id', 'coding system', 'sistema'],
  parent: ['parent', 'parent code', 'parent id', 'broader', 'padre', 'codigo padre'],
  status: ['status', 'state', 'estado'],
  billing: ['billing', 'facturacion'],
  usage: ['usage', 'count', 'volume', 'frequency', 'uso', 'frecuencia'],
  note: ['note', 'notes', 'nota', 'notas', 'comment', 'comments', 'definition', 'definicion'],
  inclusion: ['inclusion', 'inclusions', 'includes'],
  index: ['index', 'index terms'],
};

/** @typedef {keyof typeof USUAL_NAMES} Meaning */

/** @type {Map<string, { meaning: Meaning, rank: number }[]>} */
const meanings = new Map();
for (const [meaning, names] of Object.entries(USUAL_NAMES)) {
  names.forEach((name, rank) => {
    const known = meanings.get(name) ?? [];
    meanings.set(name, [...known, { meaning: /** @type {Meaning} */ (meaning), rank }]);
  });
}

/**
 * Returns a column's name as it is compared.
 *
 * @param {string} name
 */
export const folded = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Returns what a column of this name may mean, the lower the rank the surer.
 *
 * @param {string} name
 */
export const meaningsOf = (name) => meanings.get(folded(name)) ?? [];
