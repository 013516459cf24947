import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { panelHtml } from './panelHtml.ts';

/** Which of our pages a panel shows. */
export interface OwnPage {
  /** The name of its script and style sheet in `dist/webview`. */
  readonly name: 'comparison' | 'image' | 'spend';
  /** The name of the page's landmark. */
  readonly landmark: string;
  /** Whether it shows pictures that the host hands it as data. */
  readonly showsPictures: boolean;
}

/** Loads one of our own pages into a panel, with no more permissions than it needs and a nonce of its own. */
export function loadPage(webview: vscode.Webview, extensionUri: vscode.Uri, page: OwnPage): void {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const { name, landmark, showsPictures } = page;
  const uriOf = (ending: 'js' | 'css') => webview.asWebviewUri(vscode.Uri.joinPath(folder, `${name}.${ending}`));
  webview.options = {
    enableScripts: true,
    enableForms: false,
    enableCommandUris: false,
    localResourceRoots: [folder],
  };
  webview.html = panelHtml({
    nonce: randomBytes(16).toString('base64'),
    cspSource: webview.cspSource,
    scriptUri: uriOf('js').toString(),
    styleUri: uriOf('css').toString(),
    landmark,
    locale: vscode.env.language,
    showsPictures,
  });
}
