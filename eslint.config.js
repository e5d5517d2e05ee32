// Which JavaScript mistakes are refused? ESLint's recommended set plus the house rules of STYLE.md.
import js from '@eslint/js';
import globals from 'globals';

const forbiddenSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'unsafeHTML'].map(
  (name) => ({
    selector: `Identifier[name='${name}']`,
    message: 'Text from outside is data, never markup.',
  }),
);

export default [
  { ignores: ['dist/', 'build/', 'node_modules/', 'data/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    rules: {
      camelcase: 'error',
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-syntax': ['error', ...forbiddenSinks],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['web/**/*.js'], languageOptions: { globals: globals.browser } },
  {
    // The fields of NLM's tables are named by NLM.
    files: ['web/service/tables/tables.js', 'tests/service/**/*.js'],
    rules: { camelcase: ['error', { properties: 'never' }] },
  },
  {
    files: ['web/service/hosts/terminology-worker.js'],
    languageOptions: {
      globals: { ...globals.serviceworker, RELEASE: 'readonly', PACK_NAMES: 'readonly' },
    },
  },
  {
    files: ['web/service/hosts/{node-*,medcode-service}.js', 'web/service/examples/build.mjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['web/offline/service-worker.js'],
    languageOptions: {
      globals: {
        ...globals.serviceworker,
        RELEASE: 'readonly',
        BUILDER_FILES: 'readonly',
        CATALOG_HASHES: 'readonly',
        PACK_NAMES: 'readonly',
      },
    },
  },
  {
    files: ['web/build/**/*.js', 'web/*.config.js', 'tests/**/*.{js,mjs}', '*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off', 'max-lines-per-function': 'off' },
  },
];
