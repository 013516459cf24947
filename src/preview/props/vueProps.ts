import { defaultExport } from './declarations.ts';
import { presetShape } from './presetShape.ts';
import { fieldsTaken, noProps, type PropsFound, presetsOf, takenNames, withPresets } from './propFields.ts';
import type { PropsSearch } from './propsSearch.ts';
import { type Field, fieldOf, fieldsOf, type Shape, unionOf, unknownShape } from './shape.ts';
import {
  bareExpression,
  type Expression,
  type ExpressionOf,
  keyName,
  type Statement,
  type TypeNode,
} from './syntax.ts';
import { usedShape } from './usedShape.ts';
import { writtenProperty, writtenValue } from './writtenValue.ts';

type Call = ExpressionOf<'CallExpression'>;

/** The props of a Vue component: of its macros, or of its `props` option. */
export function vueProps(search: PropsSearch): PropsFound {
  const fields: Field[] = [];
  for (const { call, taken } of search.script.statements.flatMap(callsIn)) {
    const name = calleeOf(call);
    if (name === 'defineProps' || name === 'withDefaults') {
      const typed = macroFields(call, search);
      const others = [...taken, ...defaultsOf(call)].filter((each) => typed.every((field) => field.name !== each.name));
      // What a package's type declares, as far as it has a name here.
      fields.push(...withPresets(typed, taken, search), ...fieldsTaken(others, search));
    } else if (name === 'defineModel') fields.push(modelField(call, search));
  }
  if (fields.length > 0) return { fields, takesProps: true };
  const options = optionsOf(search);
  const written = options === null ? null : writtenProperty(options, 'props');
  if (written === null) return noProps;
  return { fields: runtimeFields(bareExpression(written), search), takesProps: true };
}

interface MacroCall {
  readonly call: Call;
  /** The names that are taken out of the props with their defaults. */
  readonly taken: ReturnType<typeof takenNames>;
}

function callsIn(statement: Statement): readonly MacroCall[] {
  if (statement.type === 'ExpressionStatement') {
    return statement.expression.type === 'CallExpression' ? [{ call: statement.expression, taken: [] }] : [];
  }
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) => {
    const taken = id.type === 'ObjectPattern' ? takenNames(id) : [];
    if (init?.type !== 'CallExpression') return [];
    // `toRefs(defineProps<Props>())`
    const [inner] = init.arguments;
    return inner?.type === 'CallExpression' && calleeOf(inner) === 'defineProps' && calleeOf(init) !== 'withDefaults'
      ? [{ call: inner, taken }]
      : [{ call: init, taken }];
  });
}

function macroFields(call: Call, search: PropsSearch): readonly Field[] {
  const [first] = call.arguments;
  if (calleeOf(call) === 'withDefaults') {
    const fields = first?.type === 'CallExpression' ? macroFields(first, search) : [];
    return withPresets(fields, defaultsOf(call), search);
  }
  const type = typeParameter(call);
  if (type !== null) return fieldsOf(search.types.read(type, search.scope));
  return first === undefined ? [] : runtimeFields(bareExpression(first as Expression), search);
}

/** What `withDefaults` names. */
function defaultsOf(call: Call): ReturnType<typeof presetsOf> {
  const presets = calleeOf(call) === 'withDefaults' ? presetsOf(call.arguments[1] as Expression | undefined) : [];
  return presets.map(({ name, preset }) => ({ name, preset: preset === null ? null : madeValue(preset) }));
}

/** `defineModel<string>('title', { default: '' })` */
function modelField(call: Call, search: PropsSearch): Field {
  const [first, second] = call.arguments;
  const name = first?.type === 'StringLiteral' ? first.value : 'modelValue';
  const options = first?.type === 'StringLiteral' ? second : first;
  const type = typeParameter(call);
  const written = runtimeField(name, options?.type === 'ObjectExpression' ? options : null, search);
  return type === null ? written : { ...written, shape: search.types.read(type, search.scope) };
}

