import { escapeHtml, pageHtml } from './pageHtml.ts';

/** What a panel's page is made of. Addresses come from `asWebviewUri`. */
export interface PanelPage {
  /** 16 random bytes or more, in base64. */
  readonly nonce: string;
  /** `webview.cspSource`. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Whether it shows pictures that the host hands it as data. */
  readonly showsPictures?: boolean;
  /** The name of the page's landmark. */
  readonly landmark: string;
  /** BCP 47 tag. */
  readonly locale: string;
}

/**
 * The page of a panel. Its policy lets it run our one script, use our one style sheet and its font, and nothing else (but
 * pictures that it has itself, where it shows some): no inline styles or scripts, no frames, no workers, no network.
 */
export function panelHtml(page: PanelPage): string {
  const { nonce, cspSource, scriptUri, styleUri, landmark, locale, showsPictures = false } = page;
  return pageHtml({
    landmark,
    locale,
    allowed: [
      `script-src 'nonce-${nonce}'`,
      `style-src ${cspSource}`,
      `img-src ${cspSource}${showsPictures ? ' data:' : ''}`,
      `font-src ${cspSource}`,
    ],
    head: `<link rel="stylesheet" href="${escapeHtml(styleUri)}">`,
    script: `<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(scriptUri)}"></script>`,
  });
}
