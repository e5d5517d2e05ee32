// The types of build/wasm/engine.mjs, the module that Emscripten makes of wasm/bindings.cpp.
export interface BoundEngine {
  /** Address of `size` bytes in HEAPU8 for the catalog. */
  reserve(size: number): number;
  /** Opens the bytes written: `{}` or `{"error": ...}`. This and what follows: JSON text in UTF-8, where it lies in HEAPU8; decode it before the next call. */
  open(): Uint8Array;
  /** Loads the mappings and notes from the bytes written: as open() gives. */
  loadCompanion(): Uint8Array;
  /** `systems`: ids separated by commas, empty for all. `filter`: a query that every answer must meet, empty for none. */
  search(query: string, limit: number, offset: number, systems: string, filter: string, isTyping: boolean, isExplained: boolean): Uint8Array;
  show(system: string, code: string): Uint8Array;
  browse(system: string, node: string, offset: number, limit: number): Uint8Array;
  similar(system: string, code: string, inSystem: string, limit: number): Uint8Array;
  suggest(query: string, limit: number): Uint8Array;
  info(): Uint8Array;
  /** Frees the engine; it must not be used afterwards. */
  delete(): void;
}
export interface EngineModule {
  Engine: new () => BoundEngine;
  HEAPU8: Uint8Array;
}
export interface EngineModuleOptions {
  wasmBinary?: ArrayBuffer | Uint8Array;
  locateFile?: (path: string, prefix: string) => string;
}
export default function createEngine(options?: EngineModuleOptions): Promise<EngineModule>;
