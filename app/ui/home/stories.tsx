import { BlockStack, InlineGrid } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { BucketChart } from '../figures/bucket-chart.tsx';
import { membersAt } from '../members/list-address.ts';
import { freeInWords } from '../stamps/free-in-words.ts';
import { BirthdayStory } from './birthday-story.tsx';
import type { HomeData } from './home-data.ts';
import { hasRewards, RewardStory } from './reward-story.tsx';
import { Story } from './story.tsx';
import { TopMembers } from './top-members.tsx';

/** What merchants ask first: who came back, what was given and what it cost, what rewards did, whose birthday comes, who ordered most. */
export function Stories(data: HomeData) {
  const withRewards = hasRewards(data);
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, md: withRewards ? 2 : 3 }} gap="400">
        <CameBack {...data} />
        <FreeItems {...data} />
        {withRewards && <RewardStory {...data} />}
        <BirthdayStory {...data} />
      </InlineGrid>
      <TopMembers {...data} />
    </BlockStack>
  );
}

function CameBack({ figures }: HomeData) {
  const { stories } = useTexts();
  const language = useLanguage();
  const { cameBack, members } = figures.current;
  const number = (value: number) => formatNumber(value, language);
  const sentence = stories.cameBack(number(cameBack), number(members), {
    back: pluralForm(cameBack, language),
    members: pluralForm(members, language),
  });
  return (
    <Story
      sentence={sentence}
      notes={[stories.cameBackHelp]}
      link={{ text: stories.seeMembers, url: membersAt({ filter: 'returned' }) }}
    >
      <BucketChart
        {...figures}
        title={sentence}
        what={stories.cameBackUnit}
        of={({ returned }) => returned}
      />
    </Story>
  );
}

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
  const notes = [known ? [stories.freeHelp] : [], unpriced > 0 ? [unmeasured] : []].flat();
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
