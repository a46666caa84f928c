import { Card, InlineGrid, BlockStack, Text } from '@shopify/polaris';
import { formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { MemberData } from '../members/member/member-data.ts';

/** Points: what there is, what is owed, what comes with payment. */
export function BalancePanel({ member }: MemberData) {
  const { members: texts } = useTexts();
  return (
    <Card>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        <Figure name={texts.points} value={Math.max(0, member.points)} />
        <Figure name={texts.owed} value={Math.max(0, -member.points)} help={texts.owedHelp} />
        <Figure name={texts.pending} value={member.pendingPoints} help={texts.pendingHelp} />
      </InlineGrid>
    </Card>
  );
}

function Figure({ name, value, help }: { name: string; value: number; help?: string }) {
  const language = useLanguage();
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingSm">
        {name}
      </Text>
      <Text as="p" variant="headingLg">
        {formatNumber(value, language)}
      </Text>
      {help && value !== 0 && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
    </BlockStack>
  );
}
