import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { BucketChart } from '../figures/bucket-chart.tsx';
import { membersAt } from '../members/list-address.ts';
import type { HomeData } from './home-data.ts';
import type { HomeStory } from './home-story.ts';
import { Story } from './story.tsx';

export const cameBackStory: HomeStory = { key: 'came-back', isShown: () => true, Story: CameBack };

/** How many of the members have ordered twice. */
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
