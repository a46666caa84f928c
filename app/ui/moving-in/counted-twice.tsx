import { Banner, BlockStack, Link, Text } from '@shopify/polaris';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay } from '#app/ui/values/format.ts';

/** The same orders may be in the file's balances and in points that past orders were given. */
export function CountedTwice({ pastAwardedOn }: Pick<MovingPageData, 'pastAwardedOn'>) {
  const { countedTwice: texts } = useTexts().movingIn;
  const language = useLanguage();
  if (pastAwardedOn === null)
    return (
      <Text as="p" tone="subdued">
        {texts.later}
      </Text>
    );
  return (
    <Banner tone="warning">
      <BlockStack gap="100">
        <Text as="p">{texts.given(formatDay(pastAwardedOn, language))}</Text>
        <Link url="/app/orders/past">{texts.see}</Link>
      </BlockStack>
    </Banner>
  );
}
