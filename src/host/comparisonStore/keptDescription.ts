import * as vscode from 'vscode';
import type { SavedComparison } from '../../app/ports.ts';
import type { Comparison } from '../../core/comparison.ts';
import { hunksBySide } from '../../core/comparison.ts';
import { acceptedHunks } from '../../core/diff/choices.ts';
import { sides } from '../../core/side.ts';

/** A kept comparison as a person picks it from a list. */
export interface KeptDescription {
  /** The file that it is about. */
  readonly label: string;
  /** What was asked, and when something last happened to it. */
  readonly description: string;
  /** Who answered, and what stands. */
  readonly detail: string;
}

/** @param now milliseconds since the epoch */
export function describeKept({ comparison, savedAt }: SavedComparison, now: number): KeptDescription {
  const { kind, instruction, file } = comparison.task;
  const asked = kind === 'fix' ? vscode.l10n.t('Fix') : instruction.replaceAll(/\s+/g, ' ');
  const who = sides.map((side) => comparison[side].contender.label).join(' · ');
  return {
    label: file.path,
    description: `${cut(asked)} · ${howLongAgo(savedAt, now)}`,
    detail: `${who} — ${whatStands(comparison)}`,
  };
}

const longestQuestion = 60;

function cut(text: string): string {
  return text.length > longestQuestion ? `${text.slice(0, longestQuestion).trimEnd()}…` : text;
}

function whatStands(comparison: Comparison): string {
  const hunks = hunksBySide(comparison);
  const count = hunks.left.length + hunks.right.length;
  const accepted = acceptedHunks(comparison.choices, hunks).length;
  if (comparison.phase === 'preparing' || comparison.phase === 'draft') return vscode.l10n.t('not sent yet');
  if (accepted === 1) return vscode.l10n.t('1 hunk accepted, not applied yet');
  if (accepted > 1) return vscode.l10n.t('{0} hunks accepted, not applied yet', accepted);
  if (count > 0) return count === 1 ? vscode.l10n.t('1 hunk to decide') : vscode.l10n.t('{0} hunks to decide', count);
  const isAnswered = sides.some((side) => comparison[side].standing);
  return isAnswered ? vscode.l10n.t('answered without an edit') : vscode.l10n.t('no answer came to its end');
}

const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Such as `5 minutes ago`, in the person's language; what is less than a minute ago, or ahead, is now. */
function howLongAgo(then: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' });
  const passed = now - then;
  const [unit, milliseconds] = units.find(([, length]) => passed >= length) ?? ['second', null];
  return format.format(milliseconds === null ? 0 : -Math.floor(passed / milliseconds), unit);
}
