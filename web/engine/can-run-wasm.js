// May this page run the engine as WebAssembly, or must plain JavaScript do?
//
// Exports canRunWasm. Held by tests/browser/unit/can-run-wasm.test.js and tests/browser/matrix.test.js.

/** The smallest module there is: its compiling fails where a policy forbids WebAssembly. */
const EMPTY_MODULE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** One function with `try catch_all end`: Chromium before 95 and Firefox before 100 do not know exceptions. */
const MODULE_WITH_EXCEPTIONS = [
  ...EMPTY_MODULE,
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x06, 0x40, 0x19, 0x0b, 0x0b],
];

/**
 * Returns true where WebAssembly is present, allowed by the content security policy and new enough.
 *
 * @param {typeof WebAssembly | undefined} [webAssembly] what the browser has
 */
export function canRunWasm(webAssembly = globalThis.WebAssembly) {
  try {
    if (!webAssembly?.validate(new Uint8Array(MODULE_WITH_EXCEPTIONS))) return false;
    return new webAssembly.Module(new Uint8Array(EMPTY_MODULE)) instanceof webAssembly.Module;
  } catch {
    return false;
  }
}
