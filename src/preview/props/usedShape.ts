import { guessedShape, isGuessedList } from './guessedShape.ts';
import { type Field, fieldOf, type Shape } from './shape.ts';

/** Values within values are sought so deep, and so many at most. */
const deepest = 3;
const mostValues = 150;

/**
 * What a prop without a type probably is: by how a component's code and markup use it (`rows.map((row) => row.name)`,
 * `v-for="row in rows"`, `{#each rows as row}`), else by its name.
 *
 * @param source the whole text of the component's file, each gap as one space
 */
export function usedShape(name: string, source: string): Shape {
  return new UseReader(source).shape(name, `(?:props\\.)?${escaped(name)}`, 0);
}

class UseReader {
  readonly #source: string;
  #left = mostValues;

  constructor(source: string) {
    this.#source = source;
  }

  /** @param expression how the value is written in the source, as a pattern */
  shape(name: string, expression: string, depth: number): Shape {
    const guess = guessedShape(name);
    this.#left -= 1;
    if (guess.kind === 'function' || depth > deepest || this.#left < 0) return guess;
    const items = this.#itemNames(expression);
    const fields = items.length > 0 ? [] : this.#fieldsUsed([expression], depth);
    // What has parts of its own is no list, whatever it is called.
    if (fields.length > 0) return { kind: 'object', fields };
    if (items.length > 0 || isGuessedList(name)) {
      // What is filtered or sorted first is mostly still called the same afterwards.
      const parts = this.#fieldsUsed([...new Set([...items, singular(name)])], depth);
      // Things that are drawn as they are.
      if (parts.length === 0) return { kind: 'array', item: items.length > 0 ? { kind: 'string' } : itemOf(guess) };
      return { kind: 'array', item: { kind: 'object', fields: parts } };
    }
    return guess.kind === 'string' && this.#isReckonedWith(expression) ? { kind: 'number' } : guess;
  }

  /** What the items of a list are called where it is gone through: a name, or the names taken out of each. */
  #itemNames(expression: string): readonly string[] {
    const item = String.raw`(\w+|\{[^}]{0,500}\})`;
    const list = String.raw`(?<![\w$.])${expression}(?: ?(?:\|\||\?\?) ?\[\] ?\))?`;
    const ways = [
      String.raw`${list}\??\.(?:map|forEach|filter|flatMap|find|some|every)\( ?(?:function )?\(? ?${item}`,
      String.raw`(?:const|let) ${item} of ${list} ?\)`,
      String.raw`v-for=" ?\(? ?${item}[^"]{0,100}? (?:in|of) ${list} ?"`,
      String.raw`\{#each ${list} as ${item}`,
    ];
    return ways.flatMap((way) => [...this.#source.matchAll(new RegExp(way, 'g'))].map(([, found]) => found ?? ''));
  }

  /** What is taken of a value, by the names that it has. */
  #fieldsUsed(names: readonly string[], depth: number): readonly Field[] {
    const fields = new Map<string, Field>();
    const add = (name: string, expression: string) => {
      if (fields.has(name) || name === 'length') return;
      fields.set(name, fieldOf(name, this.shape(name, expression, depth + 1), false));
    };
    for (const name of names) {
      if (name.startsWith('{')) {
        for (const [, taken] of name.matchAll(/[{,] ?(\w+)/g)) if (taken !== undefined) add(taken, escaped(taken));
      } else if (name !== '') {
        // What is called is a method of the value's, no part of it.
        const used = new RegExp(String.raw`(?<![\w$.])${name}\??\.([A-Za-z_]\w*)\b(?! ?\()`, 'g');
        for (const [, field] of this.#source.matchAll(used)) {
          if (field !== undefined) add(field, String.raw`${name}\??\.${escaped(field)}`);
        }
      }
    }
    return [...fields.values()];
  }

  /** Whether a value is a number by what is done with it. */
  #isReckonedWith(expression: string): boolean {
    const value = String.raw`(?<![\w$.])${expression}(?![\w$])`;
    const ways = [
      String.raw`${value}(?:\.toFixed\(| ?[*/] ?[\w(])`,
      String.raw`[\w)] ?[*/] ?${value}`,
      String.raw`Math\.\w{1,9}\([^()]{0,80}${value}`,
      String.raw`\b(?:width|height|x|y|r|cx|cy)=["{]{0,2}${value}`,
    ];
    return ways.some((way) => new RegExp(way).test(this.#source));
  }
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
