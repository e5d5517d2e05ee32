// A usual FHIR client over this page's own worker.

import { Client } from 'fhir-kit-client';
import { ready } from './ready.js';

const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';

await ready;

const client = new Client({ baseUrl: new URL('../fhir', location.href).href });
const code = document.querySelector('#code');
const display = document.querySelector('#display');

const valueOf = ({ parameter }, /** @type {string} */ name) =>
  parameter.find((each) => each.name === name)?.valueString;

/** Returns the rows of a table for the concepts of an expansion. */
function rowsOf({ expansion: { contains = [] } }) {
  return contains.map((concept) => {
    const row = document.createElement('tr');
    for (const text of [concept.code, concept.display]) {
      row.append(Object.assign(document.createElement('td'), { textContent: text }));
    }
    return row;
  });
}

async function show() {
  const siblings = document.querySelector('#siblings');
  try {
    const found = await client.operation({
      resourceType: 'CodeSystem',
      name: '$lookup',
      method: 'GET',
      input: { system: ICD, code: code.value },
    });
    display.textContent = valueOf(found, 'display');
    const category = code.value.split('.')[0];
    const filter = [{ property: 'concept', op: 'is-a', value: category }];
    const expanded = await client.operation({
      resourceType: 'ValueSet',
      name: '$expand',
      input: {
        resourceType: 'Parameters',
        parameter: [
          { name: 'count', valueInteger: 10 },
          {
            name: 'valueSet',
            resource: {
              resourceType: 'ValueSet',
              status: 'draft',
              compose: { include: [{ system: ICD, filter }] },
            },
          },
        ],
      },
    });
    siblings.replaceChildren(...rowsOf(expanded));
  } catch (failure) {
    const outcome = failure.response?.data;
    display.textContent = outcome?.issue?.[0].details.text ?? String(failure);
    siblings.replaceChildren();
  }
}

code.addEventListener('change', show);
await show();
