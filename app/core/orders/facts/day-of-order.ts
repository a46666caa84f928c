// "The card runs from the first day to the last": the order's day in the shop's time zone. Nobody is asked for it; it is
// frozen because a shop may move to another time zone.
import type { StampCard } from '../../program/card-rules.ts';
import { dayIn } from '../../values/days.ts';
import { versionOfOrder, type KnownOrder, type ProgramHistory } from '../known-order.ts';
import type { FactKind } from './fact-kind.ts';

export const dayOfOrder: FactKind<object> = {
  missing: () => [],
  isAsked: () => true,
  freeze: (facts, order, program) => {
    const on = facts.on ?? dayOf(order, program);
    return on === undefined ? facts : { ...facts, on };
  },
};

const hasDays = ({ startsOn, endsOn }: StampCard): boolean => startsOn !== null || endsOn !== null;

function dayOf(order: KnownOrder, program: ProgramHistory): string | undefined {
  const cards = versionOfOrder(order, program)?.rules.cards ?? [];
  if (!order.newest || !cards.some(hasDays)) return undefined;
  return dayIn(program.timeZone, new Date(order.newest.processedAt));
}
