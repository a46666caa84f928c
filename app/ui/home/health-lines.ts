// The states of the shop's health in words: what each is called, how it stands, and what it means where it isn't well.
import { stateOfDiscounts } from '#app/core/discounts/discount-health.ts';
import {
  HEALTH_ITEMS,
  MOST_COUNTED,
  worstOf,
  type HealthItem,
  type HealthState,
} from '#app/core/shop/health.ts';
import { toldOn } from '#app/core/storefront/stamps-until.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { HealthWords } from '#app/locales/en/health.ts';
import { textsOf } from '#app/locales/texts.ts';
import {
  capital,
  formatAgo,
  formatDay,
  formatInstant,
  formatNumber,
  pluralForm,
} from '#app/ui/values/format.ts';
import { discountsLine } from '../discounts/discounts-line.ts';
import type { HomeData } from './home-data.ts';

export type HealthOf = Pick<HomeData, 'health' | 'discounts' | 'now' | 'timeZone' | 'currency'>;
export type HealthLine = {
  item: HealthItem;
  state: HealthState;
  name: string;
  value: string;
  help: string | null;
  /** The same in one sentence, for the top of the page. */
  trouble: string;
  /** Where it is mended; null where no page of its own does. */
  to: string | null;
};

type Line = Omit<HealthLine, 'item' | 'trouble' | 'to'>;

/** They stand there always; the others while there is something to say. */
const ALWAYS: readonly HealthItem[] = ['token', 'orders', 'sync', 'discounts', 'webhooks', 'reconciliation'];
/** A shop may well sell nothing for a week. */
const NO_TROUBLE: readonly HealthItem[] = ['webhooks'];

export function healthLines(of: HealthOf, language: Language): HealthLine[] {
  return HEALTH_ITEMS.filter((item) => ALWAYS.includes(item) || of.health.facts[item].count > 0).map(
    (item) => {
      const line = item === 'discounts' ? discountsOf(of, language) : lineOf(item, of, language);
      const card =
        item === 'discounts' ? (cardInTrouble(of, language) ?? rewardInTrouble(of, language)) : null;
      const trouble = card?.trouble ?? troubleOf(item, line.help, of, language);
      const to = card?.to ?? null;
      return { item, ...line, trouble, to, help: line.state === 'good' ? null : line.help };
    },
  );
}

function troubleOf(item: HealthItem, help: string | null, of: HealthOf, language: Language): string {
  const { sentences } = textsOf(language).trouble;
  return isNamed(sentences, item) ? sentences[item](wordsOf(item, of, language)) : (help ?? '');
}

/** The first card that carts don't go by: its page says more, and what to do. */
function cardInTrouble({ discounts: { discounts, titles } }: HealthOf, language: Language) {
  const { ofCard } = textsOf(language).trouble;
  for (const { cardKey, problem } of discounts) {
    if (problem === null) continue;
    const title = titles[cardKey]?.[language] ?? cardKey;
    return { trouble: ofCard[problem](title), to: `/app/program/cards/${cardKey}` };
  }
  return null;
}

/** The first reward that nobody can be given a code of. */
function rewardInTrouble({ discounts: { rewards = [] } }: HealthOf, language: Language) {
  const found = rewards.find(({ problem }) => problem !== null);
  if (!found) return null;
  const trouble = textsOf(language).trouble.ofReward(found.title[language]);
  return { trouble, to: `/app/program/rewards/${found.rewardKey}` };
}

/** What is late and concerns shoppers: it stands in red at the top. */
export function troubles(lines: readonly HealthLine[]): HealthLine[] {
  return lines.filter(({ item, state }) => state === 'late' && !NO_TROUBLE.includes(item));
}

function isNamed<K extends string>(texts: Record<K, unknown>, item: string): item is K {
  return item in texts;
}

function lineOf(item: HealthItem, of: HealthOf, language: Language): Line {
  const { names, waiting, late } = textsOf(language).health;
  const state = of.health.states[item];
  const said = isNamed(late, item) ? late[item](wordsOf(item, of, language)) : null;
  const help = state === 'late' ? said : isNamed(waiting, item) ? waiting[item] : null;
  return { state, name: isNamed(names, item) ? names[item] : item, value: valueOf(item, of, language), help };
}

/** Its cards' own troubles say more than that they aren't made yet. */
function discountsOf(of: HealthOf, language: Language): Line {
  const { cards, rewards, health } = textsOf(language);
  const { name, value, help } = discountsLine(of.discounts, { language, cards, rewards });
  const all = [...of.discounts.discounts, ...(of.discounts.rewards ?? [])];
  const published = all.length > 0 ? of.health.states.discounts : 'good';
  const state = worstOf([stateOfDiscounts(all), published]);
  const standing = published === 'late' ? health.late.discounts(wordsOf('discounts', of, language)) : null;
  return { state, name, value, help: help ?? standing ?? cards.health.making };
}

function wordsOf(item: HealthItem, of: HealthOf, language: Language): HealthWords {
  const { count, since, detail } = of.health.facts[item];
  const until = item === 'stamps' && since ? since.slice(0, 10) : null;
  return {
    count: countOf(count, language),
    form: pluralForm(count, language),
    since: since ? formatInstant(since, of.timeZone, language) : '',
    detail: detail ?? '',
    currency: of.currency,
    told: until ? formatDay(toldOn(until), language) : '',
    until: until ? formatDay(until, language) : '',
  };
}

function countOf(count: number, language: Language): string {
  const { more } = textsOf(language).health;
  return count > MOST_COUNTED ? more(formatNumber(MOST_COUNTED, language)) : formatNumber(count, language);
}

function valueOf(item: HealthItem, { health, now, timeZone }: HealthOf, language: Language): string {
  const say = textsOf(language).health;
  const { count, since, detail } = health.facts[item];
  const instant = (at: string) => formatInstant(at, timeZone, language);
  if (item === 'token') return since ? say.refusedSince(instant(since)) : say.working;
  if (item === 'program') return count > 0 ? say.beingWritten : say.asPublished;
  if (item === 'currency') return detail ?? '';
  if (item === 'gifts') return say.behind;
  if (item === 'rules') return say.unreadable;
  if (item === 'reconciliation') return since ? instant(since) : '';
  if (item !== 'webhooks') return countOf(count, language);
  if (!since) return say.noOrder;
  return Date.parse(now) - Date.parse(since) < 60_000
    ? say.justNow
    : capital(formatAgo(since, now, language));
}
