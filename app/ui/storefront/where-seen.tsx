import { BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { BlocksOn } from '#app/ui/home/theme-blocks.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatAgo } from '#app/ui/values/format.ts';
import { seenPages } from './seen-pages.ts';
import { SeenTable } from './seen-table.tsx';
import { useAllowReading } from './use-allow-reading.ts';
import { useThemeNews } from './use-theme-news.ts';
import type { WhereSeenData } from './where-seen-data.ts';

type Props = { shop: string; on: BlocksOn; data: WhereSeenData };

/** Page by page of the live theme: which block is shown, and the way to add what isn't there. */
export function WhereSeen({ shop, on, data }: Props) {
  const { whereSeen } = useTexts();
  const language = useLanguage();
  const { seen, toldAt, trouble, canRead, now } = data;
  useThemeNews(data);
  const told = toldAt === null ? '' : ` ${whereSeen.read(formatAgo(toldAt, now, language))}`;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {whereSeen.title}
          </Text>
          <Text as="p" tone="subdued">
            {seen ? whereSeen.help(seen.theme?.name ?? null) + told : whereSeen.unread}
          </Text>
          {trouble && (
            <Text as="p" tone="caution">
              {whereSeen.trouble[trouble]}
            </Text>
          )}
        </BlockStack>
      </Box>
      {seen && <SeenTable shop={shop} pages={seenPages(seen, on)} />}
      <Reading canRead={canRead} />
    </Card>
  );
}

/** The permission, with what it is for, or its end. */
function Reading({ canRead }: { canRead: boolean }) {
  const { whereSeen } = useTexts();
  const { state, allow, stop } = useAllowReading();
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border-secondary">
      <BlockStack gap="300">
        {!canRead && (
          <Text as="p" tone="subdued">
            {whereSeen.askReason}
          </Text>
        )}
        <InlineStack gap="300" blockAlign="center">
          {canRead ? (
            <Button variant="plain" loading={state === 'asking'} onClick={stop}>
              {whereSeen.stop}
            </Button>
          ) : (
            <Button loading={state === 'asking'} onClick={allow}>
              {whereSeen.allow}
            </Button>
          )}
          <div role="status">
            {state === 'declined' && (
              <Text as="span" tone="subdued">
                {whereSeen.declined}
              </Text>
            )}
            {state === 'failed' && (
              <Text as="span" tone="critical">
                {whereSeen.askFailed}
              </Text>
            )}
          </div>
        </InlineStack>
      </BlockStack>
    </Box>
  );
}
