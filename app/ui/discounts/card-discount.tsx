import { Banner, BlockStack, Link, Text } from '@shopify/polaris';
import type { DiscountHealth } from '#app/core/discounts/discount-health.ts';
import { formatInstant } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = { discount: DiscountHealth; timeZone: string };

/** The state of a published card's discount at Shopify, and what to do where it isn't well. */
export function CardDiscount({ discount, timeZone }: Props) {
  const { cards } = useTexts();
  const { problem, said, state, discountId } = discount;
  return (
    <BlockStack gap="200">
      {problem ? (
        <Banner tone="warning">
          <p>{cards.discount.problems[problem]}</p>
          {said && <p>{cards.discount.said(said)}</p>}
        </Banner>
      ) : (
        <Text as="p" tone="subdued">
          {cards.discount[state]}{' '}
          {discountId && (
            <Link url={`shopify://admin/discounts/${discountId}`} target="_top">
              {cards.discount.open}
            </Link>
          )}
        </Text>
      )}
      <Healed discount={discount} timeZone={timeZone} />
    </BlockStack>
  );
}

function Healed({ discount: { healed }, timeZone }: Props) {
  const { discount: say } = useTexts().cards;
  const language = useLanguage();
  if (!healed) return null;
  const when = formatInstant(healed.at, timeZone, language);
  return (
    <Text as="p" tone="subdued">
      {say.healed(say.hands[healed.what], when)} {say.changeHere}
    </Text>
  );
}
