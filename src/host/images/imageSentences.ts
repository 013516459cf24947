import * as vscode from 'vscode';
import type { ImageFault } from '../../core/images/image.ts';
import { mostImageBytes, mostImagePixels, mostImages } from '../../core/images/image.ts';

/** Why a picture was not added, in one sentence that says what would help. */
export function imageFaultSentence(name: string, fault: ImageFault): string {
  return sentences[fault](name);
}

const megabytes = mostImageBytes / (1024 * 1024);
const megapixels = mostImagePixels / 1_000_000;

const sentences: Readonly<Record<ImageFault, (name: string) => string>> = {
  'not-an-image': (name) => vscode.l10n.t('{0} is no image, so it was not added.', name),
  unsupported: (name) =>
    vscode.l10n.t('{0} is in a format that the models do not take; save it as PNG, JPEG, WebP or GIF.', name),
  damaged: (name) => vscode.l10n.t('{0} is damaged, so it was not added.', name),
  'too-many-bytes': (name) => vscode.l10n.t('{0} has more than {1} MB, so it was not added.', name, megabytes),
  'too-many-pixels': (name) =>
    vscode.l10n.t('{0} has more than {1} megapixels, so it was not added.', name, megapixels),
  'too-many': (name) =>
    vscode.l10n.t('{0} was not added: a task takes {1} images. Take another one out first.', name, mostImages),
  unreadable: (name) => vscode.l10n.t('{0} cannot be read.', name),
  'not-readable': (name) =>
    vscode.l10n.t('{0} is left out of what models may see by its name, settings or ignore files.', name),
  'not-prepared': (name) =>
    vscode.l10n.t('{0} could not be made ready to be sent. Bring this panel to the front and add it again.', name),
};
