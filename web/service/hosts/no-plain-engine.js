// What does the service worker do where WebAssembly cannot run? It says so: a service worker may not load
// the plain engine when it needs it, and carrying it always would cost every site some megabytes.
//
// Stands for build/plain/engine.mjs in the build of terminology-worker.js.

import { Failure } from '../../engine/failure.js';

export default function createPlain() {
  throw new Failure(
    'no-wasm',
    'This browser or this site does not let a service worker run WebAssembly.',
    "Allow 'wasm-unsafe-eval' in the policy sent with terminology-worker.js.",
  );
}
