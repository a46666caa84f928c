import { BlockStack, Text } from '@shopify/polaris';
import { useMemo } from 'react';
import { unreadDates } from '#app/core/moving-in/dates-of-file.ts';
import type { DateOrder } from '#app/core/moving-in/layouts.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

type Props = { cells: readonly string[]; order: DateOrder; isAsked: boolean; today: string };

const NAMED_ROWS = 20;

/** How dates are read where nobody was asked, and the rows whose birthday can't be. */
export function FileDates({ cells, order, isAsked, today }: Props) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const unread = useMemo(() => unreadDates(cells, order, today), [cells, order, today]);
  if (!cells.some((cell) => cell.trim() !== '')) return null;
  const number = (count: number) => formatNumber(count, language);
  const named = unread.slice(0, NAMED_ROWS).map(number).join(', ');
  const rows = unread.length > NAMED_ROWS ? `${named} …` : named;
  return (
    <BlockStack gap="100">
      {!isAsked && <Text as="p">{texts.datesRead(texts.order[order])}</Text>}
      {unread.length > 0 && (
        <Text as="p" tone="caution">
          {texts.unread(number(unread.length), rows, pluralForm(unread.length, language))}
        </Text>
      )}
    </BlockStack>
  );
}
