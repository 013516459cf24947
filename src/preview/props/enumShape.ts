import { type Shape, unionOf } from './shape.ts';
import { bareExpression, keyName, type StatementOf } from './syntax.ts';

/** The members of an enumeration, those without a value counted on from the one before. */
export function enumValues(members: StatementOf<'TSEnumDeclaration'>['members']) {
  let next = 0;
  return members.map(({ id, initializer }) => {
    const written = initializer ? bareExpression(initializer) : null;
    const given = written?.type === 'StringLiteral' || written?.type === 'NumericLiteral' ? written.value : null;
    const value = given ?? next;
    next = typeof value === 'number' ? value + 1 : next + 1;
    return { name: keyName(id), value };
  });
}

/** Any of an enumeration's values. */
export function enumShape({ members }: StatementOf<'TSEnumDeclaration'>): Shape {
  return unionOf(enumValues(members).map(({ value }) => ({ kind: 'literal', value })));
}
