import { type Declaration, importOf } from './declarations.ts';
import { enumShape, enumValues } from './enumShape.ts';
import { libraryType } from './libraryTypes.ts';
import type { Script } from './script.ts';
import type { Place, Scripts } from './scripts.ts';
import { type Field, fieldOf, fieldsOf, overlaidFields, type Shape, sizeUpTo, unionOf, unknownShape } from './shape.ts';
import { intersectionOf, namesOf, partOf } from './shapeParts.ts';
import {
  annotationOf,
  keyName,
  type StatementOf,
  type TypeMember,
  type TypeName,
  type TypeNode,
  type TypeNodeOf,
} from './syntax.ts';
import { valueShape } from './valueShape.ts';

/** So many types are read for one component, those within others counted with them; what comes after is left. */
const mostTypes = 6000;
/** How often a type is read within itself, and how deep types are read. */
const mostNestings = 2;
const deepest = 30;
const deepestNodes = 200;

/** Where a type is written. */
export interface Scope {
  readonly script: Script;
  /** What type parameters stand for. */
  readonly bound: ReadonlyMap<string, Shape>;
  /** The declarations that are being read. */
  readonly trail: readonly Declaration[];
}

/** Reads types of TypeScript as shapes. */
export class TypeReader {
  readonly #scripts: Scripts;
  #left = mostTypes;
  #depth = 0;

  constructor(scripts: Scripts) {
    this.#scripts = scripts;
  }

  /** The shape of a type's values. */
  read(type: TypeNode, scope: Scope): Shape {
    this.#left -= 1;
    if (this.#left < 0 || this.#depth > deepestNodes || scope.trail.length > deepest) return { kind: 'endless' };
    this.#depth += 1;
    const shape = this.#read(type, scope);
    this.#depth -= 1;
    return shape;
  }

  #read(type: TypeNode, scope: Scope): Shape {
    const read = (inner: TypeNode) => this.read(inner, scope);
    switch (type.type) {
      case 'TSStringKeyword':
        return { kind: 'string' };
      case 'TSNumberKeyword':
      case 'TSBigIntKeyword':
        return { kind: 'number' };
      case 'TSBooleanKeyword':
      case 'TSTypePredicate':
        return { kind: 'boolean' };
      case 'TSNullKeyword':
        return { kind: 'null' };
      case 'TSUndefinedKeyword':
      case 'TSVoidKeyword':
      case 'TSNeverKeyword':
        return { kind: 'undefined' };
      case 'TSLiteralType':
        return this.#literal(type, scope);
      case 'TSArrayType':
        return { kind: 'array', item: read(type.elementType) };
      case 'TSTupleType':
        return this.#tuple(type, scope);
      case 'TSParenthesizedType':
      case 'TSOptionalType':
        return read(type.typeAnnotation);
      case 'TSRestType':
        return read(type.typeAnnotation);
      case 'TSTypeOperator':
        return type.operator === 'keyof' ? namesOf(read(type.typeAnnotation)) : read(type.typeAnnotation);
      case 'TSUnionType':
        return unionOf(type.types.map(read));
      case 'TSIntersectionType':
        return intersectionOf(type.types.map(read));
      case 'TSFunctionType':
      case 'TSConstructorType':
        return { kind: 'function', gives: givesAnything(type) };
      case 'TSTypeLiteral':
        return this.#members(type.members, scope);
      case 'TSMappedType':
        return this.#mapped(type, scope);
      case 'TSIndexedAccessType':
        return partOf(read(type.objectType), read(type.indexType));
      case 'TSTypeQuery':
        return type.exprName.type === 'Identifier' ? this.#value(type.exprName.name, scope) : unknownShape;
      case 'TSTypeReference':
        return this.#reference(type.typeName, type.typeParameters?.params ?? [], scope);
      case 'TSImportType':
        return this.#imported(type, scope);
      default:
        return unknownShape;
    }
  }

  /** The shape of what a name of a script declares, with nothing given for its type parameters. */
  declared(place: Place): Shape {
    return this.#declared(place, [], { script: place.script, bound: new Map(), trail: [] });
  }

