// Where does the element's table of words come from?
//
// Exports loadMessages. English travels with the script; every other language is one JSON file beside
// it (`strings/<language>.json`), fetched when an element asks for it.

import english from 'virtual:strings/element';
import { Messages } from './messages.js';

/** Address of the folder with the languages' files; set by the registering module. */
let folder = '';

/** @param {string} url */
export function setStringsFolder(url) {
  folder = url;
}

/** @type {Map<string, Promise<Record<string, string>>>} */
const tables = new Map();

/** @param {string} language */
async function fetchTable(language) {
  const response = await fetch(new URL(`${language}.json`, folder));
  return response.ok ? (await response.json()).element : {};
}

/**
 * Returns a language's words: English at once, and `onLoaded` is called when the others are there.
 * A language without file stays English.
 *
 * @param {string} language BCP 47; its region is not looked at
 * @param {() => void} onLoaded
 */
export function loadMessages(language, onLoaded) {
  const base = language.toLowerCase().split('-')[0];
  const messages = new Messages(language, {}, english);
  if (base === 'en') return messages;
  const table = tables.get(base) ?? fetchTable(base).catch(() => ({}));
  tables.set(base, table);
  void table.then((loaded) => {
    messages.setTable(loaded);
    onLoaded();
  });
  return messages;
}
