// How are the recipes built? Each page is an entry; the package's files are copied beside them as codes/.
import { defineConfig } from 'vite';

const pages = ['plain', 'react', 'vue', 'angular'];

export default defineConfig({
  base: './',
  logLevel: 'warn',
  esbuild: { jsx: 'automatic' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
    rollupOptions: { input: pages.map((page) => `${page}.html`) },
  },
});
