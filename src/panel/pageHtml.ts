/** What differs from one page of ours to another. */
export interface PageParts {
  /** The name of the page's landmark. */
  readonly landmark: string;
  /** BCP 47 tag. */
  readonly locale: string;
  /** What its policy allows, a directive each; whatever they do not name is forbidden. */
  readonly allowed: readonly string[];
  /** HTML of what its head has beside the policy and the title. */
  readonly head: string;
  /** HTML of its script. */
  readonly script: string;
}

/** A page of ours: an empty landmark that its script fills, no network, no frames with an address, no workers, no forms. */
export function pageHtml({ landmark, locale, allowed, head, script }: PageParts): string {
  const policy = [
    "default-src 'none'",
    ...allowed,
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(landmark)}</title>
${head}
</head>
<body>
<main aria-label="${escapeHtml(landmark)}"></main>
${script}
</body>
</html>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML, for elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
