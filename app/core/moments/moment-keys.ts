// A moment's key names its causes for ever: it is never changed, and never given to another moment.

/** How causes begin that are no moment of the list. */
const TAKEN: readonly string[] = [
  ...['redeem', 'hand', 'again', 'card', 'birthday', 'anniversary', 'voucher', 'import', 'order'],
];

export const isTakenKey = (key: string): boolean => TAKEN.includes(key);

type HasMoments = { readonly moments?: readonly { readonly key: string }[] | undefined };

/** Among the keys that a program has used, a moment's bear this before them. */
const PREFIX = 'moment/';

/** Every key that a draft or a version has ever used for a moment. */
export function usedMomentKeys(rules: readonly HasMoments[]): Set<string> {
  return new Set(rules.flatMap(({ moments = [] }) => moments.map(({ key }) => `${PREFIX}${key}`)));
}

export function isUsedMoment(key: string, used: ReadonlySet<string>): boolean {
  return used.has(`${PREFIX}${key}`);
}

/** `third-order`, `third-order-2` … the first that was never used. */
export function nextMomentKey(wanted: string, isUsed: (key: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted}-${number}`;
    if (!isTakenKey(key) && !isUsed(key)) return key;
  }
}
