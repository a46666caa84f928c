import { useNavigate } from '@remix-run/react';
import { Box, Button, ButtonGroup, Card, Text } from '@shopify/polaris';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { HistoryPicture } from '../members/pictures.tsx';
import type { MemberData } from '../members/member/member-data.ts';
import { LedgerTable } from './ledger-table.tsx';

/** Absent where nothing can be adjusted any more. */
type Adjusting = { onAdjust?: () => void };

/** Every event, newest first: what it moved, what the balance was then, and why. */
export function LedgerPanel({ onAdjust, ...data }: MemberData & Adjusting) {
  const { members: texts } = useTexts();
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingSm">
          {texts.history}
        </Text>
      </Box>
      {data.entries.length === 0 ? (
        <NothingYet
          picture={<HistoryPicture />}
          heading={texts.noHistory}
          help={texts.noHistoryHelp}
          {...(onAdjust && { action: { content: texts.adjust, onAction: onAdjust } })}
        />
      ) : (
        <LedgerTable {...data} />
      )}
      <Pages {...data} />
    </Card>
  );
}

function Pages({ entries, hasMore, isFirstPage }: MemberData) {
  const { members: texts } = useTexts();
  const navigate = useNavigate();
  const last = entries.at(-1);
  if (isFirstPage && !hasMore) return null;
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <ButtonGroup>
        {!isFirstPage && <Button onClick={() => navigate('?')}>{texts.newer}</Button>}
        {hasMore && last && <Button onClick={() => navigate(`?before=${last.event}`)}>{texts.older}</Button>}
      </ButtonGroup>
    </Box>
  );
}
