import { useNavigate } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, Layout, Page, Text } from '@shopify/polaris';
import { PlusIcon } from '@shopify/polaris-icons';
import { CARD_LIMITS } from '#app/core/program/card-rules.ts';
import { givesAnything } from '#app/core/program/gives-anything.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { CurrencyNotice } from '../currency-notice.tsx';
import { PausedNotice } from '../paused-notice.tsx';
import { rewardLines } from '../../rewards/reward-lines.ts';
import { RewardsAction } from '../../rewards/rewards-action.tsx';
import { blocksOn } from '../../storefront/blocks-on.ts';
import { WhereSeen } from '../../storefront/where-seen.tsx';
import type { WhereSeenData } from '../../storefront/where-seen-data.ts';
import type { ProgramData } from '../program-data.ts';
import { CostPanel } from './cost-panel.tsx';
import { PausePanel } from './pause-panel.tsx';
import type { ProgramFigures } from './program-figures.ts';
import { ProgramGroup } from './program-group.tsx';
import { collectLines, delightLines } from './program-lines.ts';
import { PublishBar } from './publish-bar.tsx';
import { ShownNow } from './shown-now.tsx';

type Props = { data: ProgramData; figures: ProgramFigures; seen: WhereSeenData };

/** The program at a glance: what waits to be published, what customers have, each part with the way to its page. */
export function OverviewPage({ data, figures, seen }: Props) {
  const { program, overview, rewards } = useTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const { currency, titles, newCurrency, pausedSince, timeZone, revision } = data;
  const context = { data, figures, wording: { language, currency, titles } };
  const { collect, delight } = overview.groups;
  const usable = rewardLines(context);
  const isLive = givesAnything(data.published.rules);
  return (
    <Page>
      <PageTitle title={program.title}>
        <button onClick={() => navigate('/app/program/versions')}>{program.versions}</button>
      </PageTitle>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {newCurrency !== null && <CurrencyNotice currency={currency} newCurrency={newCurrency} />}
            <PausedNotice since={pausedSince} timeZone={timeZone} />
            <PublishBar data={data} />
            <ProgramGroup
              title={collect.title}
              help={collect.help}
              lines={collectLines(context)}
              revision={revision}
              action={data.draft.cards.length < CARD_LIMITS.cards && <AddCard />}
            />
            <ProgramGroup
              title={rewards.group.title}
              help={usable.length === 0 ? rewards.empty.heading : rewards.group.help}
              lines={usable}
              revision={revision}
              action={<RewardsAction rewards={data.draft.rewards ?? []} />}
            />
            <ProgramGroup
              title={delight.title}
              help={delight.help}
              lines={delightLines(context)}
              revision={revision}
              action={<AddMoment />}
            />
            {isLive && <WhereSeen shop={data.shop} on={blocksOn(data.published.rules)} data={seen} />}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {isLive ? (
              <ShownNow
                key={`${data.published.number}`}
                paused={pausedSince !== null}
                rules={data.published.rules}
              />
            ) : (
              <NothingShownYet />
            )}
            <CostPanel figures={figures} currency={currency} />
            <TryIt />
            {(isLive || pausedSince !== null) && <PausePanel paused={pausedSince !== null} />}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function AddCard() {
  const { program } = useTexts();
  return (
    <div style={{ flex: 'none' }}>
      <Button variant="plain" icon={PlusIcon} url="/app/program/cards/new">
        {program.addCard}
      </Button>
    </div>
  );
}

function AddMoment() {
  const { moments } = useTexts();
  return (
    <div style={{ flex: 'none' }}>
      <Button variant="plain" icon={PlusIcon} url="/app/program/moments">
        {moments.add}
      </Button>
    </div>
  );
}

/** Instead of blocks that are all empty. */
function NothingShownYet() {
  const { overview } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {overview.shownNow}
        </Text>
        <Text as="p" tone="subdued">
          {overview.nothingShownYet}
        </Text>
      </BlockStack>
    </Card>
  );
}

function TryIt() {
  const { program, overview } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {program.trial.heading}
        </Text>
        <Text as="p" tone="subdued">
          {program.trial.help}
        </Text>
        <InlineStack>
          <Button url="/app/program/trial">{overview.tryButton}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
