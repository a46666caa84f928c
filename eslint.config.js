import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

// What each ring of app may import from app itself, and the packages that only some rings may use.
// The table is the architecture: a line that doesn't fit here belongs in another file.
const shell = [
  'config.server',
  'log.server',
  'log-context',
  'errors',
  'lost-connection',
  'clock.server',
  'count-refusals',
  'metrics/',
];
const queue = [
  'db/connections.server',
  'db/pool.server',
  'db/queue-pool.server',
  'db/wait-for-database.server',
];
const rings = {
  core: { app: ['core/'], packages: 'zod$|@noble/hashes/' },
  db: {
    app: ['core/', 'config.server', 'log.server', 'log-context', 'errors'],
    packages: 'pg$|graphile-worker$',
  },
  shopify: { app: ['core/', ...shell], packages: '@shopify/' },
  usecases: {
    app: ['core/', 'db/', 'shopify/', 'errors', 'log.server', 'log-context', 'clock.server', 'metrics/'],
  },
  // The queue itself lives in our database: its pool, and the jobs of this very process.
  jobs: {
    app: ['usecases/', 'operations/', 'core/jobs', ...queue, ...shell],
    packages: 'graphile-worker$',
  },
  // What operators ask of a process: how it stands, in whatever part of it.
  operations: { app: ['core/', 'db/', 'usecases/', 'bare-http/', ...shell] },
  // What is counted: known to whoever counts, and knows nobody.
  metrics: { app: ['count-refusals', 'errors'], packages: 'prom-client$' },
  // What the two bare listeners in front of Express share.
  'bare-http': { app: [] },
  webhooks: { app: ['core/', 'usecases/', 'shopify/', 'bare-http/', ...shell] },
  proxy: { app: ['core/', 'usecases/', 'shopify/', 'locales/', 'bare-http/', ...shell] },
  routes: {
    app: [
      'usecases/',
      'shopify/auth/app.server',
      'liquid/',
      'ui/',
      'core/',
      'locales/',
      'errors',
      'log.server',
      'lost-connection',
      'clock.server',
    ],
    packages: '@shopify/(polaris|app-bridge-react|shopify-app-remix/react)',
  },
  liquid: { app: ['core/'], packages: 'liquidjs$' },
  ui: { app: ['core/', 'locales/', 'ui/'], packages: '@shopify/(polaris|app-bridge-react)' },
};

/** Packages with a ring of their own; any other package may be used anywhere but in core. */
const guarded = 'pg$|graphile-worker$|@shopify/|liquidjs$|prom-client$';
const ringNames = [...Object.keys(rings), 'locales'].join('|');

/** Only rings that name Prisma among their packages have its client. */
const ourSql = {
  regex: '^@prisma/|/client\\.server\\.ts$',
  message: "SQL is ours (db/pool.server.ts): Prisma's client serves Shopify's sessions and nothing else.",
};

function ringPatterns(folder, { app, packages }, also = []) {
  const allowed = [...app, `${folder}/`, ...also].map((name) => name.replaceAll('.', '\\.')).join('|');
  const message = `app/${folder} may not import this: see the table of rings in eslint.config.js.`;
  const foreign = packages ? `(?!${packages})(${guarded})` : `(${guarded})`;
  return [
    { regex: `^#app/(?!${allowed})`, message },
    {
      regex: folder === 'core' ? `^(?![.#]|${packages})` : `^${foreign}`,
      message,
      allowTypeImports: folder !== 'core',
    },
    { regex: `^(\\.\\./)+(${ringNames})/`, message: 'Import across folders by #app/….' },
    { regex: '^#tests/', message: 'The app knows nothing of its tests.' },
    ...(packages?.includes('@prisma/') ? [] : [ourSql]),
  ];
}

const ring = (folder, also, files = [`app/${folder}/**`], packages = rings[folder].packages) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: ringPatterns(folder, { ...rings[folder], packages }, also) },
    ],
  },
});

const barrels = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'No barrels: import from the file itself.' },
];
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only app/config.server.ts reads the environment.',
};
const time = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Use now() of app/clock.server.ts.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Use now() of app/clock.server.ts.',
  },
];
const leftOut = {
  selector:
    'CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name=/^(skip|only|todo)$/]',
  message: 'Every test runs.',
};

