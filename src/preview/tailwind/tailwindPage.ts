import tailwindPackage from 'tailwindcss/package.json' with { type: 'json' };
import type { ComponentRendering, PageJob, StyleText } from '../../app/preview/componentPorts.ts';
import type { ReadText } from '../component/componentFramework.ts';
import { tailwindConfig } from './tailwindConfig.ts';
import { type TailwindSheets, tailwindStyles } from './tailwindStyles.ts';

/**
 * The styles of a page of HTML that uses Tailwind: of its classes, its style elements for Tailwind and what its script
 * configures in plain literals. https://tailwindcss.com/docs/installation/play-cdn
 */
export async function tailwindPage(
  { path, text }: Pick<PageJob, 'path' | 'text'>,
  read: ReadText,
  own: TailwindSheets,
): Promise<ComponentRendering> {
  const isVersion3 = /cdn\.tailwindcss\.com/i.test(text);
  const written = [...text.matchAll(/<style\b[^>]*\btype\s*=\s*["']?text\/tailwindcss\b[^>]*>([\s\S]*?)<\/style/gi)];
  const sheets: readonly StyleText[] = written.map(([, css = '']) => ({ path, css }));
  const base = isVersion3 ? [{ path, css: '@tailwind base; @tailwind components; @tailwind utilities;' }] : [];
  const config = /\btailwind\.config\s*=/.test(text) ? tailwindConfig(text) : null;
  const { css, notes, messages } = await tailwindStyles({
    own,
    sheets: [...base, ...sheets],
    texts: [text],
    config,
    read,
  });
  const version = { kind: 'version', name: 'tailwindcss', wanted: '3', shown: tailwindPackage.version } as const;
  const unread = config?.hasMore === true ? [{ kind: 'styling', name: 'tailwind.config' } as const] : [];
  const all = [...(isVersion3 ? [version] : []), ...unread, ...notes];
  return {
    markup: { html: '', head: '', styles: [{ path, css }], standIns: false, liveScript: null },
    fault: null,
    component: all.length === 0 ? null : { props: null, ownProps: false, notes: all },
    messages,
  };
}
