import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { withoutTerminator } from '../../../core/diff/lines.ts';
import { hasHiddenCharacters } from '../code/visibleText.ts';
import { fill } from '../format.ts';
import type { NamedHunk } from '../hunkNames.ts';
import { usePanel } from '../panelContext.ts';
import { ChoiceButtons } from './choiceButtons.tsx';
import { HunkTagButton } from './hunkTagButton.tsx';

/** What a hunk is called, how it stands to the other side, and the choice. */
export function HunkBar({ named }: { readonly named: NamedHunk }): JSX.Element {
  const { texts } = usePanel();
  const { hunk, number, count } = named;
  const hides = useMemo(() => hunk.newLines.some((line) => hasHiddenCharacters(withoutTerminator(line))), [hunk]);
  return (
    <div class="hunk-bar">
      <span class="hunk-title">
        <b>{fill(texts.hunkOf, number, count)}</b> · {fill(texts.line, hunk.baseStart + 1)}
      </span>
      {hides && <span class="tag conflicts">{texts.hiddenCharacters}</span>}
      <HunkTagButton named={named} />
      <ChoiceButtons named={named} />
    </div>
  );
}
