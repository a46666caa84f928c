import { BlockStack, Box, Text } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { Explanation } from './explanation.tsx';
import { explainEntry } from './explain-entry.ts';
import type { Explained } from '../orders/explain-order.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { useLineTitles } from './use-line-titles.ts';

/** The reasons of an event, entry by entry. What an order's lines are called is asked once somebody looks. */
export function Why({ row, data, open }: { row: LedgerRow; data: MemberData; open: boolean }) {
  const language = useLanguage();
  const lineTitles = useLineTitles(open ? row.orderId : null);
  const { explained, ofAll } = apart(
    row.entries.map((entry) => explainEntry(entry, data, language, lineTitles)),
  );
  return (
    <div className="ledger-reasons">
      <Box padding="300" background="bg-surface-secondary" borderRadius="200">
        <BlockStack gap="300">
          {explained.map((of, index) => (
            // Entries never change their order.
            <Explanation key={index} {...of} />
          ))}
          {ofAll.map((reason) => (
            <Text key={reason} as="p" tone="subdued">
              {reason}
            </Text>
          ))}
        </BlockStack>
      </Box>
    </div>
  );
}

/** What is true of every entry is said once, below all of them. */
function apart(all: Explained[]) {
  const [first, ...others] = all;
  const ofAll =
    first && others.length > 0
      ? first.reasons.filter((reason) => others.every(({ reasons }) => reasons.includes(reason)))
      : [];
  const explained = all.map(({ summary, reasons }) => ({
    summary,
    reasons: reasons.filter((reason) => !ofAll.includes(reason)),
  }));
  return { explained, ofAll };
}
