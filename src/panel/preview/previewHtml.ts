import { escapeHtml, pageHtml } from '../pageHtml.ts';

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
  return pageHtml({
    landmark,
    locale,
    allowed: [
      `script-src ${allowsScripts ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
      "style-src 'unsafe-inline'",
      'img-src data: blob:',
      'font-src data:',
    ],
    head: `<meta http-equiv="x-dns-prefetch-control" content="off">
<style>${style.replace(/<\/style/gi, '<\\/style')}</style>`,
    script: `<script nonce="${escapeHtml(nonce)}">${script.replace(/<\/script/gi, '<\\/script')}</script>`,
  });
}
