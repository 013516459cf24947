import type { PropsSearch } from './propsSearch.ts';
import { type Field, fieldOf, type Shape, unionOf, unknownShape } from './shape.ts';
import { type Expression, keyName } from './syntax.ts';
import { writtenValue } from './writtenValue.ts';

/** Fields of `Component.propTypes = { … }`. */
export function propTypeFields(written: Expression | null, search: PropsSearch): readonly Field[] {
  if (written?.type !== 'ObjectExpression') return [];
  return written.properties.flatMap((property) => {
    const name = property.type === 'ObjectProperty' ? keyName(property.key, property.computed) : null;
    if (property.type !== 'ObjectProperty' || name === null) return [];
    const { value } = property;
    const isRequired = value.type === 'MemberExpression' && lastName(value) === 'isRequired';
    return [fieldOf(name, propType(value as Expression, search), !isRequired)];
  });
}

function propType(written: Expression, search: PropsSearch): Shape {
  if (written.type === 'MemberExpression') {
    if (lastName(written) === 'isRequired' && written.object.type !== 'Super') return propType(written.object, search);
    return simple[lastName(written) ?? ''] ?? unknownShape;
  }
  if (written.type === 'Identifier') return simple[written.name] ?? unknownShape;
  if (written.type !== 'CallExpression') return unknownShape;
  const [first] = written.arguments;
  const name = written.callee.type === 'Identifier' ? written.callee.name : lastName(written.callee);
  if (first === undefined || first.type === 'SpreadElement') return unknownShape;
  const given = first as Expression;
  const listed = given.type === 'ArrayExpression' ? given.elements : [];
  switch (name) {
    case 'arrayOf':
      return { kind: 'array', item: propType(given, search) };
    case 'objectOf':
      return { kind: 'record', item: propType(given, search) };
    case 'shape':
    case 'exact':
      return { kind: 'object', fields: propTypeFields(given, search) };
    case 'oneOfType':
      return unionOf(
        listed.map((item) => (item && item.type !== 'SpreadElement' ? propType(item, search) : unknownShape)),
      );
    case 'oneOf': {
      const values = writtenValue(given, search.script, search.scripts);
      const literals = Array.isArray(values) ? values.filter((value) => typeof value !== 'object') : [];
      return unionOf(literals.map((value): Shape => ({ kind: 'literal', value })));
    }
    case 'instanceOf':
      return given.type === 'Identifier' && given.name === 'Date' ? { kind: 'date' } : unknownShape;
    default:
      return unknownShape;
  }
}

const simple: Readonly<Record<string, Shape>> = {
  string: { kind: 'string' },
  number: { kind: 'number' },
  bigint: { kind: 'number' },
  bool: { kind: 'boolean' },
  func: { kind: 'function', gives: false },
  node: { kind: 'text' },
  element: { kind: 'text' },
  elementType: { kind: 'function', gives: true },
  array: { kind: 'array', item: unknownShape },
  object: { kind: 'object', fields: [] },
};

function lastName(node: Expression | { readonly type: string }): string | null {
  return 'property' in node && node.property !== null ? keyName(node.property as { readonly type: string }) : null;
}
