import { Banner, BlockStack, InlineStack, Link, Page } from '@shopify/polaris';
import { REWARD_LIMITS } from '#app/core/rewards/reward-rules.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { NotLiveYet } from '../editing/not-live-yet.tsx';
import { ProgramGroup } from '../editing/overview/program-group.tsx';
import { recordAt } from './record/record-data.ts';
import { rewardLines } from './reward-lines.ts';
import { RewardsAction } from './rewards-action.tsx';
import { Proposals } from './proposals.tsx';
import type { RewardsListData } from './rewards-data.ts';

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
