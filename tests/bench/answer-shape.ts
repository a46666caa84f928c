// Whether the bare Shopify's answers have the form that their documents ask for, by Shopify's own schema: every field that
// is asked for and no other, lists where lists are due, null only where the schema allows it; and the cost they say.
import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { requestedCost } from '#tests/local-shopify/admin-api/cost.ts';
import { adminSchema } from '#tests/local-shopify/admin-api/schema.ts';
import type { Sample } from './bare-admin.ts';

type Asked = { type: GraphQLOutputType; set: SelectionSetNode | undefined };
type Value = Record<string, unknown>;

/** What stands at the place, or null where the schema doesn't know the field. Documents use no named fragments. */
function fieldsOf(typeName: string, set: SelectionSetNode, value: Value): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  const type = adminSchema().getType(typeName);
  const fields = type && 'getFields' in type ? type.getFields() : {};
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) {
      const found = fields[one.name.value];
      if (!found || !('args' in found)) continue;
      asked.set((one.alias ?? one.name).value, { type: found.type, set: one.selectionSet });
    } else if (one.kind === Kind.INLINE_FRAGMENT && one.typeCondition?.name.value === concreteName(value)) {
      for (const [key, each] of fieldsOf(concreteName(value), one.selectionSet, value)) asked.set(key, each);
    }
  }
  return asked;
}

/** By its global id: `gid://shopify/Customer/1`. */
function concreteName({ id }: Value): string {
  return typeof id === 'string' ? (/^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1] ?? '') : '';
}

function problemsOf(value: unknown, { type, set }: Asked, at: string): string[] {
  if (value === null || value === undefined) {
    return value === null && !isNonNullType(type) ? [] : [`${at} is missing`];
  }
  const inner = getNullableType(type);
  if (isListType(inner)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((one, place) => problemsOf(one, { type: inner.ofType, set }, `${at}.${place}`));
  }
  if (isLeafType(inner)) return leafProblems(() => inner.serialize(value), at);
  if (typeof value !== 'object' || !set) return [`${at} is no object`];
  return objectProblems(value as Value, fieldsOf(getNamedType(inner).name, set, value as Value), at);
}

function leafProblems(serialize: () => unknown, at: string): string[] {
  try {
    serialize();
    return [];
  } catch (error) {
    return [`${at}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function objectProblems(value: Value, asked: ReadonlyMap<string, Asked>, at: string): string[] {
  const extra = Object.keys(value).filter((key) => !asked.has(key));
  return [
    ...extra.map((key) => `${at}.${key} wasn't asked for`),
    ...[...asked].flatMap(([key, each]) => problemsOf(value[key], each, `${at}.${key}`)),
  ];
}

function problemsOfSample(document: DocumentNode, { variables, cost, data }: Sample): string[] {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const root = operation && adminSchema().getRootType(operation.operation);
  if (!operation || !root) return ['the document has no operation'];
  const name = operation.name?.value ?? 'an operation';
  const wanted = requestedCost(adminSchema(), operation, new Map(), variables);
  return [
    ...(wanted === cost ? [] : [`${name} costs ${wanted}, not ${cost}`]),
    ...problemsOf(data, { type: root, set: operation.selectionSet }, name),
  ];
}

/** @throws Error when a document isn't Shopify's, or its answer or cost isn't what Shopify's would be. */
export function checkAnswers(samples: readonly Sample[]): void {
  const problems = samples.flatMap((sample) => {
    const document = parse(sample.query);
    const wrong = validate(adminSchema(), document).map(({ message }) => message);
    return wrong.length > 0 ? wrong : problemsOfSample(document, sample);
  });
  if (problems.length > 0) throw new Error(`The bare Shopify's answers: ${problems.join('; ')}`);
}
