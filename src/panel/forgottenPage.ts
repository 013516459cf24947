import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escapeHtml } from './pageHtml.ts';

/** The only command that the page may call, which is all that it can do. */
const reopenCommand = 'tiebreak.reopenComparison';

/** Fills a panel that VS Code brought back, and whose comparison is gone, with a page that says so. */
export function showForgotten(panel: vscode.WebviewPanel): void {
  panel.title = vscode.l10n.t('Comparison');
  panel.iconPath = new vscode.ThemeIcon('git-compare');
  panel.webview.options = {
    enableScripts: false,
    enableForms: false,
    enableCommandUris: [reopenCommand],
    localResourceRoots: [],
  };
  panel.webview.html = forgottenHtml(randomBytes(16).toString('base64'));
}

/** No script, nothing from outside the page, and a link to the one command. */
function forgottenHtml(nonce: string): string {
  const title = escapeHtml(vscode.l10n.t('This comparison is no longer kept.'));
  const reason = escapeHtml(
    vscode.l10n.t(
      'Comparisons are forgotten after 30 days, when 50 newer ones are kept, once they are decided and closed, and when you delete them. A damaged one is set aside.',
    ),
  );
  const link = escapeHtml(vscode.l10n.t('Reopen another comparison…'));
  return `<!doctype html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">
main {
  display: grid;
  align-content: center;
  justify-items: center;
  gap: 8px;
  min-height: 100vh;
  box-sizing: border-box;
  padding: 24px;
  text-align: center;
}
h1 {
  margin: 0;
  font-size: 1.15em;
  font-weight: 600;
}
p {
  max-width: 46ch;
  margin: 0;
  color: var(--vscode-descriptionForeground);
  line-height: 1.5;
}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${reason}</p>
<p><a href="command:${reopenCommand}">${link}</a></p>
</main>
</body>
</html>`;
}
