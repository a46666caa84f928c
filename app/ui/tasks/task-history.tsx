import { Text } from '@shopify/polaris';
import { useLanguage } from '../shell/root-data.ts';
import { useTexts } from '../shell/use-texts.ts';
import { formatDay, formatNumber, pluralForm } from '../values/format.ts';
import type { Task } from './tasks-data.ts';

type Props = Pick<Task, 'keptOrders' | 'rhythmDays' | 'lastOn'>;

/** Two lines to have in mind while writing: how often somebody bought, and how often they come. */
export function TaskHistory({ keptOrders, rhythmDays, lastOn }: Props) {
  const { tasks: texts } = useTexts();
  const language = useLanguage();
  const number = (count: number) => formatNumber(count, language);
  const form = (count: number) => pluralForm(count, language);
  return (
    <>
      <Text as="p" tone="subdued">
        {lastOn === null
          ? texts.noHistory
          : texts.history(number(keptOrders), form(keptOrders), formatDay(lastOn, language))}
      </Text>
      {rhythmDays !== null && (
        <Text as="p" tone="subdued">
          {texts.gap(number(rhythmDays), form(rhythmDays))}
        </Text>
      )}
    </>
  );
}
