// One entry of a member's history in words: what changed, and why.
import type { GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import type { OrderExplanation } from '#app/core/orders/order-explanation.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import { textsOf } from '#app/locales/texts.ts';
import { explainGift } from '#app/ui/moments/explain-gift.ts';
import {
  amountInWords,
  debtInWords,
  explainOrder,
  type ExplainContext,
  type Explained,
} from '#app/ui/orders/explain-order.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { EntryRow, MemberData } from '../members/member/member-data.ts';

export function contextOf(unit: string, data: MemberData, language: Language): ExplainContext {
  const { names, currency, cards } = data;
  const key = cardKeyOf(unit);
  const cardTitle =
    key === null ? undefined : (cards.find((card) => card.key === key)?.title[language] ?? key);
  return { language, currency, names, unit, cardTitle };
}

/** "+5 points", "−1 stamp on Coffee card". */
function signedAmount(amount: number, context: ExplainContext): string {
  return `${amount < 0 ? '−' : '+'}${amountInWords(Math.abs(amount), context)}`;
}

export function entryInWords(entry: EntryRow, data: MemberData, language: Language): Explained {
  const { members } = textsOf(language);
  const context = contextOf(entry.unit, data, language);
  const amount = signedAmount(entry.amount, context);
  const debt = debtInWords(entry.amount, entry.balanceAfter, context);
  const withDebt = ({ summary, reasons }: Explained) => ({ summary, reasons: [...reasons, ...debt] });
  switch (entry.kind) {
    case 'occasion':
      return explainGift(entry.explanation as GiftExplanation, amount, language);
    case 'order':
    case 'free-unit':
      return withDebt(
        explainOrder(entry.explanation as OrderExplanation, { ...context, amount: entry.amount }),
      );
    case 'merge':
      return { summary: members.merged(amount), reasons: [members.mergedWhy] };
    case 'adjustment': {
      const reason = entry.reason === null ? [] : [members.adjustedReason(entry.reason)];
      const by = entry.madeBy === null ? [] : [members.adjustedBy(entry.madeBy)];
      return withDebt({ summary: members.adjusted(amount), reasons: [...reason, ...by] });
    }
  }
}
