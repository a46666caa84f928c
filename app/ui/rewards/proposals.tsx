import { BlockStack, Button, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { Begin } from '#app/core/editing/reward-proposals.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { proposedReward } from './proposed-reward.ts';
import { rewardRule } from './reward-sentence.ts';
import type { RewardsData } from './rewards-data.ts';

/** The one that suits most, and what stands for it where a shop can't have it. */
const FIRST = ['any', 'amount'] as const satisfies readonly Begin[];
const OTHERS = ['shipping', 'product'] as const satisfies readonly Begin[];

/** What a shop without rewards can begin with. */
export function Proposals({ data }: { data: RewardsData }) {
  const { rewards: say } = useTexts();
  const first = FIRST.find((begin) => proposedReward(begin, data)) ?? 'amount';
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
          {[first, ...OTHERS].map((begin) => (
            <Beginning key={begin} begin={begin} data={data} isFirst={begin === first} />
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

type BeginningProps = { begin: Begin; data: RewardsData; isFirst: boolean };

function Beginning({ begin, data, isFirst }: BeginningProps) {
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
          variant={isFirst ? 'primary' : 'secondary'}
        >
          {say.empty.use}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
