import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Link,
  Page,
  Text,
} from '@shopify/polaris';
import { proposals } from '#app/core/editing/reward-proposals.ts';
import { REWARD_LIMITS } from '#app/core/rewards/reward-rules.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { NotLiveYet } from '../editing/not-live-yet.tsx';
import { ProgramGroup } from '../editing/overview/program-group.tsx';
import { emptyReward } from '#app/core/editing/reward-form.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { recordAt } from './record/record-data.ts';
import { rewardLines } from './reward-lines.ts';
import { RewardsAction } from './rewards-action.tsx';
import { givesInWords, pointsInWords } from './reward-sentence.ts';
import type { RewardsData, RewardsListData } from './rewards-data.ts';
import { suggestedTitle } from './suggested-title.ts';

/** What points can be used for, a line a reward; where there is none, what to begin with. */
export function RewardsPage({ data }: { data: RewardsListData }) {
  const { program, rewards: say, rewardRecord: record } = useTexts();
  const language = useLanguage();
  const { currency, titles, draft, revision, figures } = data;
  const lines = rewardLines({ data, became: figures, wording: { language, currency, titles } });
  const isFull = (draft.rewards ?? []).length >= REWARD_LIMITS.rewards;
  return (
    <Page>
      <PageTitle title={say.title} back={{ title: program.title, to: '/app/program' }} />
      <BlockStack gap="400">
        <NotLiveYet data={data} dirty={false} />
        {isFull && (
          <Banner>
            <p>{say.mostReached}</p>
          </Banner>
        )}
        {lines.length === 0 ? (
          <Proposals data={data} />
        ) : (
          <ProgramGroup
            title={say.group.title}
            help={say.group.help}
            lines={lines}
            revision={revision}
            action={<RewardsAction rewards={draft.rewards ?? []} />}
          />
        )}
        {Object.keys(figures).length > 0 && (
          <InlineStack align="center">
            <Link url={recordAt({ show: 'given', since: null })}>{record.see}</Link>
          </InlineStack>
        )}
      </BlockStack>
    </Page>
  );
}

const BEGINNINGS = ['amount', 'shipping'] as const;

function Proposals({ data }: { data: RewardsData }) {
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
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          {BEGINNINGS.map((begin) => (
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

function Beginning({ begin, data }: { begin: (typeof BEGINNINGS)[number]; data: RewardsData }) {
  const { rewards: say } = useTexts();
  const language = useLanguage();
  const { draft, currency, titles, usual } = data;
  const proposal = proposals(draft.earn, currency, usual.shippingMinor)[begin];
  const form = emptyReward(
    byLanguage(() => ''),
    proposal,
    currency,
  );
  const name = suggestedTitle(form, currency, language) ?? '';
  const wording = { language, currency, titles };
  const points = pointsInWords(proposal.cost, draft.names, wording);
  const sentence = say.sentence(points, 'other', givesInWords(proposal.gives, wording));
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {name}
      </Text>
      <Text as="p">{sentence}</Text>
      <InlineStack>
        <Button
          url={`/app/program/rewards/new?begin=${begin}`}
          accessibilityLabel={say.empty.useNamed(name)}
          variant={begin === 'amount' ? 'primary' : 'secondary'}
        >
          {say.empty.use}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
