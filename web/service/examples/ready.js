// What do all example pages do first? They start the terminology worker and say when it answers.

import { registerTerminology } from '../register.js';

const state = document.querySelector('#state');

/** Is fulfilled when fetch() of this page reaches the terminology worker. */
export const ready = registerTerminology(new URL('../terminology-worker.js', location.href), {
  scope: '../',
});

/** Is fulfilled when everything that the page loads by itself is there. */
const loaded = new Promise((resolve) => {
  if (document.readyState === 'complete') resolve(undefined);
  else addEventListener('load', resolve, { once: true });
});

ready
  .then(async (terminology) => {
    state.textContent = 'Ready; saving the details';
    state.dataset.ready = '';
    await terminology.saveDetails();
    await loaded;
    await terminology.savePage();
  })
  .then(() => {
    state.textContent = 'Ready, also without network';
    state.dataset.saved = '';
  })
  .catch((failure) => {
    state.textContent = `Not ready: ${failure.message}`;
    state.dataset.failed = '';
  });
