import { BlockStack, ChoiceList, Text } from '@shopify/polaris';
import { ORDERS, type DateOrder } from '#app/core/moving-in/layouts.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatBirthday, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { ChosenFile } from './use-chosen-file.ts';

type Props = { chosen: ChosenFile; onChange: (order: DateOrder) => void };

/** How dates are read, asked where they could be read in two ways, and the rows whose date can't be. */
export function FileDates({ chosen: { dates, order, isOrderAsked }, onChange }: Props) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  if (dates === null || dates.cells === 0) return null;
  const number = (count: number) => formatNumber(count, language);
  const { unread, unreadLines } = dates.readings[order];
  const named = unreadLines.map(number).join(', ');
  const rows = unread > unreadLines.length ? `${named} …` : named;
  const shown = (of: DateOrder) =>
    dates.readings[of].shown
      .map((date) => (date === null ? texts.noDate : formatBirthday(date, language)))
      .join(' · ');
  return (
    <BlockStack gap="100">
      {isOrderAsked ? (
        <ChoiceList
          title={texts.dates}
          choices={ORDERS.map((value) => ({
            value,
            label: texts.order[value],
            helpText: texts.readAs(shown(value)),
          }))}
          selected={[order]}
          onChange={([picked]) => onChange((picked as DateOrder | undefined) ?? order)}
        />
      ) : (
        <Text as="p">{texts.datesRead(texts.order[order])}</Text>
      )}
      {unread > 0 && (
        <Text as="p" tone="caution">
          {texts.unread(number(unread), rows, pluralForm(unread, language))}
        </Text>
      )}
    </BlockStack>
  );
}
