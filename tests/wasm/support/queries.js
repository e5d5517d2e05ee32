// What is asked of both engines? Every example of LANGUAGE.md, what a hospital types, and what nobody should type.

import { readFile } from 'node:fs/promises';

const language = new URL('../../../core/query/LANGUAGE.md', import.meta.url);

const ordinary = [
  'type 2 diabetes neuropathy',
  'biliary access',
  'biliary stent',
  'heart attack',
  'high blood pressure',
  'open fracture tibia left',
  'total knee replacement',
  'wheelchair',
  'hemoglobin a1c',
  'influenza vaccine',
  'appendicitis',
  'E119',
  'e11.9',
  '47541',
  '0F9930Z',
  '4548-4',
  'J45.909',
  'system:icd10cm type 2 diabetes neuropathy',
  'system:hcpcs wheelchair -power',
  'diabetis~ nephropathy',
  'hypertenshun~2',
  'fracture (femur OR tibia) NOT open',
  'code:E08..E13 is:billable',
  'under:E11 retinopathy',
  'has:article',
];

const hostile = [
  '',
  ' ',
  '*',
  '((((((((((((((((((((((((((((((((((((((((',
  '"'.repeat(33),
  'a'.repeat(2000),
  'system:nowhere walker',
  'Ménière’s disease',
  'µmol/L',
  '日本語 diabetes 🩺 asthma',
  'café\u0301 <script>alert(1)</script>',
  '\u0000diabetes\u0007',
];

/** Returns what stands in the first column of the language's tables of examples. */
async function examples() {
  const lines = (await readFile(language, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const found = /^\| `((?:[^`\\]|\\.)+)` \|/.exec(line);
    return found ? [found[1].replaceAll('\\|', '|')] : [];
  });
}

/** @param {string} query */
const prefixes = (query) => [...query].map((_, end, letters) => letters.slice(0, end + 1).join(''));

/** Returns queries as they stand when they are sent. */
export const finishedQueries = async () => [...ordinary, ...(await examples()), ...hostile];

/** Returns queries as they stand at each key. */
export const typedQueries = async () => [
  ...new Set([...ordinary, ...(await examples())].flatMap(prefixes)),
];
