// The types of build/wasm/engine.mjs, the module that Emscripten makes of wasm/bindings.cpp.
export interface BoundEngine {
  /** Address of `size` bytes in HEAPU8 for the catalog. */
  reserve(size: number): number;
  /** Opens the bytes written: JSON text, `{}` or `{"error": ...}`. */
  open(): string;
  /** Loads the mappings and notes from the bytes written: JSON text as open() gives. */
  loadCompanion(): string;
  /** `systems`: ids separated by commas, empty for all. `filter`: a query that every answer must meet, empty for none. */
  search(query: string, limit: number, offset: number, systems: string, filter: string, isTyping: boolean, isExplained: boolean): string;
  show(system: string, code: string): string;
  browse(system: string, node: string, offset: number, limit: number): string;
  similar(system: string, code: string, inSystem: string, limit: number): string;
  suggest(query: string, limit: number): string;
  info(): string;
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
