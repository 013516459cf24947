import { escapeHtml } from '../panelHtml.ts';

/** What the preview's page is made of. Script and style stand in the page itself, so that it may load nothing. */
export interface PreviewHtml {
  /** 16 random bytes or more, in base64. */
  readonly nonce: string;
  /** Whether the person agreed that a previewed page's own scripts may run. */
  readonly allowsScripts: boolean;
  readonly script: string;
  readonly style: string;
  /** The name of the page's landmark. */
  readonly landmark: string;
  /** BCP 47 tag. */
  readonly locale: string;
}

/**
 * The page that holds the previewed ones. Their frames inherit its policy: no network, no frames but those without an
 * address, and no script but ours, by its nonce, until the person agrees to one page's own. Each frame's document has a
 * policy of its own beside it.
 */
export function previewHtml({ nonce, allowsScripts, script, style, landmark, locale }: PreviewHtml): string {
  const policy = [
    "default-src 'none'",
    `script-src ${allowsScripts ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
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
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(landmark)}</title>
<style>${style.replace(/<\/style/gi, '<\\/style')}</style>
</head>
<body>
<main aria-label="${escapeHtml(landmark)}"></main>
<script nonce="${escapeHtml(nonce)}">${script.replace(/<\/script/gi, '<\\/script')}</script>
</body>
</html>`;
}
