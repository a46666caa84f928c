import type { Totals } from '#app/core/figures/home-figures.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { BucketChart } from '../figures/bucket-chart.tsx';
import { membersAt } from '../members/list-address.ts';
import { freeInWords } from '../stamps/free-in-words.ts';
import type { HomeData } from './home-data.ts';
import type { HomeStory } from './home-story.ts';
import { Story } from './story.tsx';

export const freeStory: HomeStory = { key: 'free', isShown: () => true, Story: FreeItems };

/** Items that full cards made free, and what they cost. */
function FreeItems({ figures, currency, noun }: HomeData) {
  const { stories } = useTexts();
  const language = useLanguage();
  const { freed, freedMinor, unpriced } = figures.current;
  const count = formatNumber(freed, language);
  const since = figures.buckets[0]?.from ?? null;
  const named = freeInWords(freed, noun, language);
  const known = freed > unpriced;
  const sentence = known
    ? stories.free(count, named, formatMoney(freedMinor, currency, language))
    : stories.freeUnknown(count, named);
  const unmeasured = known ? stories.freeUnpriced(formatNumber(unpriced, language)) : stories.freeNotMeasured;
  const notes = [
    known ? [stories.freeHelp] : [],
    unpriced > 0 ? [unmeasured] : [],
    codesOf(figures.current, currency, language),
  ].flat();
  return (
    <Story
      sentence={sentence}
      notes={notes}
      link={{ text: stories.seeMembers, url: membersAt({ filter: 'freed', since }) }}
    >
      <BucketChart {...figures} title={sentence} what={stories.freeUnit} of={(totals) => totals.freed} />
    </Story>
  );
}

/** Where functions can't run full cards are given as codes: these are rewards, and no items. */
function codesOf({ cardCodes, cardCodesMinor }: Totals, currency: string, language: Language): string[] {
  if (cardCodes === 0) return [];
  const { cardCodesUsed } = textsOf(language).stories;
  const money = formatMoney(cardCodesMinor, currency, language);
  return [cardCodesUsed(formatNumber(cardCodes, language), pluralForm(cardCodes, language), money)];
}
