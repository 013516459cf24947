import { useEffect } from 'preact/hooks';
import { mostImageBytes, mostOffered } from '../../../core/images/image.ts';
import type { OfferedFile } from '../../../shared/messages.ts';
import type { Send } from '../hostPort.ts';
import { base64Of } from './bytes.ts';

/** While there is a draft, hands over what is pasted into the page or dropped on it, if it has files. */
export function useOfferedFiles(isDraft: boolean, send: Send): void {
  useEffect(() => {
    if (!isDraft) return undefined;
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const drop = (event: DragEvent) => take(event, event.dataTransfer);
    const take = (event: Event, transfer: DataTransfer | null) => {
      const files = [...(transfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void offer(files, send);
    };
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', allow);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', allow);
      document.removeEventListener('drop', drop);
    };
  }, [isDraft, send]);
}

/** All at once, so that what is told of one file is not gone with the next. */
async function offer(files: readonly File[], send: Send): Promise<void> {
  send('images-offered', { files: await Promise.all(files.slice(0, mostOffered).map(offeredFile)) });
}

/** The host looks at the file itself; one that it would not take for its size is not handed over. */
async function offeredFile(file: File): Promise<OfferedFile> {
  const { name } = file;
  if (file.size > mostImageBytes) return { name, fault: 'too-many-bytes' };
  try {
    return { name, data: await base64Of(file) };
  } catch {
    // A folder, or a file that is gone or locked.
    return { name, fault: 'unreadable' };
  }
}
