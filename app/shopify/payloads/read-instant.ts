const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/;

/** No shop was open before, and none of us will be there after. */
const FIRST_MS = Date.UTC(1970, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);

/** An ISO instant as Shopify writes it; null where the text is none, or none that can be. */
export function readInstant(text: string): Date | null {
  const time = ISO.test(text) ? Date.parse(text) : NaN;
  return time >= FIRST_MS && time < LAST_MS ? new Date(time) : null;
}
