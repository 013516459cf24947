/**
 * What VS Code's own style sheet does to every webview (`_defaultStyles` in its webview/browser/pre/index.html), as far
 * as the panel could be caught by it: a picture without these would look better than what people get.
 */
export const webviewStyles = `
@layer vscode-default {
html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
body { padding: 0 20px; background-color: transparent; color: var(--vscode-editor-foreground); overscroll-behavior-x: none; }
img, video { max-width: 100%; max-height: 100%; }
a, a code { color: var(--vscode-textLink-foreground); }
a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
code {
  padding: 1px 3px;
  border-radius: 4px;
  color: var(--vscode-textPreformat-foreground);
  background-color: var(--vscode-textPreformat-background);
}
blockquote { border-color: var(--vscode-textBlockQuote-border); background: var(--vscode-textBlockQuote-background); }
::-webkit-scrollbar { width: 10px; height: 10px; }
::-webkit-scrollbar-corner { background-color: var(--vscode-editor-background); }
::-webkit-scrollbar-thumb { background-color: var(--vscode-scrollbarSlider-background); }
}
`;
