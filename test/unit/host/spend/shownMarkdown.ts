import MarkdownIt from 'markdown-it';

/** Markdown as a person sees it. */
export interface ShownMarkdown {
  readonly html: string;
  /** The cells of all tables, row by row. */
  readonly rows: readonly (readonly string[])[];
  readonly paragraphs: readonly string[];
  readonly links: readonly { readonly address: string; readonly text: string }[];
}

/** Renders as VS Code does: no HTML, and bare addresses become links. */
export function shownMarkdown(markdown: string): ShownMarkdown {
  const renderer = new MarkdownIt({ html: false, linkify: true });
  // Here every address may be a link; which ones are is what tests look at.
  renderer.validateLink = () => true;
  const html = renderer.render(markdown);
  return {
    html,
    rows: [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map((row) =>
      [...(row[1] ?? '').matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((cell) => plain(cell[1] ?? '')),
    ),
    paragraphs: [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((paragraph) => plain(paragraph[1] ?? '')),
    links: [...html.matchAll(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map((link) => ({
      address: plain(link[1] ?? ''),
      text: plain(link[2] ?? ''),
    })),
  };
}

function plain(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u200b', '')
    .trim();
}
