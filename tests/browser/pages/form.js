// Keeps what the form would send and what the elements tell, for the test to read.

const form = document.querySelector('#form');

window.sent = null;
window.told = [];

form.addEventListener('submit', (event) => {
  event.preventDefault();
  window.sent = [...new FormData(form)];
});

for (const type of [
  'medcode-ready',
  'medcode-results',
  'medcode-select',
  'medcode-error',
  'change',
]) {
  document.addEventListener(type, ({ target, detail }) => {
    window.told.push({ type, id: target.id, detail: type === 'medcode-results' ? null : detail });
  });
}
