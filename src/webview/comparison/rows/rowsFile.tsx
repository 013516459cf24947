import type { JSX } from 'preact';
import type { Hunk } from '../../../core/diff/hunk.ts';
import type { PanelView } from '../panelState.ts';
import { FileName } from '../sides/fileName.tsx';

/** The heading of a file's rows: its name, and what becomes of the file as a whole where that is not in dispute. */
export function RowsFile({ path, view }: { readonly path: string; readonly view: PanelView }): JSX.Element {
  const ofFile = (hunks: readonly Hunk[]) => hunks.filter((hunk) => hunk.path === path);
  const [left, right] = [ofFile(view.left.hunks), ofFile(view.right.hunks)];
  const isDisputed = left.length > 0 && right.length > 0 && fateOf(left) !== fateOf(right);
  return (
    <h3 class="rows-file">
      <FileName path={path} hunks={isDisputed ? [] : [...left, ...right]} />
    </h3>
  );
}

function fateOf(hunks: readonly Hunk[]): string {
  const whole = hunks.find(({ change }) => change !== 'edit');
  return whole === undefined ? 'edit' : `${whole.change} ${whole.newPath ?? ''}`;
}
