import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { formatBirthday, formatInstant } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { LifeDateData } from '../members/member/member-data.ts';

export type LifeDateDialog = 'life-date' | 'remove-life-date';
type Open = (dialog: LifeDateDialog, of: LifeDateData) => void;
type Props = { lifeDates: readonly LifeDateData[]; timeZone: string; open: Open };

/** The days of their own that the member told, who told them when, and the words to which they agreed. */
export function LifeDatesPanel({ lifeDates, timeZone, open }: Props) {
  const { memberDates: say } = useTexts();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingSm">
          {say.title}
        </Text>
        {lifeDates.map((each) => (
          <OneDate key={each.key} of={each} timeZone={timeZone} open={open} />
        ))}
      </BlockStack>
    </Card>
  );
}

function OneDate({ of, timeZone, open }: { of: LifeDateData; timeZone: string; open: Open }) {
  const { memberDates: say, birthdays } = useTexts();
  const language = useLanguage();
  const { title, date, asked, log } = of;
  const name = title?.[language] ?? say.unnamed;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {name}
      </Text>
      <Text as="p" {...(date ? {} : { tone: 'subdued' as const })}>
        {date ? formatBirthday(date, language) : birthdays.card.none}
      </Text>
      {!asked && (
        <Text as="p" tone="subdued">
          {say.notAsked}
        </Text>
      )}
      <InlineStack gap="600">
        {asked && (
          <Button
            variant="plain"
            accessibilityLabel={date ? say.correctNamed(name) : say.enterNamed(name)}
            onClick={() => open('life-date', of)}
          >
            {date ? say.correct : say.enter}
          </Button>
        )}
        {date && (
          <Button
            variant="plain"
            tone="critical"
            accessibilityLabel={say.removeNamed(name)}
            onClick={() => open('remove-life-date', of)}
          >
            {say.remove}
          </Button>
        )}
      </InlineStack>
      {log.length > 0 && <Log log={log} timeZone={timeZone} />}
    </BlockStack>
  );
}

function Log({ log, timeZone }: { log: LifeDateData['log']; timeZone: string }) {
  const { memberDates: say, birthdays, members } = useTexts();
  const language = useLanguage();
  const { told, tookAway } = birthdays.card;
  return (
    <List>
      {log.map(({ requestKey, date, by, userId, reason, words, madeAt }) => (
        <List.Item key={requestKey}>
          <Text as="p">{date ? told[by](formatBirthday(date, language)) : tookAway[by]}</Text>
          {[
            formatInstant(madeAt, timeZone, language),
            ...(words ? [say.agreed(words[language])] : []),
            ...(reason === null ? [] : [members.adjustedReason(reason)]),
            ...(userId === null ? [] : [members.adjustedBy(userId)]),
          ].map((line) => (
            <Text key={line} as="p" tone="subdued">
              {line}
            </Text>
          ))}
        </List.Item>
      ))}
    </List>
  );
}
