import tailwindPackage from 'tailwindcss/package.json' with { type: 'json' };
import type { ComponentRendering, PageJob, StyleText } from '../../app/preview/componentPorts.ts';
import type { ReadText } from '../component/componentFramework.ts';
import { tailwindConfig } from './tailwindConfig.ts';
import { isTailwindEntry } from './tailwindDirectives.ts';
import { type TailwindProject, tailwindProject } from './tailwindProject.ts';
import { type TailwindSheets, tailwindStyles } from './tailwindStyles.ts';

/**
 * The styles of a page of HTML that uses Tailwind: of its classes, its style elements for Tailwind and what its script
 * configures in plain literals. A page without Tailwind's script is styled as its project is.
 * https://tailwindcss.com/docs/installation/play-cdn
 */
export async function tailwindPage(
  { path, text }: Pick<PageJob, 'path' | 'text'>,
  read: ReadText,
  own: TailwindSheets,
): Promise<ComponentRendering> {
  const { entry, config, notes } = tailwindScript.test(text)
    ? scripted(path, text)
    : await tailwindProject(path, read, tailwindPackage.version);
  const written = [...text.matchAll(/<style\b[^>]*\btype\s*=\s*["']?text\/tailwindcss\b[^>]*>([\s\S]*?)<\/style/gi)];
  const sheets = sheetsOf(entry, { path, css: written.map(([, css = '']) => css).join('\n') });
  const made = await tailwindStyles({ own, sheets, texts: [text], config, read });
  const all = [...notes, ...made.notes];
  return {
    markup: { html: '', head: '', styles: [{ path, css: made.css }], standIns: false, liveScript: null },
    fault: null,
    component: all.length === 0 ? null : { props: null, ownProps: false, notes: all },
    messages: made.messages,
  };
}

/** Tailwind's script reads all style elements of a page as one style sheet, which brings Tailwind in by itself. */
function sheetsOf(entry: StyleText | null, written: StyleText): readonly StyleText[] {
  if (isTailwindEntry(written)) return [written];
  const { path, css } = entry ?? { path: written.path, css: '@import "tailwindcss";' };
  return [{ path, css: `${css}\n${written.css}` }];
}

/** Where Tailwind's scripts for browsers are: version 3's has an address of its own. */
const tailwindScript = /cdn\.tailwindcss\.com|@tailwindcss\/browser/i;

/** What a page with such a script says by itself. */
function scripted(path: string, text: string): Omit<TailwindProject, 'uses'> {
  const isVersion3 = /cdn\.tailwindcss\.com/i.test(text);
  const config = /\btailwind\.config\s*=/.test(text) ? tailwindConfig(text) : null;
  const version = { kind: 'version', name: 'tailwindcss', wanted: '3', shown: tailwindPackage.version } as const;
  const unread = { kind: 'styling', name: 'tailwind.config' } as const;
  return {
    entry: isVersion3 ? { path, css: '@tailwind base; @tailwind components; @tailwind utilities;' } : null,
    config,
    notes: [...(isVersion3 ? [version] : []), ...(config?.hasMore === true ? [unread] : [])],
  };
}
