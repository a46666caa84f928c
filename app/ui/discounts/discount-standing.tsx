import { Banner, BlockStack, Link, Text } from '@shopify/polaris';
import type { DiscountStanding as Standing } from '#app/core/discounts/discount-health.ts';
import { formatInstant } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  discount: Standing;
  timeZone: string;
  /** How it stands, and what to do instead of changing it there: of a card and of a reward other words. */
  standing: string;
  changeHere: string;
  /** What is the matter, sentence by sentence; none where all is well. */
  trouble: readonly string[];
};

/** The state of a discount at Shopify, and what to do where it isn't well. */
export function DiscountStanding({ standing, trouble, ...props }: Props) {
  const { cards } = useTexts();
  const { said, discountId } = props.discount;
  return (
    <BlockStack gap="200">
      {trouble.length > 0 ? (
        <Banner tone="warning">
          {trouble.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {said && <p>{cards.discount.said(said)}</p>}
        </Banner>
      ) : (
        <Text as="p" tone="subdued">
          {standing}{' '}
          {discountId && (
            <Link url={`shopify://admin/discounts/${discountId}`} target="_top">
              {cards.discount.open}
            </Link>
          )}
        </Text>
      )}
      <Healed {...props} />
    </BlockStack>
  );
}

function Healed({
  discount: { healed },
  timeZone,
  changeHere,
}: Pick<Props, 'discount' | 'timeZone' | 'changeHere'>) {
  const { discount: say } = useTexts().cards;
  const language = useLanguage();
  if (!healed) return null;
  const when = formatInstant(healed.at, timeZone, language);
  return (
    <Text as="p" tone="subdued">
      {say.healed(say.hands[healed.what], when)} {changeHere}
    </Text>
  );
}
