import type { JSX } from 'preact';
import { fill } from '../format.ts';
import type { NamedHunk } from '../hunkNames.ts';
import { hunkNotes } from '../hunkNotes.ts';
import { NoteTags } from '../noteTags.tsx';
import { usePanel } from '../panelContext.ts';
import { isSideUnderWay } from '../panelState.ts';
import { whyNotAcceptable } from './acceptability.ts';
import { ChoiceButtons } from './choiceButtons.tsx';
import { HunkTagButton } from './hunkTagButton.tsx';

/** What a hunk is called, how it stands to the other side, what to know about it, and the choice. */
export function HunkBar({ named }: { readonly named: NamedHunk }): JSX.Element {
  const { view, texts } = usePanel();
  const { hunk, number, count, side, label } = named;
  const isConflict = view.conflicts.some(({ hunkIds }) => hunkIds.includes(hunk.id));
  const notes = hunkNotes(named, view.driftedHunks.includes(hunk.id) && !isConflict, texts);
  return (
    <>
      <div class="hunk-bar">
        <span class="hunk-title">
          <b>{fill(texts.hunkOf, number, count)}</b> ·{' '}
          {hunk.change === 'rename' ? texts.renamedFile : fill(texts.line, hunk.baseStart + 1)}
          {isSideUnderWay(view[side]) && <span class="being-written"> · {texts.stillBeingWritten}</span>}
        </span>
        <HunkTagButton named={named} />
        <ChoiceButtons
          hunkId={hunk.id}
          number={number}
          label={label}
          state={view.choices[hunk.id]?.state ?? null}
          disabledBecause={whyNotAcceptable(view, side, texts)}
        />
      </div>
      <NoteTags notes={notes} />
    </>
  );
}