/** What plain JavaScript finds in a browser; the first line in Node as well. */
const webGlobals = [
  ...[
    'URL',
    'URLSearchParams',
    'Request',
    'Response',
    'Headers',
    'fetch',
    'AbortSignal',
    'setTimeout',
    'clearTimeout',
    'crypto',
  ],
  ...[
    'document',
    'window',
    'location',
    'sessionStorage',
    'history',
    'parent',
    'addEventListener',
    'HTMLElement',
    'customElements',
  ],
  ...['CustomEvent', 'FormData', 'queueMicrotask', 'navigator', 'requestAnimationFrame'],
  ...['DOMParser', 'MutationObserver', 'PerformanceObserver'],
];

const standIn = (files, words, tests, app) => ({
  files: [`tests/local-shopify/${files}`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(#app/(?!${app.join('|')})|#tests/(?!${tests.join('|')})|#extensions/|\\.\\./)`,
            message: `Of the repository this may import ${words}, and nothing else.`,
          },
        ],
      },
    ],
  },
});

export default defineConfig(
  // What Shopify's CLI makes, and AssemblyScript, which its own compiler reads.
  globalIgnores([
    ...['node_modules', 'build', '.data', '.cache', 'public'],
    ...['.shopify', 'extensions/*/dist', 'extensions/*/generated', 'extensions/*/assembly'],
  ]),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...barrels],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': [
        'error',
        // What Remix's boundaries take is a thrown Response.
        { allowThrowingUnknown: true, allow: [{ from: 'lib', name: 'Response' }] },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An async function without await is the plain way to turn a throw into a rejection.
      '@typescript-eslint/require-await': 'off',
      // Our objects are records of functions; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['app/**'],
    rules: { 'no-restricted-syntax': ['error', ...barrels, ...time, environment] },
  },
  { files: ['app/clock.server.ts'], rules: { 'no-restricted-syntax': ['error', ...barrels, environment] } },
  { files: ['app/config.server.ts'], rules: { 'no-restricted-syntax': ['error', ...barrels, ...time] } },
  {
    files: ['app/ui/**', 'app/routes/**', 'app/root.tsx'],
    extends: [hooks.configs.flat.recommended, a11y.flatConfigs.strict],
  },
  ...Object.keys(rings).map((folder) => ring(folder)),
  // Sessions live in our database: the one room where Shopify's library meets it, and Prisma's client has its use.
  ring('db', [], ['app/db/client.server.ts'], '@prisma/'),
  ring('shopify', [], ['app/shopify/auth/**'], '@shopify/|@prisma/'),
  ring(
    'shopify',
    ['db/(client|pool|lease).server', 'db/shop/(shops|sessions).server'],
    ['app/shopify/auth/{app,key-fit,reseal-sessions}.server.ts'],
    '@shopify/|@prisma/',
  ),
  {
    files: ['app/core/stamps/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./)',
              message:
                'app/core/stamps is a leaf: the discount function says it once more, in AssemblyScript.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: { 'no-restricted-syntax': ['error', ...barrels, leftOut] },
  },
  // Local Shopify knows the app as Shopify does: by what is deployed, over HTTP. It may draw with the app's Liquid.
  standIn('**', 'its own files and app/liquid', ['local-shopify/(?!tests/)'], ['liquid/']),
  // Its tests hold the app against it too: what is read from it, and what that earns.
  standIn(
    'tests/**',
    'its own files, the core, app/shopify, app/liquid and what helps tests',
    ['local-shopify/', 'support/', 'storefront/scene/'],
    ['liquid/', 'core/', 'shopify/'],
  ),
  {
    files: ['tests/torture/replay/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^#app/',
              message: 'The replay says the rules once more, so that no mistake of the app is made twice.',
            },
          ],
        },
      ],
    },
  },
  { files: ['tests/support/fail-on-console.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: Object.fromEntries(webGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    // What tests/tools/make-theme.ts makes of extensions/theme-scripts/.
    files: ['extensions/loyalty-theme/assets/*.js'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
);
