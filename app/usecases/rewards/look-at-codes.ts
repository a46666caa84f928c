// Which of some codes are at Shopify under our discount. A listing names most at once; what it doesn't show is looked up by itself,
// because nothing else proves that a code can't be used.
import { findCode } from '#app/shopify/rewards/find-code.ts';
import { listCodes, MOST_CODES } from '#app/shopify/rewards/code-pool.ts';

type OfDiscount = { domain: string; discountId: string };

export type Looked = {
  /** Ids of Shopify's by the code. */
  seen: Map<string, string>;
  /** No discount has them, or another's. */
  missing: string[];
  /** Under our discount, and not listed yet. */
  unlisted: string[];
};

/** @param codes in capitals; most of them among the newest of the discount, which are listed first */
export async function lookAtNewCodes(of: OfDiscount, codes: readonly string[]): Promise<Looked> {
  if (codes.length === 0) return { seen: new Map(), missing: [], unlisted: [] };
  const pages = listCodes(of.domain, of.discountId);
  const seen = await listed(pages, codes, Math.ceil(codes.length / MOST_CODES) + 1);
  const { missing, unlisted } = await lookUp(of, notIn(seen, codes));
  // There, and older than was thought.
  const rest = unlisted.length > 0 ? await listed(pages, unlisted, Infinity) : new Map<string, string>();
  return { seen: new Map([...seen, ...rest]), missing, unlisted: notIn(rest, unlisted) };
}

const notIn = (seen: ReadonlyMap<string, string>, codes: readonly string[]) =>
  codes.filter((code) => !seen.has(code));

/** Goes on where an earlier listing stopped. */
async function listed(
  pages: AsyncGenerator<Map<string, string>, void>,
  codes: readonly string[],
  most: number,
): Promise<Map<string, string>> {
  const wanted = new Set(codes);
  const seen = new Map<string, string>();
  for (let page = 0; page < most && seen.size < wanted.size; page += 1) {
    const { value, done } = await pages.next();
    if (done) break;
    for (const [code, id] of value) if (wanted.has(code)) seen.set(code, id);
  }
  return seen;
}

/** One by one. */
export async function lookUp(
  { domain, discountId }: OfDiscount,
  codes: readonly string[],
): Promise<Pick<Looked, 'missing' | 'unlisted'>> {
  const [missing, unlisted]: [string[], string[]] = [[], []];
  for (const code of codes) {
    const found = await findCode(domain, code);
    (found?.discountId === discountId ? unlisted : missing).push(code);
  }
  return { missing, unlisted };
}
