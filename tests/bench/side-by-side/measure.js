// How is one engine measured in a Node of its own, and what becomes of its failure?
//
// Exports measureInNode and figuresOrError. Held by tests/bench/side-by-side.test.js.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const longestError = 160;

/**
 * Returns the figures of one engine in a process of its own.
 *
 * @param {{name: string, folder: string, engine: string, judged: object[], limits: object}} task
 * @param {number} timeout milliseconds
 * @returns {Promise<any>}
 */
export function measureInNode(task, timeout) {
  return new Promise((resolve, reject) => {
    const program = ['--expose-gc', '--max-old-space-size=6000', join(here, 'in-node.mjs')];
    const child = spawn(process.execPath, program, { timeout });
    let figures = '';
    let said = '';
    child.stdout.on('data', (piece) => (figures += piece));
    child.stderr.on('data', (piece) => (said += piece));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(JSON.parse(figures));
      const line = said.split('\n').find((text) => /error|memory/i.test(text));
      return reject(new Error(line ?? (signal ? `not done after ${timeout / 1000} s` : said)));
    });
    child.stdin.end(JSON.stringify(task));
  });
}

/** Returns what was measured, or why it was not. @param {() => Promise<any>} measure @returns {Promise<any>} */
export async function figuresOrError(measure) {
  try {
    return await measure();
  } catch (error) {
    const [line] = /** @type {Error} */ (error).message.split('\n');
    return { error: line.slice(0, longestError) };
  }
}
