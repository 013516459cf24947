import { fieldOf, type Shape, unionOf, unknownShape } from './shape.ts';
import { type Expression, keyName, type TypeNode } from './syntax.ts';

/** The shape of values like one that is written there, e.g. a default. */
export function valueShape(value: Expression, typed: (type: TypeNode) => Shape, isConstant = false): Shape {
  const inner = (expression: Expression) => valueShape(expression, typed, isConstant);
  switch (value.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      if (isConstant) return { kind: 'literal', value: value.value };
      return {
        kind: value.type === 'StringLiteral' ? 'string' : value.type === 'NumericLiteral' ? 'number' : 'boolean',
      };
    case 'TemplateLiteral':
      return { kind: 'string' };
    case 'UnaryExpression':
      return { kind: value.operator === '!' ? 'boolean' : 'number' };
    case 'NullLiteral':
      return { kind: 'null' };
    case 'ArrayExpression': {
      const items = value.elements.flatMap((item) => (item && item.type !== 'SpreadElement' ? [inner(item)] : []));
      if (isConstant) return { kind: 'tuple', items };
      return { kind: 'array', item: items.length === 0 ? unknownShape : unionOf(items) };
    }
    case 'ObjectExpression': {
      const fields = value.properties.flatMap((property) => {
        const name = property.type === 'SpreadElement' ? null : keyName(property.key, property.computed);
        if (name === null || property.type === 'SpreadElement') return [];
        const shape: Shape =
          property.type === 'ObjectMethod' ? { kind: 'function', gives: true } : inner(property.value as Expression);
        return [fieldOf(name, shape, false)];
      });
      return { kind: 'object', fields };
    }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return { kind: 'function', gives: value.body.type !== 'BlockStatement' };
    case 'NewExpression':
      return value.callee.type === 'Identifier' && value.callee.name === 'Date' ? { kind: 'date' } : unknownShape;
    case 'JSXElement':
    case 'JSXFragment':
      return { kind: 'text' };
    case 'TSAsExpression':
    case 'TSTypeAssertion': {
      const { typeAnnotation } = value;
      const isConst =
        typeAnnotation.type === 'TSTypeReference' &&
        typeAnnotation.typeName.type === 'Identifier' &&
        typeAnnotation.typeName.name === 'const';
      return isConst ? valueShape(value.expression, typed, true) : typed(typeAnnotation);
    }
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return inner(value.expression);
    default:
      return unknownShape;
  }
}
