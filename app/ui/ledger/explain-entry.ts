// One entry of a member's history in words: what changed, and why. One line a kind: how what the entry says of itself is
// read, and its words.
import type { z } from 'zod';
import type { EntryKind } from '#app/core/ledger/entry-kind.ts';
import { plainExplanation } from '#app/core/ledger/plain-explanation.ts';
import { giftExplanation } from '#app/core/moments/gift-explanation.ts';
import { momentExplanation } from '#app/core/moments/moment-explanation.ts';
import { orderExplanation } from '#app/core/orders/order-explanation.ts';
import { voucherExplanation } from '#app/core/rewards/voucher-explanation.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { explainLeft } from '../leaving/explain-left.ts';
import { explainMerge } from '../members/explain-merge.ts';
import type { EntryRow, MemberData } from '../members/member/member-data.ts';
import { explainGiftEntry } from '../moments/explain-gift.ts';
import { explainMoment } from '../moments/explain-moment.ts';
import { amountInWords, debtInWords, type ExplainContext, type Explained } from '../orders/explain-order.ts';
import { explainOrderEntry } from '../orders/explain-order-entry.ts';
import { explainVoucherEntry } from '../rewards/explain-voucher-entry.ts';
import { explainMoved } from '../moving-in/explain-moved.ts';
import { contextOf } from './context-of.ts';
import { explainAdjustment } from './explain-adjustment.ts';
import type { SaidEntry } from './said-entry.ts';

type Explain = (explanation: unknown, said: SaidEntry) => Explained | null;

const KINDS: Readonly<Record<EntryKind, Explain>> = {
  order: kind(orderExplanation, explainOrderEntry),
  'free-unit': kind(orderExplanation, explainOrderEntry),
  adjustment: kind(plainExplanation, explainAdjustment),
  merge: kind(plainExplanation, explainMerge),
  occasion: kind(giftExplanation, explainGiftEntry),
  gift: kind(momentExplanation, explainMoment),
  redeem: kind(voucherExplanation, explainVoucherEntry),
  left: kind(plainExplanation, explainLeft),
  back: kind(voucherExplanation, explainVoucherEntry),
  import: kind(plainExplanation, explainMoved),
};

/** Null of what this version of the app can't read. */
function kind<S extends z.ZodType>(
  schema: S,
  words: (why: z.output<S>, said: SaidEntry) => Explained,
): Explain {
  return (explanation, said) => {
    const read = schema.safeParse(explanation);
    return read.success ? words(read.data, said) : null;
  };
}

/** Never throws: a kind or a shape that a newer version of the app has written is said to be one. */
export function explainEntry(
  entry: EntryRow,
  data: MemberData,
  language: Language,
  lineTitles: Readonly<Record<string, string>> = {},
): Explained {
  const context = { ...contextOf(entry.unit, data, language), lineTitles };
  const amount = signedAmount(entry.amount, context);
  const debt = debtInWords(entry.amount, entry.balanceAfter, context);
  const said = { entry, data, context, amount, debt };
  return (isKnown(entry.kind) ? KINDS[entry.kind](entry.explanation, said) : null) ?? newer(said);
}

function isKnown(kind: string): kind is EntryKind {
  return Object.hasOwn(KINDS, kind);
}

/** "+5 points", "−1 stamp on Coffee card". */
function signedAmount(amount: number, context: ExplainContext): string {
  return `${amount < 0 ? '−' : '+'}${amountInWords(Math.abs(amount), context)}`;
}

function newer({ amount, debt, context }: SaidEntry): Explained {
  const { members } = textsOf(context.language);
  return { summary: members.newerEntry(amount), reasons: [members.newerEntryWhy, ...debt] };
}
