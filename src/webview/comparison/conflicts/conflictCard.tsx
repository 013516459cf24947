import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ConflictView } from '../../../shared/comparisonView.ts';
import { ActionButton } from '../actionButton.tsx';
import { CodeBlock } from '../code/codeBlock.tsx';
import { sourcesOfRow } from '../code/codeLines.tsx';
import { LazyChunks } from '../code/lazyChunks.tsx';
import { NumberedLine, type NumberedLineLook } from '../code/numberedLine.tsx';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { useCode } from '../codeContext.ts';
import { fill } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanelActions } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { conflictLines } from './conflictLines.ts';

interface ConflictCardProps {
  readonly conflict: ConflictView;
  readonly label: string;
}

/** A place that both the person and an accepted hunk changed: three texts, and which of them stays. */
export function ConflictCard({ conflict, label }: ConflictCardProps): JSX.Element {
  const { texts } = useCode();
  const { send } = usePanelActions();
  const { hunkId, side, resolution } = conflict;
  const take = (wanted: 'mine' | 'theirs') => () =>
    send('conflict-resolved', { hunkId, take: resolution === wanted ? null : wanted });
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is read and decided as one; nothing is filled in.
    <div
      class={`conflict ${resolution === null ? 'open' : `takes-${resolution}`}`}
      role="group"
      aria-label={fill(texts.conflictName, showHiddenCharacters(conflict.path), conflict.line)}
      data-conflict={hunkId}
      tabIndex={-1}
    >
      <div class="conflict-bar">
        <Icon name={resolution === null ? 'warning' : 'check'} />
        <span class="conflict-words">{wordsOf(resolution, label, texts)}</span>
        <span class="conflict-buttons">
          <ActionButton look="secondary" className="accept" pressed={resolution === 'mine'} onPress={take('mine')}>
            {texts.keepMine}
          </ActionButton>
          <ActionButton look="secondary" className="accept" pressed={resolution === 'theirs'} onPress={take('theirs')}>
            {fill(texts.takeLinesOf, label)}
          </ActionButton>
        </span>
      </div>
      <div class="conflict-parts">
        <ConflictPart conflict={conflict} part="base" look="context">
          {texts.asItWas}
        </ConflictPart>
        <ConflictPart conflict={conflict} part="mine" look="of-base">
          {texts.yourCodeNow}
        </ConflictPart>
        <ConflictPart conflict={conflict} part="theirs" look={`of-${side}`}>
          <SideMark side={side} />
          {fill(texts.linesOf, label)}
        </ConflictPart>
      </div>
    </div>
  );
}

type Texts = ReturnType<typeof useCode>['texts'];

function wordsOf(resolution: ConflictView['resolution'], label: string, texts: Texts): string {
  if (resolution === null) return texts.conflictExplained;
  return resolution === 'mine' ? texts.conflictKept : fill(texts.conflictTaken, label);
}

interface ConflictPartProps {
  readonly conflict: ConflictView;
  readonly part: 'base' | 'mine' | 'theirs';
  readonly look: NumberedLineLook;
  readonly children: JSX.Element | string | readonly (JSX.Element | string)[];
}

function ConflictPart({ conflict, part, look, children }: ConflictPartProps): JSX.Element {
  const { texts, colourist, languageOf } = useCode();
  const rows = useMemo(() => conflictLines(conflict, part), [conflict, part]);
  useMemo(() => {
    const [row] = rows;
    if (row?.source.kind !== 'hunk' || colourist === null) return;
    const { path, hunkId } = { path: conflict.path, hunkId: row.source.hunkId };
    const lines = rows.map(({ text }) => text);
    colourist.add({ kind: 'hunk', hunkId, path, languageId: languageOf(path), baseStart: 0, lines });
  }, [rows, colourist, languageOf, conflict.path]);
  return (
    <div class={`conflict-part ${part}`}>
      <span class="conflict-label">{children}</span>
      {rows.length === 0 ? (
        <p class="no-lines">{texts.noLines}</p>
      ) : (
        <CodeBlock>
          <LazyChunks
            rows={rows}
            eager
            sourcesOf={sourcesOfRow}
            renderRow={(row, index) => (
              <NumberedLine key={index} row={row} tokens={colourist?.tokensOf(row.source) ?? null} look={look} />
            )}
          />
        </CodeBlock>
      )}
    </div>
  );
}
