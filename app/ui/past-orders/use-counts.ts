import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

/** "3 orders", "1 customer". */
export function useCounts() {
  const { pastOrders: texts } = useTexts();
  const language = useLanguage();
  const inWords = (say: typeof texts.orders) => (count: number) =>
    say(formatNumber(count, language), pluralForm(count, language));
  return { orders: inWords(texts.orders), customers: inWords(texts.customers) };
}
