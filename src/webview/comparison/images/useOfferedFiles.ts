import { useEffect } from 'preact/hooks';
import { mostImageBytes } from '../../../core/images/image.ts';
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
      for (const file of files) void offer(file, send);
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

/** The host looks at the file itself; one that it would not take for its size is not handed over. */
async function offer(file: File, send: Send): Promise<void> {
  const isTooLarge = file.size > mostImageBytes;
  send('image-offered', { name: file.name, data: isTooLarge ? null : await base64Of(file) });
}
