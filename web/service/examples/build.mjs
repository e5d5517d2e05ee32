// Builds the example pages into build/examples/, beside a copy of dist/, and serves them unless --build-only.

import { cp, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = new URL('../../../', import.meta.url);
const site = new URL('build/examples/', root);
const out = new URL('service/examples/', site);
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const NAMES = ['autocomplete-lhc', 'lforms', 'fhir-kit-client'];

await mkdir(site, { recursive: true });
await cp(process.env.MEDCODE_DIST ?? new URL('dist/', root), site, { recursive: true });
await build({
  configFile: false,
  logLevel: 'warn',
  root: at('.'),
  base: './',
  publicDir: false,
  build: {
    outDir: fileURLToPath(out),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 2000,
    cssCodeSplit: true,
    rollupOptions: {
      input: NAMES.map((name) => at(`${name}.js`)),
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
for (const file of ['index.html', 'examples.css', ...NAMES.map((name) => `${name}.html`)]) {
  await cp(new URL(file, import.meta.url), new URL(file, out));
}
const modules = new URL('node_modules/', root);
const lforms = new URL('lforms/dist/lforms/', modules);
await cp(new URL('webcomponent/', lforms), new URL('lforms/webcomponent/', out), {
  recursive: true,
  filter: (path) => !path.endsWith('.map'),
});
await cp(
  new URL('fhir/R4/lformsFHIR.min.js', lforms),
  new URL('lforms/fhir/R4/lformsFHIR.min.js', out),
);

if (!process.argv.includes('--build-only')) {
  const { default: httpServer } = await import('http-server');
  const port = Number(process.env.PORT ?? 8091);
  httpServer
    .createServer({ root: fileURLToPath(site), cache: -1, showDir: 'false' })
    .listen(port, '127.0.0.1', () =>
      console.log(`Open http://127.0.0.1:${port}/service/examples/ in a browser. Ctrl-C ends it.`),
    );
}
