// How is our engine opened and asked beside the peers? From dist/, as a site ships it.
//
// Exports openOurs. Held by tests/bench/side-by-side/run.js.

/**
 * Opens the engine from the gzipped catalog; inflating and compiling are part of it.
 *
 * @param {Record<string, Uint8Array>} files
 * @param {{engine: string, isPlain: boolean}} options address of engine.js; plain JavaScript instead of wasm
 */
export async function openOurs(files, { engine: address, isPlain }) {
  const { openEngine } = await import(/* @vite-ignore */ address);
  const engine = await openEngine({
    wasmBinary: isPlain ? undefined : files['engine.wasm'],
    catalog: files['catalog.medcat.gz'],
    isPlain,
  });
  /** @param {{hits: {system: string, code: string}[]}} answer */
  const ids = ({ hits }) => hits.map(({ system, code }) => `${system}/${code}`);
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) => ids(engine.search(typed, { limit })),
    /** @param {string} typed @param {number} limit @param {string} system */
    askWithin: (typed, limit, system) => ids(engine.search(typed, { limit, systems: [system] })),
    close: () => engine.close(),
  };
}
