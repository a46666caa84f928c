// Members as they are written to Shopify. One whom we can't read, because of a fault of ours, keeps nobody else.
import type { StampCard } from '#app/core/program/card-rules.ts';
import { MEMBER_NUMBERS, memberNumbers, type MemberNumber } from '#app/core/notices/member-numbers.ts';
import { memberTags, type MemberTag } from '#app/core/notices/member-tags.ts';
import { UNREADABLE } from '#app/core/shop/health.ts';
import { projectAmounts } from '#app/core/storefront/project-amounts.ts';
import { projectStamps } from '#app/core/storefront/project-cards.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { stampsUntil } from '#app/core/storefront/stamps-until.ts';
import { isOfValues, reasonOf } from '#app/db/orders/of-values.server.ts';
import type { RefusedMember } from '#app/db/storefront/refused-members.server.ts';
import type { UnsyncedMember } from '#app/db/storefront/sync.server.ts';
import { log } from '#app/log.server.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import type { MetafieldInput } from '#app/shopify/admin-api/set-metafields.ts';
import {
  AMOUNTS_METAFIELD,
  MEMBER_METAFIELD,
  NUMBERS_NAMESPACE,
  STAMPS_METAFIELD,
} from '#app/shopify/storefront/metafields.ts';

export type Projected = {
  member: UnsyncedMember;
  stampsUntil: string | null;
  amountsTold: boolean;
  numbersTold: MemberNumber[];
  /** Numbers that Shopify has of them and shouldn't have any more. */
  droppedNumbers: MemberNumber[];
  tagsWanted: MemberTag[];
  /** Written together, so that page and cart never say different things. */
  metafields: MetafieldInput[];
};

function projected(member: UnsyncedMember, cards: readonly StampCard[], today: string): Projected {
  const of = { ownerId: gid('Customer', member.customerId), type: 'json' } as const;
  const state = member.state();
  const stamps = projectStamps(state, cards);
  const until = stampsUntil(stamps, today);
  const bound = until === null ? {} : { until };
  const shown = { ...projectMember(state, cards), ...bound };
  const amounts = projectAmounts(state);
  const amountsTold = Object.keys(amounts.codes).length > 0;
  const numbers = memberNumbers(shown, member.toldNumbers);
  const numbersTold = MEMBER_NUMBERS.filter((key) => numbers[key] !== undefined);
  return {
    member,
    stampsUntil: until,
    amountsTold,
    numbersTold,
    droppedNumbers: member.numbersTold.filter((key) => numbers[key] === undefined),
    tagsWanted: memberTags(shown, member.toldTags),
    metafields: [
      { ...MEMBER_METAFIELD, ...of, value: JSON.stringify(shown) },
      { ...STAMPS_METAFIELD, ...of, value: JSON.stringify({ ...stamps, ...bound }) },
      // Few have any, and a call takes so many metafields.
      ...(amountsTold || member.amountsTold
        ? [{ ...AMOUNTS_METAFIELD, ...of, value: JSON.stringify(amounts) }]
        : []),
      ...numbersTold.map((key) => ({
        ...{ namespace: NUMBERS_NAMESPACE, key, ownerId: of.ownerId },
        ...{ type: 'number_integer' as const, value: String(numbers[key]) },
      })),
    ],
  };
}

/** Who can't be read is told apart; whoever runs the app is told once. */
export function projectMembers(
  shop: { domain: string },
  members: readonly UnsyncedMember[],
  { cards, today }: { cards: readonly StampCard[]; today: string },
): { batch: Projected[]; unreadable: RefusedMember[] } {
  const batch: Projected[] = [];
  const unreadable: RefusedMember[] = [];
  for (const member of members) {
    const { id, customerId, refusal } = member;
    try {
      batch.push(projected(member, cards, today));
    } catch (error) {
      if (!isOfValues(error)) throw error;
      unreadable.push({ id, customerId, code: UNREADABLE });
      const said = { shopDomain: shop.domain, memberId: id, reason: reasonOf(error) };
      if (refusal === null) log.error(said, 'a member could not be read');
    }
  }
  return { batch, unreadable };
}
