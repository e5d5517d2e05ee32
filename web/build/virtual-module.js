// How does a build offer what it works out as a module?
//
// Exports virtualModule, a Vite plugin for addresses that begin with `virtual:`. web/build/virtual.d.ts says what they hold.

/**
 * @param {string} name of the plugin; `virtual:NAME` and everything below `virtual:NAME/` is answered
 * @param {(part: string) => string} write the module's text; `part` is what stands behind `virtual:NAME/`, or empty
 */
export function virtualModule(name, write) {
  const address = `virtual:${name}`;
  const resolved = `\0${address}`;
  const isOurs = (/** @type {string} */ id, /** @type {string} */ whole) =>
    id === whole || id.startsWith(`${whole}/`);
  return {
    name,
    resolveId: (/** @type {string} */ id) => (isOurs(id, address) ? `\0${id}` : null),
    load: (/** @type {string} */ id) =>
      isOurs(id, resolved) ? write(id.slice(resolved.length + 1)) : null,
  };
}
