import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canRunWasm } from '../../../web/engine/can-run-wasm.js';

/** What a browser has, with some of it replaced. */
const browser = (replaced) => ({
  validate: WebAssembly.validate,
  Module: WebAssembly.Module,
  ...replaced,
});

test('Node, as every browser of today, runs the engine as WebAssembly', () =>
  assert.equal(canRunWasm(), true));

test('a browser without WebAssembly does not', () => {
  assert.equal(canRunWasm(null), false);
});

test('a policy that forbids compiling is taken as a no', () => {
  class Module {
    constructor() {
      throw new WebAssembly.CompileError('violates the Content Security Policy');
    }
  }
  assert.equal(canRunWasm(browser({ Module })), false);
});

test('a browser that does not know exceptions is taken as a no', () =>
  assert.equal(canRunWasm(browser({ validate: () => false })), false));
