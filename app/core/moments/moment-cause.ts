// `birthday/2027`: the cause of what a moment brings, once in its year. The entry of such a gift has it as its source key.
import { MOMENTS, type MomentKind } from './kinds/moment-kinds.ts';
import type { GivenGift } from './last-given.ts';

export function momentCause(kind: MomentKind, year: number): string {
  return `${kind}/${year}`;
}

/** What a gift's row says of it where no entry does; null where its cause is no moment that is known here. */
export function givenUnder(cause: string, on: string): GivenGift | null {
  const [kind, year = ''] = cause.split('/');
  const occasion = MOMENTS.find((each) => each === kind);
  return occasion && /^\d{4}$/.test(year) ? { occasion, year: Number(year), on } : null;
}
