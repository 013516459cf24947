/**
 * What a framework's own build makes of an import, by the name that is imported, as the body of a CommonJS module. Fonts
 * are functions that Next's build calls: none is loaded here, so that their names are all there is.
 * https://nextjs.org/docs/app/api-reference/components/font
 */
export const builtModules: Readonly<Record<string, string>> = {
  'next/font/google': fonts(`'"' + name.replaceAll('_', ' ') + '", sans-serif'`),
  'next/font/local': fonts(`'sans-serif'`),
};

function fonts(family: string): string {
  const font = `{ className: '', variable: '', style: { fontFamily: ${family} } }`;
  return `module.exports = new Proxy({}, { get: (_, name) => name === '__esModule' || (() => (${font})) });`;
}
