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
  return new UseReader(source).shape(name, written(name), 0);
}

/** The same by the use alone; null where that tells nothing. */
export function knownUse(name: string, source: string): Shape | null {
  return new UseReader(source).used(name, written(name), 0);
}

/** How a prop is written in a source, as a pattern. */
function written(name: string): string {
  return `(?:props\\.)?${escaped(name)}`;
}

class UseReader {
  readonly #source: string;
  #left = mostValues;

  constructor(source: string) {
    this.#source = source;
  }

  /** @param expression how the value is written in the source, as a pattern */
  shape(name: string, expression: string, depth: number): Shape {
    return this.used(name, expression, depth) ?? guessedShape(name);
  }

  /** Null where the use tells nothing. */
  used(name: string, expression: string, depth: number): Shape | null {
    const guess = guessedShape(name);
    this.#left -= 1;
    if (guess.kind === 'function' || depth > deepest || this.#left < 0) return null;
    const items = this.#itemNames(expression);
    const fields = items.length > 0 ? [] : this.#fieldsUsed([expression], depth);
    // What has parts of its own is no list, whatever it is called.
    if (fields.length > 0) return { kind: 'object', fields };
    const isList = items.length > 0 || this.#isUsed(expression, asList);
    if (isList || isGuessedList(name)) {
      // What is filtered or sorted first is mostly still called the same afterwards.
      const parts = this.#fieldsUsed([...new Set([...items, singular(name)])], depth);
      if (parts.length > 0) return { kind: 'array', item: { kind: 'object', fields: parts } };
      // Things that are drawn as they are.
      if (items.length > 0) return { kind: 'array', item: { kind: 'string' } };
      return isList ? { kind: 'array', item: itemOf(guess) } : null;
    }
    if (guess.kind === 'string' && this.#isUsed(expression, asNumber)) return { kind: 'number' };
    if (guess.kind !== 'string' && guess.kind !== 'object') return null;
    return this.#isUsed(expression, asWords) ? { kind: 'string' } : null;
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
        const used = new RegExp(String.raw`(?<![\w$./])${name}\??\.([A-Za-z_]\w*)\b(?! ?\()`, 'g');
        for (const [, field] of this.#source.matchAll(used)) {
          if (field !== undefined) add(field, String.raw`${name}\??\.${escaped(field)}`);
        }
      }
    }
    return [...fields.values()];
  }

  #isUsed(expression: string, ways: (value: string) => readonly string[]): boolean {
    const value = String.raw`(?<![\w$.])${expression}(?![\w$])`;
    return ways(value).some((way) => new RegExp(way).test(this.#source));
  }
}

/** What is done with numbers only. */
const asNumber = (value: string) => [
  String.raw`${value}(?:\.toFixed\(| ?[*/] ?[\w(])`,
  String.raw`[\w)] ?[*/] ?${value}`,
  String.raw`Math\.\w{1,9}\([^()]{0,80}${value}`,
  String.raw`\b(?:width|height|x|y|r|cx|cy)=["{]{0,2}${value}`,
];

/** What is done with lists only. */
const asList = (value: string) => [
  String.raw`${value}\??\.(?:reduce|reduceRight|sort|toSorted|reverse|toReversed|join|flat|entries|findIndex|findLast|push)\(`,
];

/** What is done with words only, or shows the value as it is. */
const asWords = (value: string) => [
  String.raw`${value}\??\.(?:toLowerCase|toUpperCase|trim|split|startsWith|endsWith|localeCompare|charAt|padStart|padEnd|replace|replaceAll|includes)\(`,
  String.raw`[>}]\s?\{ ?${value} ?\}`,
  String.raw`\{\{ ?${value} ?\}\}`,
  String.raw`\$\{ ?${value} ?\}`,
];

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
