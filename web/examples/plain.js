// The recipe for plain HTML: the element is markup, its events bubble to whoever listens.
import './files.js';

const chosen = document.querySelector('#chosen');

document.addEventListener('medcode-select', ({ detail }) => {
  chosen.textContent = `${detail.code} ${detail.display}`;
});