/** `['title', 'rows']` or `{ title: String, rows: { type: Array, default: () => [] } }`. */
function runtimeFields(written: Expression, search: PropsSearch): readonly Field[] {
  if (written.type === 'ArrayExpression') {
    return written.elements.flatMap((item) =>
      item?.type === 'StringLiteral' ? [fieldOf(item.value, usedShape(item.value, search.script.source), true)] : [],
    );
  }
  if (written.type === 'Identifier') {
    const place = search.scripts.find(written.name, search.script);
    const value = place?.declaration.type === 'VariableDeclarator' ? place.declaration.init : null;
    return value ? runtimeFields(bareExpression(value), search) : [];
  }
  if (written.type !== 'ObjectExpression') return [];
  return written.properties.flatMap((property) => {
    const name = property.type === 'ObjectProperty' ? keyName(property.key, property.computed) : null;
    return property.type === 'ObjectProperty' && name !== null
      ? [runtimeField(name, property.value as Expression, search)]
      : [];
  });
}

function runtimeField(name: string, written: Expression | null, search: PropsSearch): Field {
  if (written?.type !== 'ObjectExpression') {
    return fieldOf(
      name,
      written === null ? usedShape(name, search.script.source) : runtimeShape(name, written, search),
      true,
    );
  }
  const type = writtenProperty(written, 'type');
  const required = writtenProperty(written, 'required');
  const preset = writtenProperty(written, 'default');
  const isRequired = required?.type === 'BooleanLiteral' && required.value;
  const typed = type === null ? usedShape(name, search.script.source) : runtimeShape(name, type, search);
  const field = fieldOf(name, preset === null ? typed : presetOr(typed, preset, type, search), !isRequired);
  return { ...field, preset: preset === null ? undefined : writtenValue(preset, search.script, search.scripts) };
}

/** What a default's value tells where the type says no more than that it is a list or an object, or nothing. */
function presetOr(typed: Shape, preset: Expression, type: Expression | null, search: PropsSearch): Shape {
  if (type !== null && !(type.type === 'Identifier' && /^(?:Array|Object)$/.test(type.name))) return typed;
  const shape = presetShape(madeValue(preset), search);
  const isTold =
    shape.kind === 'array' ? shape.item.kind !== 'unknown' : shape.kind === 'object' && shape.fields.length > 0;
  return isTold || (type === null && shape.kind !== 'unknown' && shape.kind !== 'array' && shape.kind !== 'null')
    ? shape
    : typed;
}

/** Defaults that are lists or objects are made anew for each component: what `() => []` gives. */
function madeValue(preset: Expression): Expression {
  return preset.type === 'ArrowFunctionExpression' && preset.body.type !== 'BlockStatement' ? preset.body : preset;
}

/** `String`, `[String, Number]`, `Array as PropType<Row[]>`. */
function runtimeShape(name: string, written: Expression, search: PropsSearch): Shape {
  if (written.type === 'TSAsExpression') {
    const { typeAnnotation } = written;
    // `Object as () => Row`
    const shape = search.types.read(typeAnnotation, search.scope);
    const gives = typeAnnotation.type === 'TSFunctionType' ? typeAnnotation.typeAnnotation : null;
    return gives?.type === 'TSTypeAnnotation' ? search.types.read(gives.typeAnnotation, search.scope) : shape;
  }
  if (written.type === 'ArrayExpression') {
    return unionOf(
      written.elements.map((item) =>
        item && item.type !== 'SpreadElement' ? runtimeShape(name, item, search) : unknownShape,
      ),
    );
  }
  if (written.type === 'NullLiteral') return usedShape(name, search.script.source);
  if (written.type !== 'Identifier') return unknownShape;
  const guess = usedShape(name, search.script.source);
  switch (written.name) {
    case 'String':
      return { kind: 'string' };
    case 'Number':
      return { kind: 'number' };
    case 'Boolean':
      return { kind: 'boolean' };
    case 'Date':
      return { kind: 'date' };
    case 'Function':
      return { kind: 'function', gives: !/^on[A-Z]/.test(name) };
    case 'Array':
      return guess.kind === 'array' ? guess : { kind: 'array', item: unknownShape };
    case 'Object':
      return guess.kind === 'object' ? guess : { kind: 'object', fields: [] };
    default:
      return unknownShape;
  }
}

function optionsOf({ script }: PropsSearch): ExpressionOf<'ObjectExpression'> | null {
  const exported = defaultExport(script);
  const value = exported?.type === 'CallExpression' ? exported.arguments[0] : exported;
  return value?.type === 'ObjectExpression' ? value : null;
}

function typeParameter(call: Call): TypeNode | null {
  const { typeParameters: given } = call;
  return given?.type === 'TSTypeParameterInstantiation' ? (given.params[0] ?? null) : null;
}

function calleeOf({ callee }: Call): string | null {
  return callee.type === 'Identifier' ? callee.name : null;
}
