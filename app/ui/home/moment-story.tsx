import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { BucketChart } from '../figures/bucket-chart.tsx';
import { anyByFlow } from '../notices/moment-heard.ts';
import type { HomeData } from './home-data.ts';
import type { HomeStory } from './home-story.ts';
import { Story } from './story.tsx';

export const momentStory: HomeStory = {
  key: 'moments',
  isShown: ({ guide, figures: { current, previous } }) =>
    guide.momentsOn || current.gifts + previous.gifts > 0,
  Story: Moments,
};

/** What birthdays, orders and other moments brought members. */
function Moments({ figures, hearing }: HomeData) {
  const { notices, stories } = useTexts();
  const language = useLanguage();
  const { gifts } = figures.current;
  const sentence = stories.momentGifts(formatNumber(gifts, language), pluralForm(gifts, language));
  const told = Object.values(hearing.heard).reduce((sum, { sent }) => sum + sent, 0);
  const heard = anyByFlow(hearing.flow)
    ? stories.momentsByFlow(formatNumber(told, language), pluralForm(told, language))
    : stories.momentsInShop;
  return (
    <Story
      sentence={sentence}
      notes={[stories.momentsHelp, heard]}
      link={{ text: stories.seeMoments, url: '/app/program/moments' }}
      also={{ text: notices.choose, url: '/app/settings/notices' }}
    >
      <BucketChart {...figures} title={sentence} what={stories.momentsUnit} of={(totals) => totals.gifts} />
    </Story>
  );
}
