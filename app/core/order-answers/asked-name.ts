// "#1042", "1042", "EN-1042": an order's name as people type it.

/** Longer than any shop's names; Shopify's prefix and suffix are short. */
export const MOST_LETTERS = 60;

/** As it is compared: signs that look alike are one, and blanks and signs that nobody sees are none. */
export function foldName(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{White_Space}\p{C}]/gu, '')
    .toLowerCase();
}

/** The number in it; empty where there is none. */
export const digitsIn = (name: string): string => foldName(name).replace(/\D/g, '');

/**
 * Names that may be meant, as the shop writes them, the likeliest first.
 * @param sample any order's name, which shows what stands before and behind a number; as Shopify writes it where there is none
 */
export function possibleNames(typed: string, sample: string | null): string[] {
  const folded = foldName(typed);
  const bare = folded.replace(/^#/, '');
  if (bare === '') return [];
  const [, before = '', after = ''] = /^(\D*)\d+(\D*)$/.exec(sample ?? '#1') ?? [];
  const ofNumber = /^\d+$/.test(bare) ? [`${before}${bare}${after}`] : [];
  const written = [folded, `#${bare}`, bare];
  return [...new Set([...ofNumber, ...written.map((name) => name.toUpperCase()), ...written])];
}
