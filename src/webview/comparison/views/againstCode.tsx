import type { JSX } from 'preact';
import { usePanel } from '../panelContext.ts';
import { SideAnswer } from '../sides/sideAnswer.tsx';
import { BothSides } from './bothSides.tsx';

/** Both answers, each against the person's own code. */
export function AgainstCode(): JSX.Element {
  const { view } = usePanel();
  return <BothSides>{(side) => <SideAnswer side={view[side]} />}</BothSides>;
}
