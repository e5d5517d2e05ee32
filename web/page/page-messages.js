// In which language does the page speak?
//
// Exports loadPageMessages. `?lang=es` wins over the browser's languages; a language is one JSON file
// in strings/, English travels with the script.

import english from 'virtual:strings/page';
import { Messages } from '../strings/messages.js';

/** Languages shipped; any other is used when the address names it and its file lies in strings/. */
export const shippedLanguages = { en: 'English', es: 'Español' };

function wantedLanguage() {
  const named = new URLSearchParams(location.search).get('lang');
  if (named) return named;
  const shipped = Object.keys(shippedLanguages);
  const preferred = navigator.languages.find((tag) => shipped.includes(tag.split('-')[0]));
  return preferred ?? 'en';
}

/** @returns {Promise<Messages>} */
export async function loadPageMessages() {
  const language = wantedLanguage();
  const base = language.toLowerCase().split('-')[0];
  if (base === 'en') return new Messages('en-US', english);
  try {
    const response = await fetch(new URL(`strings/${base}.json`, document.baseURI));
    const { page } = await response.json();
    return new Messages(language, page, english);
  } catch {
    return new Messages('en-US', english);
  }
}