  #declared({ declaration, script }: Place, parameters: readonly Shape[], before: Scope): Shape {
    if (before.trail.filter((read) => read === declaration).length >= mostNestings) return { kind: 'endless' };
    const trail = [...before.trail, declaration];
    const scope = { script, bound: this.bind(declaration, parameters, { ...before, script }), trail };
    switch (declaration.type) {
      case 'TSTypeAliasDeclaration':
        return this.read(declaration.typeAnnotation, scope);
      case 'TSInterfaceDeclaration': {
        const bases = (declaration.extends ?? []).map(({ expression, typeParameters }) =>
          this.#reference(expression, typeParameters?.params ?? [], scope),
        );
        const own = this.#members(declaration.body.body, scope);
        const inherited = bases.flatMap(fieldsOf);
        return own.kind === 'object' ? { kind: 'object', fields: overlaidFields(inherited, own.fields) } : own;
      }
      case 'TSEnumDeclaration':
        return enumShape(declaration);
      case 'ClassDeclaration': {
        const fields = declaration.body.body.flatMap((member) => {
          const name = member.type === 'ClassProperty' ? keyName(member.key, member.computed) : null;
          const type = member.type === 'ClassProperty' ? annotationOf(member) : null;
          return name === null || type === null ? [] : [fieldOf(name, this.read(type, scope), false)];
        });
        return { kind: 'object', fields };
      }
      default:
        return unknownShape;
    }
  }

  /** What a declaration's own type parameters stand for: what is given, else their defaults, else what they extend. */
  bind(declaration: object, given: readonly Shape[], scope: Scope): ReadonlyMap<string, Shape> {
    const bound = new Map<string, Shape>();
    const list = 'typeParameters' in declaration ? (declaration.typeParameters as TypeParameters | null) : null;
    if (list?.type !== 'TSTypeParameterDeclaration') return bound;
    list.params.forEach(({ name, default: standard, constraint }, index) => {
      const written = standard ?? constraint;
      const inner = { ...scope, bound: new Map([...scope.bound, ...bound]) };
      const fallback = () => (written ? this.read(written, inner) : anyRow);
      const shape = given[index] ?? fallback();
      bound.set(typeof name === 'string' ? name : '', shape.kind === 'unknown' ? anyRow : shape);
    });
    return bound;
  }

  #reference(
    name: TypeName | StatementOf<'ExpressionStatement'>['expression'],
    parameters: readonly TypeNode[],
    scope: Scope,
  ): Shape {
    const given = parameters.map((parameter) => this.read(parameter, scope));
    const shape = this.#named(name, given, scope);
    // A few short types can stand for one of any size, each name in them for twice the one before.
    this.#left -= sizeUpTo(shape, this.#left);
    return this.#left < 0 ? { kind: 'endless' } : shape;
  }

  #named(
    name: TypeName | StatementOf<'ExpressionStatement'>['expression'],
    given: readonly Shape[],
    scope: Scope,
  ): Shape {
    if (name.type === 'Identifier') {
      const bound = scope.bound.get(name.name);
      if (bound !== undefined) return bound;
      const place = this.#scripts.find(name.name, scope.script);
      return place === null ? libraryType(name.name, given) : this.#declared(place, given, scope);
    }
    if (name.type !== 'TSQualifiedName' || name.left.type !== 'Identifier') return unknownShape;
    const { left, right } = name;
    const whole = this.#scripts.find(left.name, scope.script);
    if (whole?.declaration.type === 'TSEnumDeclaration') {
      const value = enumValues(whole.declaration.members).find((member) => member.name === right.name)?.value;
      return value === undefined ? unknownShape : { kind: 'literal', value };
    }
    const origin = importOf(scope.script, left.name);
    const place =
      origin?.name === '*' ? this.#scripts.findIn({ source: origin.source, name: right.name }, scope.script) : null;
    return place === null ? libraryType(right.name, given) : this.#declared(place, given, scope);
  }

  #imported(type: TypeNodeOf<'TSImportType'>, scope: Scope): Shape {
    const { argument, qualifier, typeParameters } = type;
    if (qualifier?.type !== 'Identifier') return unknownShape;
    const source = 'value' in argument && typeof argument.value === 'string' ? argument.value : '';
    const place = this.#scripts.findIn({ source, name: qualifier.name }, scope.script);
    const given = (typeParameters?.params ?? []).map((parameter) => this.read(parameter, scope));
    return place === null ? libraryType(qualifier.name, given) : this.#declared(place, given, scope);
  }

  #members(members: readonly TypeMember[], scope: Scope): Shape {
    const fields: Field[] = [];
    for (const member of members) {
      const type = annotationOf(member);
      if (member.type === 'TSIndexSignature' && members.length === 1) {
        return { kind: 'record', item: type === null ? unknownShape : this.read(type, scope) };
      }
      if (member.type === 'TSCallSignatureDeclaration') return { kind: 'function', gives: givesAnything(member) };
      if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue;
      const name = keyName(member.key, member.computed);
      if (name === null) continue;
      const isMethod = member.type === 'TSMethodSignature';
      const property = () => (type === null ? unknownShape : this.read(type, scope));
      const shape: Shape = isMethod ? { kind: 'function', gives: givesAnything(member) } : property();
      fields.push(fieldOf(name, shape, member.optional === true));
    }
    return { kind: 'object', fields };
  }

  #tuple({ elementTypes }: TypeNodeOf<'TSTupleType'>, scope: Scope): Shape {
    const items = elementTypes.map((item) => (item.type === 'TSNamedTupleMember' ? item.elementType : item));
    const [only] = items;
    if (items.length === 1 && only?.type === 'TSRestType') return this.read(only, scope);
    return {
      kind: 'tuple',
      items: items.filter(({ type }) => type !== 'TSRestType').map((item) => this.read(item, scope)),
    };
  }

  #literal({ literal }: TypeNodeOf<'TSLiteralType'>, scope: Scope): Shape {
    if (literal.type === 'TemplateLiteral') {
      const { quasis, expressions } = literal;
      const parts = quasis.map(({ value }, index) => {
        const hole = expressions[index] as TypeNode | undefined;
        const shape = hole === undefined ? null : this.read(hole, scope);
        const first = shape?.kind === 'union' ? shape.members[0] : shape;
        const filled = first?.kind === 'literal' ? String(first.value) : first?.kind === 'number' ? '16' : 'a';
        return value.raw + (first == null ? '' : filled);
      });
      return { kind: 'literal', value: parts.join('') };
    }
    return valueShape(literal, () => unknownShape, literal.type !== 'UnaryExpression');
  }

  #mapped(type: TypeNodeOf<'TSMappedType'>, scope: Scope): Shape {
    const { constraint, name } = type.typeParameter;
    const keys = constraint ? this.read(constraint, scope) : unknownShape;
    const members = keys.kind === 'union' ? keys.members : [keys];
    const value = (key: Shape) => {
      const bound = new Map([...scope.bound, [typeof name === 'string' ? name : '', key] as const]);
      return type.typeAnnotation ? this.read(type.typeAnnotation, { ...scope, bound }) : unknownShape;
    };
    const names = members.flatMap((member) => (member.kind === 'literal' ? [member] : []));
    if (names.length === 0) return { kind: 'record', item: value({ kind: 'string' }) };
    const isOptional = type.optional === true || type.optional === '+';
    return { kind: 'object', fields: names.map((key) => fieldOf(String(key.value), value(key), isOptional)) };
  }

  /** The shape of a value by its name: `typeof sizes`. */
  #value(name: string, scope: Scope): Shape {
    const place = this.#scripts.find(name, scope.script);
    if (place === null || place.declaration.type !== 'VariableDeclarator') return unknownShape;
    const { id, init } = place.declaration;
    const inner = { ...scope, script: place.script };
    const type = annotationOf(id);
    if (type !== null) return this.read(type, inner);
    return init ? valueShape(init, (written) => this.read(written, inner)) : unknownShape;
  }
}

interface TypeParameters {
  readonly type: string;
  readonly params: readonly {
    readonly name: unknown;
    readonly default?: TypeNode | null;
    readonly constraint?: TypeNode | null;
  }[];
}

/** What stands for a type parameter that says nothing of itself: most often a row of something. */
const anyRow: Shape = {
  kind: 'object',
  fields: [fieldOf('id', { kind: 'string' }, false), fieldOf('name', { kind: 'string' }, false)],
};

function givesAnything(signature: object): boolean {
  const type = annotationOf(signature);
  return type !== null && type.type !== 'TSVoidKeyword' && type.type !== 'TSUndefinedKeyword';
}
