import { presetShape } from './presetShape.ts';
import type { PropsSearch } from './propsSearch.ts';
import { type Field, fieldOf, type Shape } from './shape.ts';
import { type Expression, keyName, type ObjectPattern } from './syntax.ts';
import { knownUse, usedShape } from './usedShape.ts';
import { writtenValue } from './writtenValue.ts';

/** What is known of the props of a component. */
export interface PropsFound {
  readonly fields: readonly Field[];
  /** Whether the component takes props at all, understood or not. */
  readonly takesProps: boolean;
}

/** A component without props. */
export const noProps: PropsFound = { fields: [], takesProps: false };

/** One name of `{ title = 'Orders' }`. */
interface Taken {
  readonly name: string;
  readonly preset: Expression | null;
}

/** The names that are taken out of the props, those of `...rest` left out. */
export function takenNames(pattern: ObjectPattern): readonly Taken[] {
  return pattern.properties.flatMap((property) => {
    if (property.type !== 'ObjectProperty') return [];
    const name = keyName(property.key, property.computed);
    const { value } = property;
    if (name === null) return [];
    return [{ name, preset: value.type === 'AssignmentPattern' ? presetOf(value.right) : null }];
  });
}

/** Fields of names whose types are not written: by their defaults, by how they are used, or by how they are called. */
export function fieldsTaken(names: readonly Taken[], search: PropsSearch): readonly Field[] {
  return names.map(({ name, preset }) => {
    const { source } = search.script;
    const shape = preset === null ? usedShape(name, source) : refined(presetShape(preset, search), name, source);
    const field = fieldOf(name, shape, preset !== null);
    return { ...field, preset: preset === null ? undefined : writtenValue(preset, search.script, search.scripts) };
  });
}

/** Fields with what the component takes where nothing is given; those are optional then. */
export function withPresets(
  fields: readonly Field[],
  presets: readonly Taken[],
  search: PropsSearch,
): readonly Field[] {
  const given = new Map(presets.flatMap(({ name, preset }) => (preset === null ? [] : [[name, preset] as const])));
  return fields.map((field) => {
    const preset = given.get(field.name);
    if (preset === undefined) return field;
    // A type that is not understood says less than the default does.
    const shape = isVague(field.shape) ? clearer(presetShape(preset, search), field.shape) : field.shape;
    return { ...field, shape, optional: true, preset: writtenValue(preset, search.script, search.scripts) };
  });
}

/** Whether a shape says too little to make anything up by it. */
function isVague(shape: Shape): boolean {
  return shape.kind === 'unknown' || (shape.kind === 'array' && shape.item.kind === 'unknown');
}

/** A default's shape, and what it leaves open by the use; what neither tells stays unknown, so that the default is taken. */
function refined(shape: Shape, name: string, source: string): Shape {
  // What is nothing at first may become anything.
  if (shape.kind === 'null') return usedShape(name, source);
  return isVague(shape) ? clearer(knownUse(name, source) ?? shape, shape) : shape;
}

/** The first shape, unless it is no list where the second one is. */
function clearer(shape: Shape, vague: Shape): Shape {
  return vague.kind === 'array' && shape.kind !== 'array' ? vague : shape;
}

/** The entries of an object that is written out, as defaults. */
export function presetsOf(value: Expression | null | undefined): readonly Taken[] {
  if (value?.type !== 'ObjectExpression') return [];
  return value.properties.flatMap((property) => {
    const name = property.type === 'ObjectProperty' ? keyName(property.key, property.computed) : null;
    return property.type === 'ObjectProperty' && name !== null ? [{ name, preset: property.value as Expression }] : [];
  });
}

/** The default within `$bindable(x)`; null for `undefined`. */
function presetOf(value: Expression): Expression | null {
  if (value.type === 'CallExpression' && value.callee.type === 'Identifier' && value.callee.name === '$bindable') {
    const [first] = value.arguments;
    return first === undefined || first.type === 'SpreadElement' ? null : presetOf(first as Expression);
  }
  return value.type === 'Identifier' && value.name === 'undefined' ? null : value;
}
