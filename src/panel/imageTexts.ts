import * as vscode from 'vscode';
import type { ImageTexts } from '../shared/imageTexts.ts';

/** See `ImageTexts`. */
export function imageTexts(): ImageTexts {
  return {
    heading: vscode.l10n.t('Images'),
    add: vscode.l10n.t('Add image…'),
    pasteOrDrop: vscode.l10n.t('A screenshot or mock-up; you can also paste one here, or drop one with Shift held.'),
    preparing: vscode.l10n.t('Making {0} ready to be sent…'),
    pixelsOnly: vscode.l10n.t(
      'Both models get the same pixels, before the text. Places, dates and whatever else cameras and programs write into images are not sent.',
    ),
    sentWhole: vscode.l10n.t('{0} × {1} pixels · {2} {3}'),
    sentSmaller: vscode.l10n.t('{0} × {1} pixels, sent as {2} × {3} · {4} {5}'),
    firstFrame: vscode.l10n.t('It moves; only its first frame is sent.'),
    tokens: vscode.l10n.t('{0}: about {1} tokens'),
    notTaken: vscode.l10n.t('{0} cannot see images, so it is not asked.'),
    showLarge: vscode.l10n.t('Show {0} large'),
    showSmall: vscode.l10n.t('Show {0} small'),
    kilobytes: vscode.l10n.t('{0} kB'),
    megabytes: vscode.l10n.t('{0} MB'),
  };
}
