// The types of build/wasm/builder.mjs, the module that Emscripten makes of wasm/builder_bindings.cpp.
//
// Calls that return text answer JSON: `{}`, or `{"error": {code, message, advice, place?}}`. After `too-large` the builder
// must not be used any more.
export interface BoundBuilder {
  /** Makes room for the next file; write it to HEAPU8 at reserved(). */
  reserve(size: number): string;
  reserved(): number;
  /** Checksum of the bytes written, as zips hold it. */
  checksum(): number;
  /** Whether the bytes written, the first 64 kB of a file, are of a release that comes as several files. */
  isOfRelease(name: string): boolean;
  /** Format of the bytes written, the first 64 kB of a file that stands alone; empty when no reader knows it. */
  formatOf(name: string): string;
  /** Adds the bytes written as a file of the folder or zip at hand. */
  addFile(name: string): void;
  /** Reads the files added since the last time, which belong together, and frees them. */
  readFiles(): string;
  /** Forgets the files added since the last time. */
  dropFiles(): void;
  /** Adds the bytes written as a file of data/lexicon. */
  addLexicon(name: string): string;
  merge(): string;
  compile(): string;
  /** What was read, skipped and refused, as `medcode build --report` writes it. */
  report(): string;
  /** As the engine's info(). */
  info(): string;
  /** Number of outputs after compile(): 0 is the catalog, 1 the companion, the others are the packs. */
  outputs(): number;
  outputName(output: number): string;
  outputAddress(output: number): number;
  outputSize(output: number): number;
  releaseOutput(output: number): void;
  /** Frees everything; the builder must not be used afterwards. */
  delete(): void;
}
export interface BuilderModule {
  Builder: new () => BoundBuilder;
  /** Id of the code system that people call `name`, empty where it cannot be the id of one. */
  systemId(name: string): string;
  HEAPU8: Uint8Array;
}
export interface BuilderModuleOptions {
  wasmBinary?: ArrayBuffer | Uint8Array;
  locateFile?: (path: string, prefix: string) => string;
}
export default function createBuilder(options?: BuilderModuleOptions): Promise<BuilderModule>;
