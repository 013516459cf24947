import { elementNames } from '../modules/elementNames.ts';
import { closedScript } from './closedScript.ts';

/**
 * A half-written module of React's, closed. What it shows and has not declared yet, as helpers below the component that
 * uses them are, is for now what is between its tags.
 */
export async function closedReact(path: string, text: string): Promise<string> {
  const closed = await closedScript(path, text);
  if (closed === null) return text;
  return closed + [...elementNames(closed)].map(orChildren).join('');
}

function orChildren(name: string): string {
  return `\nif (typeof ${name} === 'undefined') globalThis.${name} = (props) => props.children ?? null;`;
}
