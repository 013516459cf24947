/** The text of the only fenced block of a reply, or null when there is none, several, or one that is not closed. */
export function readFencedReplacement(prose: string): string | null {
  const blocks: string[] = [];
  let fence: string | null = null;
  let lines: string[] = [];
  for (const line of prose.split(/\r\n|\n/)) {
    const marker: string | undefined = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null) {
      fence = marker ?? null;
      lines = [];
    } else if (marker?.startsWith(fence) && line.trim() === marker) {
      blocks.push(lines.map((text) => `${text}\n`).join(''));
      fence = null;
    } else {
      lines.push(line);
    }
  }
  const [only, ...others] = blocks;
  return fence === null && others.length === 0 ? (only ?? null) : null;
}
