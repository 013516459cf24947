import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Hunk } from '../../../core/diff/hunk.ts';
import type { Side } from '../../../core/side.ts';
import { fileSections } from '../code/fileSections.ts';
import { FoldedGap } from '../code/foldedGap.tsx';
import { useCode } from '../codeContext.ts';
import { usePanel } from '../panelContext.ts';
import { FileHeading } from './fileHeading.tsx';
import { HunkCard } from './hunkCard.tsx';

interface FileDiffProps {
  readonly side: Side;
  readonly path: string;
  readonly hunks: readonly Hunk[];
}

/** One file of an answer against the person's code: hunks, and the unchanged lines between them, folded. */
export function FileDiff({ side, path, hunks }: FileDiffProps): JSX.Element {
  const { baseLines } = useCode();
  const { names } = usePanel();
  const lineCount = baseLines.get(path)?.length ?? 0;
  const sections = useMemo(() => fileSections(path, lineCount, hunks), [path, lineCount, hunks]);
  return (
    <div class="file-diff">
      <FileHeading side={side} path={path} hunks={hunks} />
      {sections.map((section) => {
        if (section.kind === 'gap') {
          return <FoldedGap key={section.key} path={path} gap={section} scope={side} />;
        }
        const named = names.get(section.hunk.id);
        return named === undefined ? null : <HunkCard key={section.hunk.id} named={named} section={section} />;
      })}
    </div>
  );
}
