import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the preview's page and its frames are made of, as built. */
export interface PreviewFiles {
  readonly script: string;
  readonly style: string;
  /** Runs within each frame. */
  readonly frameScript: string;
  /** axe-core's text; read when it is first wanted. */
  readonly checker: () => Promise<string>;
  /** The text of what draws pictures of pages; read when it is first wanted. */
  readonly painter: () => Promise<string>;
}

/** Reads them from the extension's own folder. @param folder `dist/webview` */
export async function readPreviewFiles(folder: string): Promise<PreviewFiles> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const [script, style, frameScript] = await Promise.all(['preview.js', 'preview.css', 'previewFrame.js'].map(read));
  const guarded = (text: string | undefined) => (text ?? '').replace(/<\/script/gi, '<\\/script').trim();
  return {
    script: script ?? '',
    style: style ?? '',
    frameScript: guarded(frameScript),
    checker: async () => guarded(await read('axe.js')),
    painter: async () => guarded(await read('previewPicture.js')),
  };
}
