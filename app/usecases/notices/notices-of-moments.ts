// What members are told of what a moment brought: a gift, a choice, words alone. What the merchant does by hand tells itself.
import type { NoticeFacts } from '#app/core/notices/notice-kind.ts';
import { noticeOfMoment } from '#app/core/notices/notice-of-moment.ts';
import { addDays } from '#app/core/values/days.ts';
import type { NewNotice } from '#app/db/notices/notices.server.ts';
import type { GivingNow, MomentToGive } from '../moments/give-moment.ts';

export function noticesOf(given: readonly MomentToGive[], now: GivingNow): NewNotice[] {
  return given.flatMap((each): NewNotice[] => {
    const kind = noticeOfMoment(each.rule);
    return kind === null
      ? []
      : [{ memberId: each.member.id, kind, cause: each.cause, facts: factsOf(each, now) }];
  });
}

function factsOf({ rule, wordsAlone, orderId }: MomentToGive, { today }: GivingNow): NoticeFacts {
  const [one, ...more] = wordsAlone ? [] : rule.offers;
  const points = one?.kind === 'points' && more.length === 0 ? one.points : undefined;
  const lasts = more.length > 0 || one?.kind === 'reward';
  return {
    title: rule.title,
    ...(points !== undefined && { points }),
    ...(lasts && { until: addDays(today, rule.openDays) }),
    ...(orderId !== null && { orderId }),
  };
}
