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
  /** Whatever was listed on the way, asked for or not: ids by the code. */
  listed: Map<string, string>;
};

/** @param codes in capitals; most of them among the newest of the discount, which are listed first */
export async function lookAtNewCodes(of: OfDiscount, codes: readonly string[]): Promise<Looked> {
  const listed = new Map<string, string>();
  if (codes.length === 0) return { seen: new Map(), missing: [], unlisted: [], listed };
  const pages = listCodes(of.domain, of.discountId);
  await list(pages, codes, { listed, most: Math.ceil(codes.length / MOST_CODES) + 1 });
  const { missing, unlisted } = await lookUp(of, notIn(listed, codes));
  // There, and older than was thought.
  if (unlisted.length > 0) await list(pages, unlisted, { listed, most: Infinity });
  const seen = codes.flatMap((code) => {
    const id = listed.get(code);
    return id !== undefined && !missing.includes(code) ? [[code, id] as const] : [];
  });
  return { seen: new Map(seen), missing, unlisted: notIn(listed, unlisted), listed };
}

const notIn = (seen: ReadonlyMap<string, string>, codes: readonly string[]) =>
  codes.filter((code) => !seen.has(code));

/** Goes on where an earlier listing stopped, until it has seen them all, or so many pages. */
async function list(
  pages: AsyncGenerator<Map<string, string>, void>,
  codes: readonly string[],
  { listed, most }: { listed: Map<string, string>; most: number },
): Promise<void> {
  for (let page = 0; page < most && notIn(listed, codes).length > 0; page += 1) {
    const { value, done } = await pages.next();
    if (done) break;
    for (const [code, id] of value) listed.set(code, id);
  }
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
