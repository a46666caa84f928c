import { useNavigate } from '@remix-run/react';
import {
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  Collapsible,
  InlineStack,
  List,
  Text,
} from '@shopify/polaris';
import { useId, useState } from 'react';
import { formatInstant, formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { explainEntry } from './explain-entry.ts';
import type { EntryRow, MemberData } from '../members/member/member-data.ts';

/** Every entry, newest first, each with its reasons. */
export function HistoryPanel(data: MemberData) {
  const { members: texts } = useTexts();
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingSm">
          {texts.history}
        </Text>
      </Box>
      {data.entries.length === 0 && (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            {texts.noHistory}
          </Text>
        </Box>
      )}
      {data.entries.map((entry) => (
        <Box key={entry.id} padding="400" borderBlockStartWidth="025" borderColor="border">
          <Entry entry={entry} data={data} />
        </Box>
      ))}
      <Pages {...data} />
    </Card>
  );
}

function Entry({ entry, data }: { entry: EntryRow; data: MemberData }) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { summary, reasons } = explainEntry(entry, data, language);
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Text as="p">{summary}</Text>
      <InlineStack gap="300">
        <Text as="span" tone="subdued">
          {formatInstant(entry.occurredAt, data.timeZone, language)}
        </Text>
        <Text as="span" tone="subdued">
          {texts.balanceAfter(formatNumber(entry.balanceAfter, language))}
        </Text>
        <Button
          variant="plain"
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          onClick={() => setOpen(!open)}
        >
          {texts.why}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        <List>
          {reasons.map((reason, index) => (
            // Reasons never change their order.
            <List.Item key={index}>{reason}</List.Item>
          ))}
        </List>
      </Collapsible>
    </BlockStack>
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
