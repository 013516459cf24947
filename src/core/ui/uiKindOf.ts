import type { SourceFile } from '../task.ts';
import type { UiProject } from './uiProject.ts';
import type { UiKind } from './uiTarget.ts';

/** Languages whose files are HTML with something in it. */
const htmlLanguages: readonly string[] = [
  'html',
  'php',
  'handlebars',
  'razor',
  'erb',
  'twig',
  'django-html',
  'jinja-html',
  'blade',
  'ejs',
];

/** In what a file's own interface is written, told from its language, its ending and its text; null when it has none. */
export function uiKindOf(
  { path, languageId, text }: Pick<SourceFile, 'path' | 'languageId' | 'text'>,
  project: UiProject,
): UiKind | null {
  const { tailwind } = project;
  const ending = /\.[^./]+$/.exec(path.toLowerCase())?.[0] ?? '';
  if (languageId === 'vue' || ending === '.vue') {
    return { framework: 'vue', typescript: isTypeScript(text, project), tailwind };
  }
  if (languageId === 'svelte' || ending === '.svelte') {
    return { framework: 'svelte', typescript: isTypeScript(text, project), tailwind };
  }
  if (languageId === 'typescriptreact' || ending === '.tsx') return { framework: 'react', typescript: true, tailwind };
  const isJsx = languageId === 'javascript' && project.frameworks.includes('react') && /<\/[\w.]*>|\/>/.test(text);
  if (languageId === 'javascriptreact' || ending === '.jsx' || isJsx) {
    return { framework: 'react', typescript: false, tailwind };
  }
  if (htmlLanguages.includes(languageId) || ending === '.html' || ending === '.htm') {
    return { framework: 'html', typescript: false, tailwind };
  }
  return null;
}

/** A component says by its script's language; an empty one goes by the project. */
function isTypeScript(text: string, project: UiProject): boolean {
  return /<script\b/.test(text) ? /<script\b[^>]*\blang=["']ts/.test(text) : project.typescript;
}
