// The types of `medical-code-search/engine`: the engine by itself, in Node and in workers.
import type { Engine, OpenOptions } from '../engine/contract.d.ts';

export type * from '../engine/contract.d.ts';

/**
 * Opens a catalog, gzip or inflated. Without `wasmBinary`, engine.wasm is fetched from beside the module.
 * The engine holds memory until close() is called; after that it must not be used.
 */
export function openEngine(options: OpenOptions): Promise<Engine>;
