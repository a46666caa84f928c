import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { isForEverybody } from '#app/core/moments/who-of-moment.ts';
import { formatBirthday, formatDay, formatInstant } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { BirthdayLine, MemberData } from '../../members/member/member-data.ts';

export type BirthdayDialog = 'birthday' | 'remove-birthday';
type Props = MemberData & { open: (dialog: BirthdayDialog) => void };

/** The date, the day of the next gift, and who told the date when. */
export function BirthdayPanel({ open, ...data }: Props) {
  const { birthdays } = useTexts();
  const { card: say } = birthdays;
  const { date, log } = data.birthday;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {say.title}
        </Text>
        <Told {...data} />
        <InlineStack gap="600">
          <Button variant="plain" onClick={() => open('birthday')}>
            {date ? say.correct : say.enter}
          </Button>
          {date && (
            <Button variant="plain" tone="critical" onClick={() => open('remove-birthday')}>
              {say.remove}
            </Button>
          )}
        </InlineStack>
        {log.length > 0 && <Log {...data} />}
      </BlockStack>
    </Card>
  );
}

function Told({ birthday: { date, nextGiftOn }, birthdayGift, unreadable, ...pauses }: MemberData) {
  const { birthdays } = useTexts();
  const { card: say } = birthdays;
  const language = useLanguage();
  if (!date) {
    return (
      <Text as="p" tone="subdued">
        {say.none}
      </Text>
    );
  }
  const next = birthdayGift && !isForEverybody(birthdayGift) ? say.nextGiftForSome : say.nextGift;
  return (
    <BlockStack gap="100">
      <Text as="p">{formatBirthday(date, language)}</Text>
      {date.month === 2 && date.day === 29 && <Text as="p">{say.leapDay}</Text>}
      {nextGiftOn !== null && <Text as="p">{next(formatDay(nextGiftOn, language))}</Text>}
      {birthdayGift === null && !unreadable && (
        <Text as="p" tone="subdued">
          {say.noOffer}
        </Text>
      )}
      {birthdayGift !== null && (pauses.paused || pauses.giftPaused) && (
        <Text as="p" tone="subdued">
          {pauses.paused ? say.paused : say.giftPaused}
        </Text>
      )}
    </BlockStack>
  );
}

function Log({ birthday: { log }, timeZone }: MemberData) {
  const { birthdays, members } = useTexts();
  const language = useLanguage();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {birthdays.card.log}
      </Text>
      <List>
        {log.map((line) => (
          <List.Item key={line.requestKey}>
            <Text as="p">{lineInWords(line, birthdays.card, language)}</Text>
            <Text as="p" tone="subdued">
              {formatInstant(line.madeAt, timeZone, language)}
            </Text>
            {line.reason !== null && (
              <Text as="p" tone="subdued">
                {members.adjustedReason(line.reason)}
              </Text>
            )}
            {line.userId !== null && (
              <Text as="p" tone="subdued">
                {members.adjustedBy(line.userId)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function lineInWords(
  { date, by }: BirthdayLine,
  say: ReturnType<typeof useTexts>['birthdays']['card'],
  language: ReturnType<typeof useLanguage>,
): string {
  if (date) return say.told[by](formatBirthday(date, language));
  // Shopify's copy never takes a date away.
  return by === 'merchant' ? say.tookAway.merchant : say.tookAway.shopper;
}
