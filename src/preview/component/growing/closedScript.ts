import { closedAt } from './cut.ts';
import { scriptCuts } from './scriptCuts.ts';

/** A text that is cut further back than this many places has something else wrong with it. */
const mostTries = 8;

/** A name that may go on. */
const halfWord = /[\p{L}\p{N}_$.]$/u;

/**
 * A half-written script up to its last whole statement or element of JSX, with all closed that is open there; the same
 * where it can be read as it is, null where nothing of it can.
 *
 * @param path whose ending tells what it is written in
 */
export async function closedScript(path: string, text: string): Promise<string | null> {
  // The parser is loaded with what reads types.
  const { syntaxFault } = await import('../modules/syntaxFault.ts');
  if (!halfWord.test(text) && syntaxFault(path, text) === null) return text;
  const cuts = scriptCuts(text, !/\.[mc]?ts$/i.test(path), mostTries);
  for (const cut of cuts.toReversed()) {
    const closed = closedAt(text, cut);
    if (syntaxFault(path, closed) === null) return closed;
  }
  return null;
}
