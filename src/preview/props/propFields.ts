import type { JsonValue } from '../../core/jsonValue.ts';
import type { Script } from './script.ts';
import type { Scripts } from './scripts.ts';
import { type Field, fieldOf, unknownShape } from './shape.ts';
import { type Expression, keyName, type ObjectPattern } from './syntax.ts';
import type { Scope, TypeReader } from './typeReader.ts';
import { usedShape } from './usedShape.ts';
import { valueShape } from './valueShape.ts';
import { writtenValue } from './writtenValue.ts';

/** What finding a component's props takes. */
export interface PropsSearch {
  readonly script: Script;
  readonly scripts: Scripts;
  readonly types: TypeReader;
  /** The file's own names. */
  readonly scope: Scope;
}

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

/** Fields of names whose types are not written: by their defaults, or guessed by how they are called. */
export function fieldsTaken(names: readonly Taken[], search: PropsSearch): readonly Field[] {
  return names.map(({ name, preset }) => {
    const shape = preset === null ? unknownShape : valueShape(preset, (type) => search.types.read(type, search.scope));
    const isVague =
      shape.kind === 'unknown' || shape.kind === 'null' || (shape.kind === 'array' && shape.item.kind === 'unknown');
    const field = fieldOf(name, isVague ? usedShape(name, search.script.source) : shape, preset !== null);
    return { ...field, preset: preset === null ? undefined : writtenValue(preset, search.script, search.scripts) };
  });
}

/** Fields with what the component takes where nothing is given; those are optional then. */
export function withPresets(
  fields: readonly Field[],
  presets: readonly Taken[],
  { script, scripts }: PropsSearch,
): readonly Field[] {
  const written = new Map<string, JsonValue | undefined>();
  for (const { name, preset } of presets) if (preset !== null) written.set(name, writtenValue(preset, script, scripts));
  return fields.map((field) =>
    written.has(field.name) ? { ...field, optional: true, preset: written.get(field.name) } : field,
  );
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
