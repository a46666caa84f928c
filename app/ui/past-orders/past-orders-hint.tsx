import { Box, Link, Text } from '@shopify/polaris';
import { MOST_COUNTED } from '#app/core/past-orders/most-counted.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import { useCounts } from './use-counts.ts';

/** The shop knows what customers bought before the program: offered once, in the guide, until the merchant has looked. */
export function PastOrdersHint({ count }: { count: number }) {
  const { pastOrders: texts } = useTexts();
  const counts = useCounts();
  const language = useLanguage();
  const said =
    count < MOST_COUNTED
      ? texts.hint.known(counts.orders(count))
      : texts.hint.many(formatNumber(MOST_COUNTED, language));
  return (
    <Box padding="200" paddingBlockEnd="0">
      <Text as="p">
        {said} <Link url="/app/orders/past">{texts.hint.open}</Link>
      </Text>
    </Box>
  );
}
