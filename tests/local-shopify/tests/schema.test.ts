// Shopify's Admin schema as it is kept here: whatever starts believes that it is valid.
import { buildSchema, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { adminSchema, schemaText } from '#tests/local-shopify/admin-api/schema.ts';

test('is a valid schema, and the one that calls are answered by', () => {
  const schema = buildSchema(schemaText());
  expect(validateSchema(schema)).toEqual([]);
  expect(Object.keys(adminSchema().getTypeMap())).toEqual(Object.keys(schema.getTypeMap()));
});
