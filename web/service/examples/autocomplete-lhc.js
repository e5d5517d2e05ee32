// NLM's autocompleter over the tables of this page's own worker.

import Def from 'autocomplete-lhc';
import 'autocomplete-lhc/source/auto_completion.css';
import { ready } from './ready.js';

await ready;

/** @param {string} search table and its parameters; the autocompleter wants whole addresses */
const table = (search) => new URL(`../api/${search}`, location.href).href;

const chosen = document.querySelector('#chosen');
const tell = (/** @type {unknown} */ value) =>
  (chosen.textContent = JSON.stringify(value, null, 2));

new Def.Autocompleter.Search('diagnosis', table('icd10cm/v3/search?sf=code,name'), {
  tableFormat: true,
  valueCols: [0, 1],
  colHeaders: ['Code', 'Name'],
});
Def.Autocompleter.Event.observeListSelections('diagnosis', ({ final_val: text, item_code: code }) =>
  tell({ code, text }),
);

// The strengths of the chosen drug become the list of the next field.
const drug = new Def.Autocompleter.Search(
  'drug',
  table('rxterms/v3/search?ef=STRENGTHS_AND_FORMS'),
);
const strength = new Def.Autocompleter.Prefetch('strength', []);
Def.Autocompleter.Event.observeListSelections('drug', () => {
  const { data } = drug.getSelectedItemData()[0];
  strength.setListAndField(data.STRENGTHS_AND_FORMS, '');
  tell(data);
});
