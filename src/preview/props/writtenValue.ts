import type { JsonValue } from '../../core/jsonValue.ts';
import type { Script } from './script.ts';
import type { Scripts } from './scripts.ts';
import { bareExpression, type Expression, type ExpressionOf, keyName } from './syntax.ts';

/** Values that are written deeper than that are not read. */
const deepest = 8;

/** The value of JSON that is written there, names of the file's own constants followed; undefined for what is none. */
export function writtenValue(
  expression: Expression,
  script: Script,
  scripts: Scripts,
  depth = 0,
): JsonValue | undefined {
  if (depth > deepest) return undefined;
  const read = (inner: Expression) => writtenValue(inner, script, scripts, depth + 1);
  const bare = bareExpression(expression);
  switch (bare.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return bare.value;
    case 'NullLiteral':
      return null;
    case 'TemplateLiteral':
      return bare.expressions.length === 0 ? (bare.quasis[0]?.value.cooked ?? undefined) : undefined;
    case 'UnaryExpression': {
      const value = bare.operator === '-' ? read(bare.argument) : undefined;
      return typeof value === 'number' ? -value : undefined;
    }
    case 'ArrayExpression': {
      const items = bare.elements.map((item) => (item && item.type !== 'SpreadElement' ? read(item) : undefined));
      return items.includes(undefined) ? undefined : (items as readonly JsonValue[]);
    }
    case 'ObjectExpression':
      return writtenObject(bare, read);
    case 'ArrowFunctionExpression':
      // Vue's defaults of objects and arrays: `() => []`.
      return bare.params.length > 0 || bare.body.type === 'BlockStatement' ? undefined : read(bare.body);
    case 'Identifier': {
      const place = scripts.find(bare.name, script);
      const isValue = place?.declaration.type === 'VariableDeclarator' && place.declaration.init;
      return isValue ? writtenValue(isValue, place.script, scripts, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** A property of an object that is written out, by its name; null where there is none of the name. */
export function writtenProperty(object: ExpressionOf<'ObjectExpression'>, name: string): Expression | null {
  for (const property of object.properties) {
    if (property.type !== 'ObjectProperty' || keyName(property.key, property.computed) !== name) continue;
    return property.value as Expression;
  }
  return null;
}

function writtenObject(
  object: ExpressionOf<'ObjectExpression'>,
  read: (inner: Expression) => JsonValue | undefined,
): JsonValue | undefined {
  const entries: [string, JsonValue][] = [];
  for (const property of object.properties) {
    const name = property.type === 'ObjectProperty' ? keyName(property.key, property.computed) : null;
    const value = property.type === 'ObjectProperty' ? read(property.value as Expression) : undefined;
    if (name === null || value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
