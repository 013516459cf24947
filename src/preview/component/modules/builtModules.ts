/** A module that a framework's own build makes of an import. */
interface BuiltModule {
  /** The package whose build makes it; without that, it is missing. */
  readonly of: string;
  /** The body of a CommonJS module. */
  readonly body: string;
}

/** The page that SvelteKit's modules tell of: the first, of no data. https://svelte.dev/docs/kit/$app-state */
const page =
  "{ url: new URL('http://localhost/'), params: {}, route: { id: '/' }, status: 200, error: null, data: {}, form: null, state: {} }";
const still = (names: string) => names.split(' ').map((name) => `exports.${name} = async () => undefined;`);

/**
 * What builds make of an import, by the name that is imported. Fonts are functions that Next's build calls: none is loaded
 * here, so that their names are all there is. https://nextjs.org/docs/app/api-reference/components/font
 */
export const builtModules: Readonly<Record<string, BuiltModule>> = {
  'next/font/google': { of: 'next', body: fonts(`'"' + name.replaceAll('_', ' ') + '", sans-serif'`) },
  'next/font/local': { of: 'next', body: fonts(`'sans-serif'`) },
  '$app/state': kit(`exports.page = ${page}; exports.navigating = { to: null }; exports.updated = { current: false };`),
  '$app/stores': kit(
    `const store = (value) => ({ subscribe: (told) => { told(value); return () => undefined; } });`,
    `exports.page = store(${page}); exports.navigating = store(null); exports.updated = store(false);`,
    'exports.getStores = () => exports;',
  ),
  '$app/navigation': kit(
    ...still('goto invalidate invalidateAll refreshAll preloadData preloadCode pushState replaceState'),
    ...still('beforeNavigate afterNavigate onNavigate disableScrollHandling'),
  ),
  '$app/environment': kit(
    "exports.browser = typeof document !== 'undefined'; exports.dev = exports.building = false; exports.version = '';",
  ),
  '$app/forms': kit('exports.enhance = () => ({ destroy: () => undefined });', ...still('applyAction deserialize')),
  '$app/paths': kit("exports.base = exports.assets = ''; exports.resolve = exports.asset = (path) => path;"),
  '$env/static/public': kit("module.exports = new Proxy({ __esModule: true }, { get: (of, name) => of[name] ?? '' });"),
  '$env/dynamic/public': kit('exports.env = {};'),
};

function kit(...statements: readonly string[]): BuiltModule {
  return { of: '@sveltejs/kit', body: statements.join('\n') };
}

function fonts(family: string): string {
  const font = `{ className: '', variable: '', style: { fontFamily: ${family} } }`;
  return `module.exports = new Proxy({}, { get: (_, name) => name === '__esModule' || (() => (${font})) });`;
}
