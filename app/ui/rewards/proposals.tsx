import { BlockStack, Button, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { Begin } from '#app/core/editing/reward-proposals.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { proposedReward } from './proposed-reward.ts';
import { rewardRule } from './reward-sentence.ts';
import type { RewardsData } from './rewards-data.ts';

const OFFERED = ['any', 'shipping', 'product'] as const;
/** The one that suits most. */
const FIRST: Begin = 'any';

/** What a shop without rewards can begin with. */
export function Proposals({ data }: { data: RewardsData }) {
  const { rewards: say } = useTexts();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {say.empty.heading}
          </Text>
          <Text as="p" tone="subdued">
            {say.empty.help}
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="400">
          {OFFERED.map((begin) => (
            <Beginning key={begin} begin={begin} data={data} />
          ))}
        </InlineGrid>
        <InlineStack>
          <Button variant="plain" url="/app/program/rewards/new">
            {say.empty.own}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Beginning({ begin, data }: { begin: Begin; data: RewardsData }) {
  const { rewards: say } = useTexts();
  const language = useLanguage();
  const found = proposedReward(begin, data);
  if (!found) return null;
  const { proposed, form, titles } = found;
  const name = form.title[language];
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {name}
      </Text>
      <Text as="p">
        {rewardRule(proposed, data.draft.names, { language, currency: data.currency, titles })}
      </Text>
      <InlineStack>
        <Button
          url={`/app/program/rewards/new?begin=${begin}`}
          accessibilityLabel={say.empty.useNamed(name)}
          variant={begin === FIRST ? 'primary' : 'secondary'}
        >
          {say.empty.use}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
