// Which queries does the page's help show? Those of the query language's own document.
//
// Exports readLanguageExamples and the Vite plugin languageExamples, which offers them to the page as
// `virtual:language-examples`. Held by tests/browser/unit/language-examples.test.js.

import { readFileSync } from 'node:fs';
import { virtualModule } from './virtual-module.js';

/**
 * Splits a table row at its bars; `\|` is a bar in the text.
 *
 * @param {string} row
 */
function cells(row) {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, '|'));
}

/**
 * Returns the rows of every table whose first column is headed "typed", grouped by the heading above:
 * the queries in backticks and what they mean as plain text. Rows read as an error are left out.
 *
 * @param {string} markdown
 * @returns {{ heading: string, examples: { queries: string[], meaning: string }[] }[]}
 */
export function readLanguageExamples(markdown) {
  /** @type {{ heading: string, examples: { queries: string[], meaning: string }[] }[]} */
  const groups = [];
  let heading = '';
  let isInTable = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3).trim();
    if (!line.trimStart().startsWith('|')) {
      isInTable = false;
      continue;
    }
    const [typed = '', meaning = '', readAs = ''] = cells(line);
    if (/^typed$/i.test(typed)) {
      isInTable = true;
      groups.push({ heading, examples: [] });
    } else if (isInTable && !readAs.startsWith('Error:')) {
      const queries = [...typed.matchAll(/(`+)(.+?)\1/g)].map(([, , query]) => query.trim());
      if (queries.length)
        groups.at(-1)?.examples.push({ queries, meaning: meaning.replace(/[`*]/g, '') });
    }
  }
  return groups.filter(({ examples }) => examples.length > 0);
}

/** @param {URL} document */
export const languageExamples = (document) =>
  virtualModule('language-examples', () => {
    const examples = readLanguageExamples(readFileSync(document, 'utf8'));
    if (examples.length === 0) {
      throw new Error(`${document.pathname} has no table headed "typed": the help would be empty.`);
    }
    return `export const languageExamples = ${JSON.stringify(examples)};`;
  });
