import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import {
  formatMonth,
  formatMonthOfYear,
  formatNumber,
  formatShortDay,
  pluralForm,
} from '#app/ui/values/format.ts';
import { Chart } from '../figures/chart.tsx';
import type { HomeData } from './home-data.ts';
import type { HomeStory } from './home-story.ts';
import { Story } from './story.tsx';

export const birthdayStory: HomeStory = {
  key: 'birthday',
  isShown: () => true,
  Story: Birthdays,
};

/** The month's birthdays by day, also while nobody gets a gift for one, which is said. */
function Birthdays({ birthdays, guide }: HomeData) {
  const { stories, home } = useTexts();
  const language = useLanguage();
  const { month, days } = birthdays;
  const number = (value: number) => formatNumber(value, language);
  const count = days.reduce((sum, each) => sum + each, 0);
  const bars = days.map((value, index) => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}`;
    return { label: formatShortDay(day, language), value, text: number(value) };
  });
  const title = stories.birthdays(
    number(count),
    pluralForm(count, language),
    formatMonth(Number(month.slice(5, 7)), language),
  );
  const link = guide.birthdayOn
    ? { text: stories.seeBirthdays, url: '/app/members/birthdays' }
    : { text: stories.turnOn, url: '/app/program/moments/birthday' };
  return (
    <Story
      sentence={title}
      notes={[guide.birthdayOn ? stories.birthdaysHelp : stories.birthdaysOff]}
      link={link}
    >
      <Chart
        label={home.chartLabel(title, formatMonthOfYear(`${month}-01`, language))}
        when={home.when}
        unit={stories.perDay(stories.birthdaysUnit)}
        last={formatMonthOfYear(`${month}-01`, language)}
        most={number}
        bars={bars}
      />
    </Story>
  );
}
