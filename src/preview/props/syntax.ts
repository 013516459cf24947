import { babelParse } from 'vue/compiler-sfc';

type File = ReturnType<typeof babelParse>;

/** A statement of a script, as `@babel/parser` reads it. */
export type Statement = File['program']['body'][number];
/** A statement of one kind. */
export type StatementOf<Type extends Statement['type']> = Extract<Statement, { readonly type: Type }>;
/** A value. */
export type Expression = StatementOf<'ExpressionStatement'>['expression'];
/** A value of one kind. */
export type ExpressionOf<Type extends Expression['type']> = Extract<Expression, { readonly type: Type }>;
/** A type. */
export type TypeNode = StatementOf<'TSTypeAliasDeclaration'>['typeAnnotation'];
/** A type of one kind. */
export type TypeNodeOf<Type extends TypeNode['type']> = Extract<TypeNode, { readonly type: Type }>;
/** A member of an interface or of an object's type. */
export type TypeMember = TypeNodeOf<'TSTypeLiteral'>['members'][number];
/** What a function takes. */
export type Parameter = StatementOf<'FunctionDeclaration'>['params'][number];
/** Names taken out of an object. */
export type ObjectPattern = Extract<Parameter, { readonly type: 'ObjectPattern' }>;
/** One `name = value` of a `const`. */
export type Declarator = StatementOf<'VariableDeclaration'>['declarations'][number];
/** What a name is written with in a type: `Props`, `React.FC`. */
export type TypeName = TypeNodeOf<'TSTypeReference'>['typeName'];

/** The statements of a script, TypeScript or not; as many as can be read while it is half-written, none at worst. */
export function readStatements(text: string, hasElements: boolean): readonly Statement[] {
  try {
    const plugins = hasElements ? (['typescript', 'jsx', 'decorators-legacy'] as const) : (['typescript'] as const);
    return babelParse(text, { sourceType: 'module', errorRecovery: true, plugins: [...plugins] }).program.body;
  } catch {
    return [];
  }
}

/** A type that is written as such within something else, e.g. a comment; null for what is none. */
export function readType(text: string): TypeNode | null {
  const [alias] = readStatements(`type Written = ${text}`, false);
  return alias?.type === 'TSTypeAliasDeclaration' ? alias.typeAnnotation : null;
}

/** What a property is called; null for a computed name. */
export function keyName(key: { readonly type: string }, isComputed = false): string | null {
  if (isComputed) return null;
  if ('name' in key && typeof key.name === 'string') return key.name;
  return 'value' in key && (typeof key.value === 'string' || typeof key.value === 'number') ? String(key.value) : null;
}

/** The type after a colon; null where there is none. */
export function annotationOf(node: object): TypeNode | null {
  const annotation = 'typeAnnotation' in node ? (node.typeAnnotation as Annotation | null | undefined) : null;
  return annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : null;
}

type Annotation = NonNullable<StatementOf<'FunctionDeclaration'>['returnType']> & { readonly typeAnnotation: TypeNode };

/** A value without what only types need: `x as T`, `x satisfies T`, `x!`, `(x)`. */
export function bareExpression(expression: Expression): Expression {
  switch (expression.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return bareExpression(expression.expression);
    default:
      return expression;
  }
}

/** A value's function: the arrow or the function itself. */
export function isFunction(
  expression: Expression,
): expression is ExpressionOf<'ArrowFunctionExpression'> | ExpressionOf<'FunctionExpression'> {
  return expression.type === 'ArrowFunctionExpression' || expression.type === 'FunctionExpression';
}
