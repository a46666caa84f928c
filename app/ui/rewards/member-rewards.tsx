import { Badge, BlockStack, Button, Card, InlineStack, Text, type BadgeProps } from '@shopify/polaris';
import { cardOfCause } from '#app/core/rewards/cause.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay, formatNumber } from '#app/ui/values/format.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { flagInWords } from './flags/flag-in-words.ts';
import type { MemberRewardRow, OpenGiftRow } from './member-reward.ts';
import { rewardStory } from './reward-story.ts';
import { stateInWords } from './state-in-words.ts';

type Props = {
  data: MemberData;
  /** Absent where there is nothing to give. */
  onGive?: () => void;
  /** Absent where nothing is taken back any more. */
  onTakeBack?: (reward: MemberRewardRow) => void;
};

/** A member's rewards: what is ready first, each with where it came from and what became of it. */
export function MemberRewards({ data, onGive, onTakeBack }: Props) {
  const { memberRewards: say } = useTexts();
  const language = useLanguage();
  const { openGifts } = data;
  const { list, more } = data.rewards;
  const isEmpty = list.length + openGifts.length === 0;
  if (isEmpty && !onGive) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {say.title}
          </Text>
          {onGive && (
            <Button variant="plain" onClick={onGive}>
              {say.give}
            </Button>
          )}
        </InlineStack>
        {isEmpty && (
          <Text as="p" tone="subdued">
            {say.none}
          </Text>
        )}
        {openGifts.map((gift) => (
          <OpenGift key={gift.cause} gift={gift} />
        ))}
        {list.map((reward) => (
          <Line
            key={reward.cause}
            reward={reward}
            data={data}
            {...(onTakeBack && { onTakeBack: () => onTakeBack(reward) })}
          />
        ))}
        {more > 0 && (
          <Text as="p" tone="subdued">
            {say.more(formatNumber(more, language))}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

type Tone = Exclude<BadgeProps['tone'], undefined>;
const TONES: Partial<Record<MemberRewardRow['state'], Tone>> = { held: 'success', releasing: 'info' };

/** A full card would only be given anew. */
const isTakenBack = ({ state, cause }: MemberRewardRow): boolean =>
  (state === 'held' || state === 'waiting') && cardOfCause(cause) === null;

function OpenGift({ gift: { title, until } }: { gift: OpenGiftRow }) {
  const { memberRewards: say } = useTexts();
  const language = useLanguage();
  return (
    <BlockStack gap="050">
      <InlineStack align="start" gap="200" blockAlign="center">
        <Text as="span" fontWeight="medium">
          {title?.[language] ?? say.openGift}
        </Text>
        <Badge tone="attention">{say.toChoose}</Badge>
      </InlineStack>
      <Text as="span" tone="subdued">
        {say.until(formatDay(until, language))}
      </Text>
    </BlockStack>
  );
}

type LineProps = { reward: MemberRewardRow; data: MemberData; onTakeBack?: () => void };

function Line({ reward, data, onTakeBack }: LineProps) {
  const { memberRewards: say } = useTexts();
  const language = useLanguage();
  const title = reward.title[language];
  const tone = TONES[reward.state];
  return (
    <InlineStack align="space-between" blockAlign="start" gap="200">
      <BlockStack gap="050">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="span" fontWeight="medium">
            {title}
          </Text>
          <Badge {...(tone && { tone })}>{stateInWords(reward, language)}</Badge>
        </InlineStack>
        {rewardStory(reward, data, language).map((line) => (
          <Text key={line} as="span" tone="subdued" breakWord>
            {line}
          </Text>
        ))}
        {reward.flag && (
          <Text as="span" tone="caution" breakWord>
            {flagInWords({ ...reward, flag: reward.flag }, data.currency, language)}
          </Text>
        )}
      </BlockStack>
      {onTakeBack && isTakenBack(reward) && (
        <Button
          variant="plain"
          tone="critical"
          accessibilityLabel={say.takeBackNamed(title)}
          onClick={onTakeBack}
        >
          {say.takeBack}
        </Button>
      )}
    </InlineStack>
  );
}
