/** Ids, numbers and days. */
const PLAIN = /^[\w.:+-]+$/;

/**
 * An array as PostgreSQL reads it, of what needs no quotes: pg looks for them in each element twice, which a batch of orders
 * feels. @throws RangeError where one needs them
 */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map(elementOf).join()}}`;
}

function elementOf(value: string | number | boolean | null): string | number | boolean {
  if (value === null) return 'NULL';
  if (typeof value === 'string' && !PLAIN.test(value)) throw new RangeError('an element that needs quotes');
  return value;
}
