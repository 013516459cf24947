import tailwindPackage from 'tailwindcss/package.json' with { type: 'json' };
import { plainStyles, type StyleCompiler } from '../component/componentStyles.ts';
import { isTailwindEntry } from './tailwindDirectives.ts';
import { tailwindProject } from './tailwindProject.ts';
import type { TailwindSheets } from './tailwindStyles.ts';
import { hasVainClasses, noTailwind } from './vainClasses.ts';

/**
 * Styles components whose project uses Tailwind, or that are asked for in it; those of others stay as they are, as the
 * person would get them.
 *
 * @param ownSheets gives Tailwind's own style sheets
 */
export function tailwindCompiler(ownSheets: () => Promise<TailwindSheets>): StyleCompiler {
  return async (given) => {
    const { styles, sources, path, read, tailwind } = given;
    const project = await tailwindProject(path, read, tailwindPackage.version);
    if (!project.uses && !tailwind && !styles.some(isTailwindEntry)) {
      const plain = await plainStyles(given);
      const css = styles.map((sheet) => sheet.css).join('\n');
      return hasVainClasses(given.html, css) ? { ...plain, notes: [noTailwind] } : plain;
    }
    const { tailwindStyles } = await import('./tailwindStyles.ts');
    const brought = project.entry === null || styles.some(isTailwindEntry) ? [] : [project.entry];
    const { css, notes, messages } = await tailwindStyles({
      own: await ownSheets(),
      sheets: [...brought, ...styles],
      texts: [...sources, given.html],
      config: project.config,
      read,
    });
    return { styles: [{ path, css }], notes: [...project.notes, ...notes], messages };
  };
}
