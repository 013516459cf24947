import * as vscode from 'vscode';

/** What the margin beside a line can say. */
type Mark = 'open' | 'accepted' | 'rejected' | 'lost';

/** Strokes in a square of 16, and their colours on a light and on a dark ground. */
const marks: Readonly<Record<Mark, { readonly path: string; readonly light: string; readonly dark: string }>> = {
  open: { path: 'M8 4.5A3.5 3.5 0 1 1 8 11.5A3.5 3.5 0 1 1 8 4.5', light: '#0969da', dark: '#6cb6ff' },
  accepted: { path: 'M3.5 8.5 6.5 11.5 12.5 4.5', light: '#1a7f37', dark: '#4ac26b' },
  rejected: { path: 'M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5', light: '#6e7781', dark: '#9aa4ae' },
  lost: { path: 'M8 2.5 14 13.5 2 13.5ZM8 6.5 8 9.5M8 11.2 8 12', light: '#9a6700', dark: '#d4a72c' },
};

/** A sign in the margin, for a line that has been decided on or was changed meanwhile. */
export function markIcon(mark: Mark): vscode.DecorationRenderOptions {
  const { path, light, dark } = marks[mark];
  return {
    gutterIconSize: '75%',
    light: { gutterIconPath: picture(path, light) },
    dark: { gutterIconPath: picture(path, dark) },
  };
}

function picture(path: string, colour: string): vscode.Uri {
  const strokes = `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${strokes}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, true);
}
