import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { CodeBlock } from '../code/codeBlock.tsx';
import { CodeLines } from '../code/codeLines.tsx';
import type { FileSection } from '../code/fileSections.ts';
import { changeRows, contextRows } from '../code/hunkRows.ts';
import { useCode } from '../codeContext.ts';
import { ConflictCard } from '../conflicts/conflictCard.tsx';
import { fill } from '../format.ts';
import type { NamedHunk } from '../hunkNames.ts';
import { usePanel } from '../panelContext.ts';
import { isSideUnderWay } from '../panelState.ts';
import { HunkBar } from './hunkBar.tsx';
import { HunkGroup } from './hunkGroup.tsx';
import { RenameLine } from './renameLine.tsx';

/** This many hunks of a side are drawn at once; the rest as they come into sight. */
const hunksDrawnAtOnce = 12;

interface HunkCardProps {
  readonly named: NamedHunk;
  readonly section: Extract<FileSection, { readonly kind: 'hunk' }>;
}

/** One hunk against the person's code: the choice, and the change within its context. */
export function HunkCard({ named, section }: HunkCardProps): JSX.Element {
  const { baseLines } = useCode();
  const { view, names, texts } = usePanel();
  const { hunk, number, label, side } = named;
  const conflict = view.conflicts.find(({ hunkIds }) => hunkIds.includes(hunk.id));
  const isLead = conflict?.hunkId === hunk.id;
  const lines = baseLines.get(hunk.path);
  const rows = useMemo(() => {
    const base = lines ?? [];
    return [
      ...contextRows(hunk.path, base, section.before),
      ...changeRows(base, hunk),
      ...contextRows(hunk.path, base, section.after),
    ];
  }, [lines, hunk, section]);
  // The same element while the lines are the same, so that a choice made elsewhere does not go through all of them.
  const code = useMemo(
    () =>
      hunk.newPath !== null ? (
        <RenameLine newPath={hunk.newPath} />
      ) : (
        <CodeBlock>
          <CodeLines rows={rows} eager={number <= hunksDrawnAtOnce} />
        </CodeBlock>
      ),
    [rows, number, hunk.newPath],
  );
  return (
    <HunkGroup named={named} className={`hunk ${isSideUnderWay(view[side]) ? 'provisional' : ''}`}>
      <HunkBar named={named} />
      {conflict !== undefined && !isLead && (
        <p class="conflict-elsewhere">{fill(texts.conflictElsewhere, names.get(conflict.hunkId)?.number ?? '')}</p>
      )}
      {conflict !== undefined && isLead ? <ConflictCard conflict={conflict} label={label} /> : code}
    </HunkGroup>
  );
}
