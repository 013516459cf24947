import * as vscode from 'vscode';
import type { Side } from '../../core/side.ts';

/** Of the text that hunks are against: only to be read. */
export const baseScheme = 'tiebreak-base';
/** Of a file as a side proposes it: may be written, and lives in memory only. */
export const proposalScheme = 'tiebreak-proposal';

/** One file of one side of a comparison. */
export interface ProposalPlace {
  readonly comparisonId: string;
  readonly side: Side;
  /** As hunks name it, before any rename. */
  readonly path: string;
}

/**
 * Names a virtual document. The path ends like the file's, so that VS Code knows the language; the query makes it
 * another document for each comparison and side.
 *
 * @param shownPath as people see it, a renamed file's new path
 */
export function proposalUri(
  scheme: string,
  { comparisonId, side, path }: ProposalPlace,
  shownPath: string,
): vscode.Uri {
  const query = new URLSearchParams({ comparison: comparisonId, side, path }).toString();
  return vscode.Uri.from({ scheme, path: `/${shownPath}`, query });
}

/** What a virtual document is about, or null when it is none of ours. */
export function placeOfProposal(uri: vscode.Uri): ProposalPlace | null {
  if (uri.scheme !== baseScheme && uri.scheme !== proposalScheme) return null;
  const query = new URLSearchParams(uri.query);
  const comparisonId = query.get('comparison');
  const side = query.get('side');
  const path = query.get('path');
  if (comparisonId === null || path === null || (side !== 'left' && side !== 'right')) return null;
  return { comparisonId, side, path };
}
