// The overview's lines: what the program has, or may have, each with its sentence, its state and its page.
import type { PartState } from '#app/core/editing/part-state.ts';
import type { CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { RewardGives } from '#app/core/rewards/reward-gives.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { giftSentence, occasionOf } from '../../moments/describe-moment.ts';
import { cardRule } from '../../stamps/card-sentence.ts';
import { momentRuleSentence } from '../../moments/list/moment-rule-sentence.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import { freeInWords } from '../../stamps/free-in-words.ts';
import { earnSentence } from '../earn-sentence.ts';
import type { ProgramData } from '../program-data.ts';
import {
  cardStateInProgram,
  momentRuleState,
  momentState,
  pointsState,
  unlessStopped,
} from '../states-of-parts.ts';
import type { ProgramFigures } from './program-figures.ts';

export type ProgramLine = {
  key: string;
  icon: 'points' | 'card' | RewardGives['kind'] | CauseKind;
  name: string;
  state: PartState;
  sentence: string;
  /** What it did in the last 30 days, where that is known of it alone. */
  figure: string | null;
  /** What became of it, ever. */
  facts?: string | null;
  /** Its page; null for a card or a reward that the draft has no longer. */
  to: string | null;
};

type Context = { data: ProgramData; figures: ProgramFigures; wording: Wording };

export function collectLines(context: Context): ProgramLine[] {
  return [pointsLine(context), ...cardLines(context)];
}

function pointsLine({ data, figures, wording }: Context): ProgramLine {
  const { language } = wording;
  const { program, overview } = textsOf(language);
  const { draft } = data;
  const state = pointsState(draft, data);
  return {
    key: 'points',
    icon: 'points',
    name: program.pointsHeading,
    state,
    sentence: state === 'off' ? overview.pointsOff : earnSentence(draft, wording),
    figure: figures.points > 0 ? overview.pointsFigure(formatNumber(figures.points, language)) : null,
    to: '/app/program/points',
  };
}

/** In the draft's order; those that the next publish ends come last. */
function cardLines(context: Context): ProgramLine[] {
  const { draft, published } = context.data;
  const gone = published.rules.cards.filter(({ key }) => !draft.cards.some((card) => card.key === key));
  return [...draft.cards, ...gone].map((card) => cardLine(card, context));
}

function cardLine(card: StampCard, { data, figures, wording }: Context): ProgramLine {
  const { language } = wording;
  const state = cardStateInProgram(data.draft, card.key, data);
  return {
    key: `card/${card.key}`,
    icon: 'card',
    name: card.title[language],
    state,
    sentence: [cardRule(card, wording), ...wayInShort(card, data, language)].join(' '),
    figure: state === 'draft' ? null : freeFigure(freeOf(card.key, data, figures), card, language),
    to: state === 'ending' ? null : `/app/program/cards/${card.key}`,
  };
}

/** Where a full one isn't given in the cart. */
function wayInShort({ key }: StampCard, { discounts }: ProgramData, language: Language): string[] {
  const way = discounts.find(({ cardKey }) => cardKey === key)?.way ?? 'cart';
  return way === 'cart' ? [] : [textsOf(language).cards.waysInShort[way]];
}

/** What was free before cards were counted apart is the only card's. */
function freeOf(key: string, data: ProgramData, { free, freeByCard }: ProgramFigures): number {
  const isOnly = data.published.rules.cards.length === 1;
  return freeByCard[key] ?? (isOnly && Object.keys(freeByCard).length === 0 ? free : 0);
}

function freeFigure(free: number, { noun }: StampCard, language: Language): string | null {
  if (free <= 0) return null;
  const { overview } = textsOf(language);
  return overview.freeFigure(formatNumber(free, language), freeInWords(free, noun ?? null, language));
}

export function delightLines(context: Context): ProgramLine[] {
  const { giftsByMoment, stopped } = context.figures;
  return giftLines(context, giftsByMoment, stopped);
}

type OfGifts = Pick<Context, 'data' | 'wording'>;

type Gifts = ProgramFigures['giftsByMoment'];

/** @param gifts in 30 days, by the moment's key @param stopped keys of those that have given all that they may */
export function giftLines(of: OfGifts, gifts: Gifts, stopped: readonly string[]): ProgramLine[] {
  return [...yearlyLines(of, gifts), ...momentLines(of, gifts, stopped)];
}

/** In the draft's order; those that the next publish ends come last. */
function momentLines({ data, wording }: OfGifts, gifts: Gifts, stopped: readonly string[]): ProgramLine[] {
  const { draft, published } = data;
  const drafted = draft.moments ?? [];
  const gone = (published.rules.moments ?? []).filter(({ key }) => !drafted.some((one) => one.key === key));
  const rewards = [...(draft.rewards ?? []), ...(published.rules.rewards ?? [])];
  return [...drafted, ...gone].map((moment): ProgramLine => {
    const state = unlessStopped(momentRuleState(draft, moment.key, data), stopped.includes(moment.key));
    return {
      key: `moment/${moment.key}`,
      icon: moment.kind,
      name: moment.title[wording.language],
      state,
      sentence: momentRuleSentence(moment, { ...draft, rewards }, wording),
      figure: giftFigure(gifts[moment.key], wording.language),
      to: state === 'ending' ? null : `/app/program/moments/${moment.key}`,
    };
  });
}

function yearlyLines({ data, wording }: OfGifts, gifts: Gifts): ProgramLine[] {
  const { language } = wording;
  const { birthdays, overview } = textsOf(language);
  const { draft, published } = data;
  return MOMENTS.map((kind): ProgramLine => {
    const rule = occasionOf(draft, kind) ?? occasionOf(published.rules, kind);
    return {
      key: `occasion/${kind}`,
      icon: kind,
      name: birthdays.offer.kinds[kind],
      state: momentState(draft, kind, data),
      sentence: rule
        ? giftSentence(
            rule,
            { ...draft, rewards: [...(draft.rewards ?? []), ...(published.rules.rewards ?? [])] },
            wording,
          )
        : overview.momentOff[kind],
      figure: giftFigure(gifts[kind], language),
      to: `/app/program/moments/${kind}`,
    };
  });
}

function giftFigure(gifts: number | undefined, language: Language): string | null {
  const { overview } = textsOf(language);
  return gifts ? overview.giftFigure(formatNumber(gifts, language), pluralForm(gifts, language)) : null;
}
