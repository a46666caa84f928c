import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { noticeOfMoment, type HeardOf } from '#app/core/notices/notice-of-moment.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { isUntold, momentHeard, type MomentHearing } from './moment-heard.ts';

type Props = { moment: HeardOf & { key: string }; hearing: MomentHearing };

/** On a moment's page: how customers hear of it, and where that is chosen. */
export function HowHeardCard({ moment, hearing }: Props) {
  const { notices } = useTexts();
  const language = useLanguage();
  // What the shop does by hand goes to nobody else.
  const isTold = noticeOfMoment(moment) !== null;
  const tone = isUntold(moment, hearing.flow) ? 'critical' : undefined;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {notices.title}
        </Text>
        <Text as="p" {...(tone && { tone })}>
          {momentHeard(moment, hearing, language)}
        </Text>
        {isTold && <Link url="/app/settings/notices">{notices.choose}</Link>}
      </BlockStack>
    </Card>
  );
}
