import { useNavigate } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Box, ButtonGroup, Button, Card, Page, Tabs } from '@shopify/polaris';
import type { Localized } from '#app/core/program-rules.ts';
import type { FlagReason } from '#app/core/stamps/free-on-line.ts';
import { NothingYet } from '#app/ui/nothing-yet.tsx';
import { useTexts } from '#app/ui/use-texts.ts';
import { FlagRow } from './flag-row.tsx';

/** A line whose discount may have been a card's free unit. Amounts as the shopper paid, in minor units. */
export type Flag = {
  orderId: string;
  lineId: string;
  orderName: string;
  memberId: string | null;
  cardKey: string;
  reason: FlagReason;
  title: string;
  amountMinor: number;
  grossMinor: number;
  /** ISO code of those amounts; null once the order is forgotten. */
  currency: string | null;
  quantity: number;
  raisedAt: string;
  /** Units of the line that take stamps; null until it is decided. */
  freeUnits: number | null;
  decidedBy: string | null;
  decidedAt: string | null;
};

export type FlagsData = {
  flags: Flag[];
  hasNext: boolean;
  isFirstPage: boolean;
  decided: boolean;
  /** The published ones. */
  cards: { key: string; title: Localized; size: number }[];
  timeZone: string;
};

/** What the app couldn't tell for certain, one decision each. */
export function FlagsPage(data: FlagsData) {
  const { flags: texts, home } = useTexts();
  const navigate = useNavigate();
  const tabs = [
    { id: 'open', content: texts.open },
    { id: 'decided', content: texts.decided },
  ];
  return (
    <Page title={texts.title} subtitle={texts.intro} backAction={{ content: home.title, url: '/app' }}>
      <TitleBar title={texts.title} />
      <Card padding="0">
        <Tabs
          tabs={tabs}
          selected={data.decided ? 1 : 0}
          onSelect={(at) => navigate(at === 1 ? '?show=decided' : '?')}
        >
          {data.flags.length === 0 ? <Nothing decided={data.decided} /> : <Rows {...data} />}
        </Tabs>
      </Card>
    </Page>
  );
}

function Nothing({ decided }: { decided: boolean }) {
  const { flags: texts } = useTexts();
  return decided ? (
    <NothingYet heading={texts.noneDecided} help={texts.noneDecidedHelp} />
  ) : (
    <NothingYet heading={texts.noneOpen} help={texts.noneOpenHelp} />
  );
}

function Rows(data: FlagsData) {
  return (
    <>
      {data.flags.map((flag) => (
        <Box
          key={`${flag.orderId}-${flag.lineId}`}
          padding="400"
          borderBlockStartWidth="025"
          borderColor="border"
        >
          <FlagRow flag={flag} data={data} />
        </Box>
      ))}
      <Pages {...data} />
    </>
  );
}

function Pages({ flags, hasNext, isFirstPage, decided }: FlagsData) {
  const { flags: texts } = useTexts();
  const navigate = useNavigate();
  const last = flags.at(-1);
  if (isFirstPage && !hasNext) return null;
  const to = (fields: Record<string, string>) =>
    navigate(`?${new URLSearchParams({ ...(decided && { show: 'decided' }), ...fields })}`);
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <ButtonGroup>
        {!isFirstPage && <Button onClick={() => to({})}>{texts.first}</Button>}
        {hasNext && last && (
          <Button onClick={() => to({ after: `${last.orderId}-${last.lineId}` })}>{texts.next}</Button>
        )}
      </ButtonGroup>
    </Box>
  );
}
