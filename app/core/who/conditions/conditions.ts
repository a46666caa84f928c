// Every condition on members, in the order in which the editor offers them: one line each.
import { birthdayMonth } from './birthday-month.ts';
import { bought } from './bought.ts';
import { firstTimers } from './first-timers.ts';
import { lastOrder } from './last-order.ts';
import { ordered } from './ordered.ts';
import { orders } from './orders.ts';
import { tagsIn, tagsOut } from './tags.ts';

export const CONDITIONS = {
  'tags-in': tagsIn,
  'tags-out': tagsOut,
  'first-timers': firstTimers,
  'birthday-month': birthdayMonth,
  bought,
  ordered,
  orders,
  'last-order': lastOrder,
} as const;

export type ConditionKind = keyof typeof CONDITIONS;
export const CONDITION_KINDS = Object.keys(CONDITIONS) as ConditionKind[];
