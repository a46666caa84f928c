import { BlockStack, Card, Text } from '@shopify/polaris';
import { dayIn } from '#app/core/values/days.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay } from '#app/ui/values/format.ts';
import type { NoticeRow } from './notice-row.ts';

type Props = { notices: readonly NoticeRow[]; timeZone: string };

/** What a member was to hear, by which way, and what became of it. */
export function NoticesPanel({ notices, timeZone }: Props) {
  const { notices: texts } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {texts.log.title}
        </Text>
        {notices.length === 0 && (
          <Text as="p" tone="subdued">
            {texts.log.none}
          </Text>
        )}
        {notices.map((notice) => (
          <Line key={`${notice.kind} ${notice.cause}`} notice={notice} timeZone={timeZone} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Line({ notice, timeZone }: { notice: NoticeRow; timeZone: string }) {
  const { notices: texts } = useTexts();
  const language = useLanguage();
  const day = formatDay(dayIn(timeZone, new Date(notice.toldAt ?? notice.madeAt)), language);
  return (
    <BlockStack gap="050">
      <Text as="p">{texts.kinds[notice.kind]}</Text>
      <Text as="p" tone="subdued">
        {`${day} · ${texts.log.states[notice.state]}`}
      </Text>
    </BlockStack>
  );
}
