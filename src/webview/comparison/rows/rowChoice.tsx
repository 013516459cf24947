import type { JSX } from 'preact';
import { type Side, sides } from '../../../core/side.ts';
import { ActionButton } from '../actionButton.tsx';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { useCode } from '../codeContext.ts';
import { fill, joinList } from '../format.ts';
import { Icon } from '../icon.tsx';
import { KeyHint } from '../keyHint.tsx';
import { usePanelActions } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import type { ComparisonRow } from './comparisonRows.ts';
import { chooseInRow, type RowTake } from './rowIntents.ts';
import type { RowLook } from './rowLook.ts';

interface RowChoiceProps {
  readonly row: ComparisonRow;
  readonly look: RowLook;
}

/** The one choice of a row: whose lines, or neither's. Pressing the pressed one takes the choice back. */
export function RowChoice({ row, look }: RowChoiceProps): JSX.Element {
  const { texts } = useCode();
  const { send } = usePanelActions();
  const where = [showHiddenCharacters(row.path), row.baseStart + 1] as const;
  const choose = (take: RowTake) => () => {
    for (const { type, hunkId } of chooseInRow(row, look.state, take)) send(type, { hunkId });
  };
  const takes = row.kind === 'agreed' ? (['left'] as const) : sides.filter((side) => row[side].length > 0);
  const blocked = takes.map((side) => look.blocked[side]);
  const neither = look.state === 'neither';
  return (
    // biome-ignore lint/a11y/useSemanticElements: these choose between two answers; nothing is filled in.
    <div class="row-choice" role="group" aria-label={fill(texts.choiceFor, ...where)}>
      <span class="choice-label">{texts.myChoice}</span>
      {takes.map((side) => {
        const pressed = look.state === side || look.state === 'both';
        return (
          <ActionButton
            key={side}
            look="secondary"
            className="accept"
            name={nameOfTake(row, look, side, texts)}
            pressed={pressed}
            disabledBecause={look.blocked[side]}
            onPress={choose(side)}
          >
            {pressed && <Icon name="check" />}
            {row.kind === 'agreed' ? (
              <>
                {!pressed && sides.map((each) => <SideMark key={each} side={each} />)}
                {texts.bothAnswers}
              </>
            ) : (
              <>
                {!pressed && <SideMark side={side} />}
                <span class="choice-words">{look.labels[side]}</span>
              </>
            )}
            {row.kind === 'agreed' || takes.length === 1 ? (
              <KeyHint>A</KeyHint>
            ) : (
              <KeyHint>{side === 'left' ? '1' : '2'}</KeyHint>
            )}
          </ActionButton>
        );
      })}
      <ActionButton
        look="secondary"
        className="reject"
        name={nameOfNeither(row, look, texts)}
        pressed={neither}
        disabledBecause={blocked.every((reason) => reason !== null) ? (blocked[0] ?? null) : null}
        onPress={choose('neither')}
      >
        {neither && <Icon name="check" />}
        {row.kind === 'conflicting' ? texts.takeNeither : texts.leaveAsIs}
        <KeyHint>0</KeyHint>
      </ActionButton>
    </div>
  );
}

type Texts = ReturnType<typeof useCode>['texts'];

/** The words that scripts and screen readers know a hunk's choice by. */
function nameOfTake(row: ComparisonRow, look: RowLook, side: Side, texts: Texts): string {
  const numbers = look.hunks.filter((hunk) => hunk.side === side).map(({ number }) => String(number));
  const pattern = numbers.length === 1 ? texts.acceptHunk : texts.takeHunks;
  return fill(pattern, joinList(numbers, texts.listPair), look.labels[row.kind === 'agreed' ? 'left' : side]);
}

function nameOfNeither(row: ComparisonRow, look: RowLook, texts: Texts): string {
  const first = look.hunks[0];
  const isOne = row.kind === 'agreed' || look.hunks.length === 1;
  return isOne && first !== undefined
    ? fill(texts.rejectHunk, first.number, look.labels[first.side])
    : fill(texts.takeNeitherName, showHiddenCharacters(row.path), row.baseStart + 1);
}
