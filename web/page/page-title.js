// What does the browser's tab say?
//
// Exports pageTitle. Held by tests/browser/links-and-history.test.js.

/** @param {import('./app.js').App} app */
export function pageTitle(app) {
  const { route, concept, messages } = app;
  const title = messages.text('title');
  switch (route.view) {
    case 'concept': {
      const name = concept?.shown.found ? ` ${concept.shown.display}` : '';
      return `${route.code}${name} · ${app.systemTitle(route.system)}`;
    }
    case 'browse': {
      const node = route.node && !route.node.startsWith('~') ? `${route.node} · ` : '';
      const system = app.systemTitle(route.system);
      return `${node}${messages.text(system ? 'browse.title' : 'browse', { system })}`;
    }
    case 'compare': {
      const codes = route.concepts.map(({ code }) => code).join(' / ');
      return `${messages.text('compare')} ${codes} · ${title}`;
    }
    case 'list':
    case 'paste':
    case 'own':
      return `${messages.text(route.view)} · ${title}`;
    default:
      return route.query ? `${route.query} · ${title}` : title;
  }
}
