import { formattedText } from './formatValues.ts';
import { nameWords } from './nameWords.ts';
import { anyThings, hardNames, longSentence, people, sentences, things } from './sampleWords.ts';

/** Where a value stands: its own name, the names around it, the innermost last, and which row it is of. */
export interface ValuePlace {
  readonly name: string;
  readonly around: readonly string[];
  readonly index: number;
}

/** A believable string for a name. */
export function typicalText({ name, around, index }: ValuePlace): string {
  const formatted = formattedText(name, index);
  if (formatted !== null) return formatted;
  const words = nameWords(name);
  const has = (...some: readonly string[]) => some.some((word) => words.includes(word));
  const pick = (list: readonly string[]) => list[index % list.length] ?? '';
  if (/^(?:class|className|style|testId)$/.test(name)) return '';
  if (isProse(words)) return pick(sentences);
  if (has('status', 'state')) return pick(['Active', 'Pending', 'Done', 'Paused']);
  if (has('role', 'job', 'position', 'occupation'))
    return pick(['Designer', 'Engineer', 'Editor', 'Manager', 'Analyst']);
  if (has('address', 'street')) return `${12 + index * 3} Harbour Street`;
  if (has('price', 'amount', 'cost')) return `€${pick(['19', '49', '99', '129', '8', '240'])}`;
  if (has('initials')) return pick(people.map((person) => person.replace(/[^A-Z]/g, '')));
  if (has('firstname') || (has('first', 'given') && has('name'))) return pick(people).split(' ')[0] ?? '';
  if (has('lastname') || (has('last', 'family') && has('name'))) return pick(people).split(' ')[1] ?? '';
  if (has('username', 'handle', 'nickname')) return (pick(people).split(' ')[0] ?? '').toLowerCase();
  if (has('placeholder')) return 'Search…';
  if (has('unit', 'suffix')) return '%';
  if (has('button', 'action', 'cta', 'submit')) return pick(['Get started', 'Learn more', 'Choose', 'Open']);
  if (has('author', 'user', 'person', 'customer', 'owner', 'assignee', 'sender')) return pick(people);
  const ownThing = things.find(({ words: own }) => words.some((word) => own.test(word)));
  const isNamed = has('name', 'title', 'label', 'heading', 'text', 'value', 'item', 'headline');
  if (ownThing !== undefined && !isNamed) return pick(ownThing.names);
  const outer = around.flatMap(nameWords).reverse();
  const outerThing = outer.flatMap((word) => things.filter(({ words: own }) => own.test(word)))[0];
  if (outerThing !== undefined) return pick(outerThing.names);
  return has('name') && !has('file', 'display') ? pick(people) : pick(anyThings);
}

/** A string that is hard on a layout, unless it has to be of a form. */
export function longText(place: ValuePlace): string {
  const words = nameWords(place.name);
  if (words.includes('email'))
    return `a.very.long.address.of.somebody.${place.index + 1}@an-equally-long-host.example.com`;
  const formatted = formattedText(place.name, place.index);
  if (formatted !== null) return formatted;
  if (/^(?:class|className|style|testId)$/.test(place.name)) return '';
  return isProse(words) ? `${longSentence} ${longSentence}` : (hardNames[place.index % hardNames.length] ?? '');
}

/** A believable number for a name. */
export function typicalNumber({ name, around, index }: ValuePlace): number {
  const own = nameWords(name);
  // `price: { monthly, yearly }`
  const words = /^(?:monthly|yearly|annual|daily|min|max|from|to|net|gross)$/.test(name)
    ? [...own, ...nameWords(around.at(-1) ?? '')]
    : own;
  const has = (...some: readonly string[]) => some.some((word) => words.includes(word));
  const pick = (list: readonly number[]) => list[index % list.length] ?? 0;
  if (has('id', 'key')) return index + 1;
  if (name === 'x') return index * 10;
  if (has('yearly', 'annual')) return pick([490, 1290, 185, 3200, 750, 99]);
  if (has('price', 'amount', 'cost', 'revenue', 'subtotal', 'balance', 'salary', 'budget', 'fee')) {
    return pick([49.9, 129, 18.5, 320, 75.25, 9.99, 240, 62.4]);
  }
  if (has('ratio', 'fraction', 'opacity', 'probability')) return pick([0.72, 0.35, 0.9, 0.5, 0.12, 0.64]);
  if (has('percent', 'percentage', 'progress', 'completion')) return pick([72, 35, 90, 50, 12, 64]);
  if (has('change', 'delta', 'trend', 'growth')) return pick([4.2, -1.8, 12.5, 0.6, -3.1, 7.4]);
  if (has('rating', 'stars')) return pick([4, 5, 3, 4, 2, 5]);
  if (has('year')) return 2026 - (index % 8);
  if (has('age')) return pick([34, 28, 45, 52, 23, 61]);
  if (has('lat', 'latitude')) return pick([38.72, 34.69, -1.29, 45.5]);
  if (has('lng', 'lon', 'longitude')) return pick([-9.14, 135.5, 36.82, -73.57]);
  if (has('index', 'selected', 'active', 'offset', 'start', 'min')) return has('min', 'start') ? 0 : index;
  if (has('page', 'step', 'level', 'current')) return index + 1;
  if (has('pages', 'steps', 'columns', 'cols')) return 3;
  if (has('max')) return 100;
  if (has('size', 'limit')) return 10;
  if (has('width')) return 480;
  if (has('height')) return 270;
  if (has('timestamp', 'time', 'date') || words.at(-1) === 'at') return Date.UTC(2026, 2, 2 + index * 9, 9, 30);
  if (has('total', 'sum')) return pick([1284, 940, 2310, 415, 1780, 655]);
  const list = [42, 67, 31, 88, 54, 76, 23, 95];
  // Values beside one another are not the same ones.
  return list[(index + name.length + (name.codePointAt(0) ?? 0)) % list.length] ?? 0;
}

/** A number that is hard on a layout, unless it would mean something else. */
export function longNumber(place: ValuePlace): number {
  const words = nameWords(place.name);
  const keeps =
    /^(?:id|key|index|page|step|level|percent|percentage|progress|completion|ratio|fraction|opacity|rating|stars|year|month|day|lat|latitude|lng|lon|longitude|timestamp|time|date|at|size|limit|width|height|min|max|columns|cols|pages|steps|selected|active|current|start|offset)$/;
  if (words.some((word) => keeps.test(word))) return typicalNumber(place);
  return (
    (9_876_543_210 + place.index * 1_234_567) / (words.some((word) => /price|amount|cost|fee/.test(word)) ? 100 : 1)
  );
}

function isProse(words: readonly string[]): boolean {
  return words.some((word) =>
    /^(?:description|summary|body|message|content|text|bio|excerpt|subtitle|subheading|tagline|details|comment|note|quote|paragraph|caption|intro|help|hint|tooltip|answer|copy)$/.test(
      word,
    ),
  );
}
