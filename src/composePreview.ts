import * as vscode from 'vscode';
import type { ComparisonSession } from './app/comparisonSession.ts';
import type { Log } from './app/ports.ts';
import { guardedSource } from './app/preview/guardedSource.ts';
import { ComponentThreads } from './host/preview/componentThreads.ts';
import { componentWords } from './host/preview/componentWords.ts';
import { previewAssets } from './host/preview/previewAssets.ts';
import { savePicture } from './host/preview/savePicture.ts';
import { agreesToScripts, whyNoScripts } from './host/preview/scriptConsent.ts';
import { systemClock } from './host/systemClock.ts';
import { readPreviewFiles } from './panel/preview/previewFiles.ts';
import { PreviewPanels } from './panel/preview/previewPanels.ts';
import { previewSource } from './preview/previewSource.ts';

/** What there is before a preview is first opened. */
interface PreviewSurroundings {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly showComparison: (session: ComparisonSession) => void;
}

/** Builds what previewing needs, which is loaded when the first preview is opened. */
export async function composePreview({ context, log, showComparison }: PreviewSurroundings): Promise<PreviewPanels> {
  const dist = (...names: readonly string[]) => vscode.Uri.joinPath(context.extensionUri, 'dist', ...names).fsPath;
  const components = new ComponentThreads(dist('previewWorker.cjs'), { folder: dist('preview') }, systemClock, log);
  context.subscriptions.push(components);
  const describeThrown = (error: unknown) => {
    log.error('A page of the preview could not be rendered', error);
    return vscode.l10n.t('Tiebreak could not render this page; the log tells why.');
  };
  return new PreviewPanels({
    files: await readPreviewFiles(dist('webview')),
    source: guardedSource(previewSource(components, componentWords(vscode.l10n)), describeThrown),
    assets: previewAssets,
    clock: systemClock,
    log,
    whyNoScripts,
    agreesToScripts: (label) => agreesToScripts(label, context.workspaceState),
    savePicture,
    showComparison,
    didStall: () => {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('VS Code could not show the preview. Reloading the window usually helps.'),
      );
    },
  });
}
