import { BlockStack, Button, InlineStack, Page } from '@shopify/polaris';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { OrdersToCheck } from '#app/ui/stamps/flags/orders-to-check.tsx';
import { PausedNotice } from '../editing/paused-notice.tsx';
import { RewardsToCheck } from '../rewards/flags/rewards-to-check.tsx';
import { TasksToDo } from '../tasks/tasks-to-do.tsx';
import { MissingNotice } from '../storefront/missing-notice.tsx';
import { Figures } from '../figures/figures.tsx';
import { healthLines, troubles } from './health-lines.ts';
import { HealthPanel } from './health-panel.tsx';
import type { HomeData } from './home-data.ts';
import { SetupGuide } from './setup-guide.tsx';
import { TroubleBanners } from './trouble-banner.tsx';
import { useHomeAction } from './use-home-action.ts';
import { useRefreshOnReturn } from './use-refresh-on-return.ts';

/** The home page: what is left to set up, what the program has done, and whether all is well. */
export function Home(data: HomeData) {
  const { home } = useTexts();
  useRefreshOnReturn();
  const { dismissed } = data.guide;
  // Without them nobody knows what is left to set up.
  const readable = data.health.states.rules === 'good';
  const lines = healthLines(data, useLanguage());
  const late = troubles(lines);
  const below = (
    <>
      <Figures {...data} />
      <HealthPanel lines={lines} />
    </>
  );
  return (
    <Page>
      <PageTitle title={home.title} />
      <BlockStack gap="500">
        {late.length > 0 && (
          <TroubleBanners troubles={late} newCurrency={data.health.facts.currency.detail ?? null} />
        )}
        <PausedNotice since={data.pausedSince} timeZone={data.timeZone} link />
        {data.guide.published && (
          <MissingNotice shop={data.shop} timeZone={data.timeZone} on={data.guide} data={data.seen} />
        )}
        {data.rewardFlags > 0 && <RewardsToCheck count={data.rewardFlags} />}
        <TasksToDo {...data.tasks} />
        {data.flags > 0 && <OrdersToCheck count={data.flags} />}
        {!dismissed && readable ? <SetupGuide {...data}>{below}</SetupGuide> : below}
        {dismissed && readable && <ShowGuide />}
      </BlockStack>
    </Page>
  );
}

function ShowGuide() {
  const { home } = useTexts();
  const { send, busy, waits } = useHomeAction();
  return (
    <InlineStack align="center">
      <Button variant="plain" loading={busy} disabled={waits} onClick={() => send({ do: 'show-guide' })}>
        {home.showGuide}
      </Button>
    </InlineStack>
  );
}
