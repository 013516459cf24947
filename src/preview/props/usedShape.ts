import { guessedShape, isGuessedList } from './guessedShape.ts';
import { type Field, fieldOf, type Shape } from './shape.ts';

/** Values within values are sought so deep. */
const deepest = 3;

/**
 * What a prop without a type probably is: by how a component's code and markup use it (`rows.map((row) => row.name)`,
 * `v-for="row in rows"`, `{#each rows as row}`), else by its name.
 *
 * @param source the whole text of the component's file
 */
export function usedShape(name: string, source: string): Shape {
  return shapeOf(name, `(?:props\\.)?${escaped(name)}`, source, 0);
}

function shapeOf(name: string, expression: string, source: string, depth: number): Shape {
  const guess = guessedShape(name);
  if (guess.kind === 'function' || depth > deepest) return guess;
  const items = itemNames(expression, source);
  if (items.length > 0 || isGuessedList(name)) {
    // What is filtered or sorted first is mostly still called the same afterwards.
    const fields = fieldsUsed([...new Set([...items, singular(name)])], source, depth);
    // Things that are drawn as they are.
    if (fields.length === 0) return { kind: 'array', item: items.length > 0 ? { kind: 'string' } : itemOf(guess) };
    return { kind: 'array', item: { kind: 'object', fields } };
  }
  const fields = fieldsUsed([expression], source, depth);
  if (fields.length > 0) return { kind: 'object', fields };
  return guess.kind === 'string' && isReckonedWith(expression, source) ? { kind: 'number' } : guess;
}

/** Whether a value is a number by what is done with it. */
function isReckonedWith(expression: string, source: string): boolean {
  const value = String.raw`(?<![\w$.])${expression}(?![\w$])`;
  const ways = [
    String.raw`${value}(?:\.toFixed\(|\s*[*/]\s*[\w(])`,
    String.raw`[\w)]\s*[*/]\s*${value}`,
    String.raw`Math\.\w+\([^()]*${value}`,
    String.raw`\b(?:width|height|x|y|r|cx|cy)=["{]*${value}`,
  ];
  return ways.some((way) => new RegExp(way).test(source));
}

/** What the items of a list are called where it is gone through: a name, or the names taken out of each. */
function itemNames(expression: string, source: string): readonly string[] {
  const item = String.raw`(\w+|\{[^}]*\})`;
  const list = String.raw`(?<![\w$.])${expression}(?:\s*(?:\|\||\?\?)\s*\[\]\s*\))?`;
  const ways = [
    String.raw`${list}\??\.(?:map|forEach|filter|flatMap|find|some|every)\(\s*(?:function\s*\w*\s*)?\(?\s*${item}`,
    String.raw`(?:const|let)\s+${item}\s+of\s+${list}\s*\)`,
    String.raw`v-for="\s*\(?\s*${item}[^"]*?\s(?:in|of)\s+${list}\s*"`,
    String.raw`\{#each\s+${list}\s+as\s+${item}`,
  ];
  return ways.flatMap((way) => [...source.matchAll(new RegExp(way, 'g'))].map(([, found]) => found ?? ''));
}

/** What is taken of a value, by the names that it has. */
function fieldsUsed(names: readonly string[], source: string, depth: number): readonly Field[] {
  const fields = new Map<string, Field>();
  const add = (name: string, expression: string) => {
    if (fields.has(name) || name === 'length') return;
    fields.set(name, fieldOf(name, shapeOf(name, expression, source, depth + 1), false));
  };
  for (const name of names) {
    if (name.startsWith('{')) {
      for (const [, taken] of name.matchAll(/[{,]\s*(\w+)/g)) if (taken !== undefined) add(taken, escaped(taken));
    } else if (name !== '') {
      // What is called is a method of the value's, no part of it.
      const used = new RegExp(String.raw`(?<![\w$.])${name}\??\.([A-Za-z_]\w*)\b(?!\s*\()`, 'g');
      for (const [, field] of source.matchAll(used)) {
        if (field !== undefined) add(field, String.raw`${name}\??\.${escaped(field)}`);
      }
    }
  }
  return [...fields.values()];
}

function itemOf(guess: Shape): Shape {
  return guess.kind === 'array' ? guess.item : { kind: 'string' };
}

/** What one of such a list is mostly called. */
function singular(name: string): string {
  if (/^(?:data|list|children)$/.test(name)) return 'item';
  return name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
