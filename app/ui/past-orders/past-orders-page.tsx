import { BlockStack, Page } from '@shopify/polaris';
import { isWorking } from '#app/core/past-orders/past-step.ts';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { PastPage } from '#app/core/past-orders/past-page.ts';
import { EarningCard } from './earning-card.tsx';
import { ReadingCard } from './reading-card.tsx';
import { useWatch } from './use-watch.ts';

/** Past orders: brought in as history, and made to earn where the merchant says so. */
export function PastOrdersPage(page: PastPage) {
  const { pastOrders: texts, flags } = useTexts();
  useWatch(page.step !== null && isWorking(page.step));
  const isRead = page.readOn !== null;
  return (
    <Page>
      <PageTitle title={texts.title} back={{ title: flags.title, to: '/app/orders' }} />
      <BlockStack gap="400">
        <PageIntro>{texts.intro}</PageIntro>
        <ReadingCard {...page} />
        {isRead && <EarningCard {...page} />}
      </BlockStack>
    </Page>
  );
}
