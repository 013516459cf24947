import type { PageFault } from '../../shared/previewView.ts';

/** How many lines a parser may be behind the end of what it misses the rest of. */
const lastLines = 2;

/** Whether a text that is still being written may be at fault for nothing but that it has no end yet. */
export function isAtEnd({ line }: PageFault, text: string): boolean {
  return line === null || line > text.trimEnd().split('\n').length - lastLines;
}
