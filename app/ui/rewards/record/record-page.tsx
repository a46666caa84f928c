import { useNavigate } from '@remix-run/react';
import {
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  InlineStack,
  Link,
  Page,
  Tabs,
  Text,
} from '@shopify/polaris';
import { RECORD_VIEWS } from '#app/core/rewards/reward-record.ts';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { ReceiptPicture } from '../../members/pictures.tsx';
import { recordAt, type RecordData } from './record-data.ts';
import { RecordRows } from './record-rows.tsx';

/** The lists behind the figures of rewards: which orders used one, what was given out, what ended unused. */
export function RecordPage(data: RecordData) {
  const { rewards, rewardRecord: say } = useTexts();
  const navigate = useNavigate();
  const { record, since } = data;
  const tabs = RECORD_VIEWS.map((view) => ({ id: view, content: say.views[view] }));
  return (
    <Page>
      <PageTitle title={say.title} back={{ title: rewards.title, to: '/app/program/rewards' }} />
      <BlockStack gap="400">
        <PageIntro>{say.intro}</PageIntro>
        <Card padding="0">
          <Tabs
            tabs={tabs}
            selected={RECORD_VIEWS.indexOf(record.view)}
            onSelect={(at) => navigate(recordAt({ show: RECORD_VIEWS[at] ?? 'orders', since }))}
          >
            <Count {...data} />
            {record.all === 0 ? <Nothing {...data} /> : <RecordRows {...data} />}
            <Pages {...data} />
          </Tabs>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** As many as the figure says that led here, and since when. */
function Count({ record: { view, all }, since }: RecordData) {
  const { rewardRecord: say, memberList } = useTexts();
  const language = useLanguage();
  const said = say.count[view](formatNumber(all, language), pluralForm(all, language));
  if (all === 0 && since === null) return null;
  return (
    <Box paddingInline="400" paddingBlock="200">
      <InlineStack gap="200">
        <Text as="p" tone="subdued">
          {[said, ...(since === null ? [] : [say.since(formatDay(since, language))])].join(' · ')}
        </Text>
        {since !== null && (
          <Link url={recordAt({ show: view, since: null })} monochrome>
            {memberList.sinceEver}
          </Link>
        )}
      </InlineStack>
    </Box>
  );
}

function Nothing({ record: { view } }: RecordData) {
  const { rewardRecord: say, rewards } = useTexts();
  const { heading, help } = say.nothing[view];
  return (
    <NothingYet
      picture={<ReceiptPicture />}
      heading={heading}
      help={help}
      action={{ content: rewards.title, url: '/app/program/rewards' }}
    />
  );
}

function Pages({ record, since, isFirstPage }: RecordData) {
  const { flags: texts } = useTexts();
  const navigate = useNavigate();
  if (isFirstPage && !record.hasNext) return null;
  const { view } = record;
  const last = (record.view === 'orders' ? record.orders : record.given).at(-1);
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <ButtonGroup>
        {!isFirstPage && (
          <Button onClick={() => navigate(recordAt({ show: view, since }))}>{texts.first}</Button>
        )}
        {record.hasNext && last && (
          <Button onClick={() => navigate(recordAt({ show: view, since, after: `${last.at}_${last.id}` }))}>
            {texts.next}
          </Button>
        )}
      </ButtonGroup>
    </Box>
  );
}
