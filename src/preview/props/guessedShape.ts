import { nameWords } from './nameWords.ts';
import { fieldOf, type Shape } from './shape.ts';

/** What a prop without a type probably is, by its name. */
export function guessedShape(name: string): Shape {
  if (/^on[A-Z]|^(?:set|handle)[A-Z]|Handler$|Callback$/.test(name)) return { kind: 'function', gives: false };
  if (/^render[A-Z]|^(?:format|get)[A-Z]|Formatter$/.test(name)) return { kind: 'function', gives: true };
  if (/^(?:children|icon|footer|header|actions)$/.test(name)) return { kind: 'text' };
  if (booleanName.test(name)) return { kind: 'boolean' };
  if (numberWord.test(nameWords(name).at(-1) ?? '')) return { kind: 'number' };
  if (listName.test(name) && !single.test(name)) return { kind: 'array', item: row };
  if (/^(?:user|item|product|order|customer|person|post|config|options|settings)$/.test(name)) return row;
  return { kind: 'string' };
}

/** Whether a name is that of a list. */
export function isGuessedList(name: string): boolean {
  return guessedShape(name).kind === 'array';
}

const booleanName =
  /^(?:is|has|can|should|show|with|allow|enable|disable|hide)[A-Z]|^(?:open|disabled|loading|checked|selected|active|visible|hidden|required|readonly|readOnly|collapsed|expanded|compact|dark|striped|sortable|busy|inStock|featured|popular|highlighted|done|completed|available|enabled)$/;
const numberWord =
  /^(?:count|total|price|amount|index|width|height|size|quantity|percent|progress|rating|step|limit|max|min|page|score|age|duration|stock)$/;
const listName = /^(?:data|items|rows|list|children|entries|results)$|[^s]s$|(?:List|Rows|Items|Data)$/;
/** Ends like many of something and is one. */
const single = /(?:status|radius|focus|bonus|campus|bus|[sx]is|canvas|alias|news|css|gps)$/i;

const row: Shape = {
  kind: 'object',
  fields: [
    fieldOf('id', { kind: 'number' }, false),
    fieldOf('name', { kind: 'string' }, false),
    fieldOf('title', { kind: 'string' }, false),
    fieldOf('label', { kind: 'string' }, false),
    fieldOf('description', { kind: 'string' }, false),
    fieldOf('email', { kind: 'string' }, false),
    fieldOf('status', { kind: 'string' }, false),
    fieldOf('date', { kind: 'string' }, false),
    fieldOf('price', { kind: 'number' }, false),
    fieldOf('count', { kind: 'number' }, false),
    fieldOf('value', { kind: 'number' }, false),
  ],
};
