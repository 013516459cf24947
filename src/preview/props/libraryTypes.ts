import { type Field, fieldsOf, type Shape, unionOf, unknownShape } from './shape.ts';

/** What the types mean that TypeScript and the frameworks bring, by the last part of their names. */
export function libraryType(name: string, parameters: readonly Shape[]): Shape {
  const [first = unknownShape, second = unknownShape] = parameters;
  const make = Object.hasOwn(types, name) ? types[name] : undefined;
  if (make !== undefined) return make(first, second);
  if (/(?:Handler|Callback|Listener|Dispatch)$/.test(name)) return { kind: 'function', gives: false };
  // What elements of HTML take, all of it optional.
  if (/(?:Attributes|HTMLProps|ComponentProps(?:With(?:out)?Ref)?)$/.test(name)) return { kind: 'object', fields: [] };
  return unknownShape;
}

type MakeShape = (first: Shape, second: Shape) => Shape;

const always =
  (shape: Shape): MakeShape =>
  () =>
    shape;
const text = always({ kind: 'text' });
const nothing = always({ kind: 'function', gives: true });
const array: MakeShape = (item) => ({ kind: 'array', item });
const itself: MakeShape = (shape) => shape;

const types: Readonly<Record<string, MakeShape>> = {
  Array: array,
  ReadonlyArray: array,
  Iterable: array,
  Set: (item) => ({ kind: 'set', item }),
  ReadonlySet: (item) => ({ kind: 'set', item }),
  Map: (_, item) => ({ kind: 'map', item }),
  ReadonlyMap: (_, item) => ({ kind: 'map', item }),
  Date: always({ kind: 'date' }),
  String: always({ kind: 'string' }),
  Number: always({ kind: 'number' }),
  Boolean: always({ kind: 'boolean' }),
  Object: always({ kind: 'object', fields: [] }),
  Key: always({ kind: 'string' }),
  Uppercase: always({ kind: 'string' }),
  Lowercase: always({ kind: 'string' }),
  Capitalize: always({ kind: 'string' }),
  Function: nothing,
  // Of types
  Readonly: itself,
  NoInfer: itself,
  Awaited: itself,
  MaybeRef: itself,
  MaybeRefOrGetter: itself,
  PropType: itself,
  PropsWithRef: itself,
  PropsWithChildren: (shape) => ({
    kind: 'object',
    fields: [...fieldsOf(shape), { name: 'children', shape: { kind: 'text' }, optional: true, preset: undefined }],
  }),
  NonNullable: (shape) => unionOf(membersOf(shape).filter(({ kind }) => kind !== 'null' && kind !== 'undefined')),
  Exclude: (shape, left) => unionOf(membersOf(shape).filter((member) => !isAmong(member, left))),
  Extract: (shape, kept) => unionOf(membersOf(shape).filter((member) => isAmong(member, kept))),
  Partial: (shape) => withFields(shape, (field) => [{ ...field, optional: true }]),
  Required: (shape) => withFields(shape, (field) => [{ ...field, optional: false }]),
  Pick: (shape, names) => withFields(shape, (field) => (isNamed(field, names) ? [field] : [])),
  Omit: (shape, names) => withFields(shape, (field) => (isNamed(field, names) ? [] : [field])),
  Record: (key, item) => {
    const names = membersOf(key).flatMap((member) => (member.kind === 'literal' ? [String(member.value)] : []));
    if (names.length === 0) return { kind: 'record', item };
    const fields = names.map((name) => ({ name, shape: item, optional: false, preset: undefined }));
    return { kind: 'object', fields };
  },
  // Of what is shown
  ReactNode: text,
  ReactElement: text,
  ReactChild: text,
  Element: text,
  VNode: text,
  VNodeChild: text,
  Snippet: always({ kind: 'snippet' }),
  // A component that shows nothing is a function that does nothing.
  ComponentType: nothing,
  ElementType: nothing,
  FC: nothing,
  FunctionComponent: nothing,
  Component: nothing,
  LucideIcon: nothing,
  CSSProperties: always({ kind: 'object', fields: [] }),
  StyleValue: always({ kind: 'object', fields: [] }),
};

function membersOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'union' ? shape.members : [shape];
}

function isAmong(shape: Shape, others: Shape): boolean {
  return membersOf(others).some((other) => JSON.stringify(other) === JSON.stringify(shape));
}

function isNamed({ name }: Field, names: Shape): boolean {
  return isAmong({ kind: 'literal', value: name }, names);
}

/** An object, or each object of a union, with other fields. */
function withFields(shape: Shape, change: (field: Field) => readonly Field[]): Shape {
  if (shape.kind === 'union') return unionOf(shape.members.map((member) => withFields(member, change)));
  return shape.kind === 'object' ? { kind: 'object', fields: shape.fields.flatMap(change) } : shape;
}
