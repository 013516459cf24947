/**
 * Who may import whom (dependency-cruiser). One rule a folder: what it may reach; everything else is an error.
 * Type imports count as imports.
 */
const folders = {
  core: { mayImport: ['^src/core/'], packages: ['diff'] },
  shared: { mayImport: ['^src/shared/', '^src/core/'], packages: [] },
  app: { mayImport: ['^src/app/', '^src/core/', '^src/shared/'], packages: [] },
  models: {
    mayImport: ['^src/models/', '^src/core/', '^src/app/ports\\.ts$'],
    packages: ['openai', '@anthropic-ai/sdk'],
  },
  ledger: {
    mayImport: ['^src/ledger/', '^src/core/', '^src/app/(ports|ledgerPorts|archivePorts)\\.ts$'],
    packages: ['@pydantic/genai-prices'],
    node: true,
  },
  metrics: {
    mayImport: ['^src/metrics/', '^src/core/', '^src/app/(ports|ledgerPorts)\\.ts$'],
    packages: ['@opentelemetry'],
  },
  // Turns candidates' files into documents for frames; what reads and compiles them is loaded on first use.
  preview: {
    mayImport: [
      '^src/preview/',
      '^src/core/',
      '^src/shared/',
      '^src/app/preview/(previewPorts|componentPorts|componentMessages)\\.ts$',
    ],
    packages: [
      'parse5',
      'sucrase',
      'quickjs-emscripten-core',
      '@jitl/quickjs-wasmfile-release-sync',
      'react',
      'react-dom',
      'vue',
      'svelte',
      'tailwindcss',
    ],
    // The thread that compiles and runs components.
    node: ['worker_threads', 'fs/promises', 'path'],
  },
  webview: {
    mayImport: ['^src/webview/', '^src/shared/', '^src/core/'],
    packages: ['preact', 'markdown-it', 'dompurify', 'shiki', 'chart.js'],
  },
  panel: { mayImport: ['^src/panel/', '^src/app/', '^src/core/', '^src/shared/'], packages: ['vscode'], node: true },
  host: {
    mayImport: ['^src/host/', '^src/app/', '^src/core/', '^src/shared/'],
    packages: ['vscode', 'ignore', 'csv-parse', 'csv-stringify', '@streamparser/json'],
    node: true,
  },
};

const escaped = (name) => name.replaceAll('/', '\\/').replaceAll('.', '\\.');

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
    { name: 'src-never-imports-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    ...Object.entries(folders).map(([folder, { mayImport, packages, node }]) => ({
      name: `${folder}-keeps-to-its-own`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: {
        pathNot: [
          ...mayImport,
          ...packages.map((name) => `(^|node_modules/)(@types/)?${escaped(name)}(/|$)`),
          ...(node === true ? ['^(node:)?[a-z_/]+$'] : []),
          ...(Array.isArray(node) ? node.map((name) => `^(node:)?${escaped(name)}$`) : []),
        ],
      },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
