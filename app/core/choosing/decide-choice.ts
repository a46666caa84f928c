// What becomes of a shopper's choice: given, answered as before, or refused. A choice is made once for the person; the same again is
// the same request, whatever key it bears.
import type { OfferedGift } from '../moments/moment-gift.ts';

/** A gift of the person by the cause that is chosen under. */
export type ChoosableGift = {
  state: 'given' | 'waiting' | 'withdrawn' | 'open' | 'lapsed' | 'held-out';
  offers: readonly OfferedGift[];
  openUntil: string | null;
  /** Counted from 0; null while nothing was chosen. */
  chosen: number | null;
};

export type ChoiceRefusal =
  | { reason: 'unknown' | 'gone' | 'blocked' }
  | { reason: 'too-late'; until: string }
  | { reason: 'other-choice'; gift: OfferedGift };

export type ChoiceDecision<Gift> =
  | { do: 'give'; from: Gift; gift: OfferedGift }
  | { do: 'again'; from: Gift; gift: OfferedGift }
  | { do: 'refuse'; refusal: ChoiceRefusal };

const refuse = (refusal: ChoiceRefusal) => ({ do: 'refuse', refusal }) as const;

/** @param gifts of the person by one cause, who can have several once customers are merged @param today the shop's */
export function decideChoice<Gift extends ChoosableGift>(
  gifts: readonly Gift[],
  wanted: number,
  { blocked, today }: { blocked: boolean; today: string },
): ChoiceDecision<Gift> {
  const made = gifts.find(({ chosen }) => chosen !== null);
  if (made) return decideAgain(made, wanted);
  const open = gifts.find(({ state }) => state === 'open');
  const lapsed = gifts.find(({ state }) => state === 'lapsed');
  const choice = open ?? lapsed;
  if (!choice) return refuse({ reason: gifts.length > 0 ? 'gone' : 'unknown' });
  // Nobody who is left out is told more than that.
  if (blocked) return refuse({ reason: 'blocked' });
  const { openUntil, offers } = choice;
  if (openUntil !== null && (choice === lapsed || openUntil < today))
    return refuse({ reason: 'too-late', until: openUntil });
  const gift = offers[wanted];
  return gift && choice === open ? { do: 'give', from: open, gift } : refuse({ reason: 'unknown' });
}

/** Taken back meanwhile, it isn't there any more. */
function decideAgain<Gift extends ChoosableGift>(made: Gift, wanted: number): ChoiceDecision<Gift> {
  const gift = made.offers[made.chosen ?? -1];
  if (!gift || made.state === 'withdrawn') return refuse({ reason: 'gone' });
  return made.chosen === wanted
    ? { do: 'again', from: made, gift }
    : refuse({ reason: 'other-choice', gift });
}
