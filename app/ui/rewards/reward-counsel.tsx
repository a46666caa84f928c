import { Banner, BlockStack, Text } from '@shopify/polaris';
import type { Titles } from '#app/core/editing/picked.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { cardsThatForbid } from '#app/core/rewards/combines-with-card.ts';
import { kindOf } from '#app/core/rewards/kinds/kind-of.ts';
import { lawWarnings } from '#app/core/rewards/law/law-warnings.ts';
import { ordersUntil } from '#app/core/rewards/orders-until.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { usesFunction } from '#app/core/rewards/uses-function.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { givesBackInWords } from './gives-back-in-words.ts';
import type { RewardsData } from './rewards-data.ts';

type Props = { reward: Reward; rules: ProgramRules; data: RewardsData; titles: Titles };

/** What a reward gives back, after how many orders a usual customer has it, and what to think of before publishing. */
export function RewardCounsel(props: Props) {
  const { reward, rules, data } = props;
  const { rewards: say } = useTexts();
  const language = useLanguage();
  const { orderMinor } = data.usual;
  const { sentence, warning } = givesBackInWords(reward, rules, orderMinor, language);
  const orders = ordersUntil(reward.cost, rules, orderMinor);
  const after =
    orders === null ? '' : say.after(formatNumber(orders, language), pluralForm(orders, language));
  const hints = useHints(props);
  const laws = lawWarnings(reward, data.place, data.currency);
  return (
    <BlockStack gap="200">
      <div aria-live="polite">
        <Text as="p" tone="subdued">
          {[sentence, after].filter((said) => said !== '').join(' ')}
        </Text>
        {warning !== null && (
          <Text as="p" tone="caution">
            {warning}
          </Text>
        )}
      </div>
      {hints.map((hint) => (
        <Text key={hint} as="p" tone="subdued">
          {hint}
        </Text>
      ))}
      {laws.length > 0 && (
        <Banner tone="warning">
          {laws.map((law) => (
            <p key={law}>{say.law[law]}</p>
          ))}
          <p>{say.law.note}</p>
        </Banner>
      )}
    </BlockStack>
  );
}

/** What Shopify won't do beside it. */
function useHints({ reward, rules, data, titles }: Props): string[] {
  const { rewards: say } = useTexts();
  const language = useLanguage();
  const { gives, combinesWith } = reward;
  const onOrder = kindOf(gives).discountClass(gives) === 'order';
  // The app's own discount leaves lines out.
  const isNative = !data.functionsRun || !usesFunction(gives);
  const forbidding = combinesWith.product ? cardsThatForbid(reward, rules.cards) : [];
  return [
    ...forbidding.map((card) => say.cardForbids(card.title[language])),
    ...(!combinesWith.product && rules.cards.length > 0 ? [say.forbidsCards] : []),
    ...(onOrder && isNative && rules.neverEarns ? [say.neverOnOrder] : []),
    ...(gives.kind === 'product' && rules.cards.length > 0 ? [say.oneOfBoth] : []),
    ...(namesGone(reward, titles) ? [say.gone] : []),
    ...(namesUnsold(reward, titles) ? [say.unsold] : []),
  ];
}

/** Where Shopify told no title at all, it wasn't asked. */
function namesGone({ gives }: Reward, { products, collections }: Titles): boolean {
  const named = kindOf(gives).named(gives);
  if (!named) return false;
  if (Object.keys(products).length + Object.keys(collections).length === 0) return false;
  const { productIds, collectionIds } = named;
  return productIds.some((id) => !(id in products)) || collectionIds.some((id) => !(id in collections));
}

function namesUnsold({ gives }: Reward, { unsold = [] }: Titles): boolean {
  return (kindOf(gives).named(gives)?.productIds ?? []).some((id) => unsold.includes(id));
}
