import { BlockStack, Button, Card, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { useSend } from '#app/ui/form/use-send.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { MemberLink } from '../../members/member-link.tsx';
import { useCustomerNames } from '../../members/use-customer-names.ts';
import type { MemberRewardRow } from '../member-reward.ts';
import { flagInWords } from './flag-in-words.ts';

type Flagged = Pick<MemberRewardRow, 'orders' | 'price'> & {
  id: string;
  flag: VoucherFlag;
  title: Localized;
  memberId: string;
  customerId: string;
};

type Props = { rewards: Flagged[]; hasMore: boolean; currency: string };

/** Rewards that the merchant should look at, each until somebody has. Nothing while there are none. */
export function FlaggedRewards({ rewards, hasMore, currency }: Props) {
  const { memberRewards, members } = useTexts();
  const { flags: say } = memberRewards;
  const names = useCustomerNames([...new Set(rewards.map(({ customerId }) => customerId))]);
  const place = useFocusAfterLess(rewards.length);
  if (rewards.length === 0) return null;
  const nameOf = (customerId: string) =>
    isErasedCustomer(customerId)
      ? members.erasedCustomer
      : (names[customerId] ?? members.customerNumber(customerId));
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {say.title}
            </Text>
            <Text as="p">{say.intro}</Text>
          </BlockStack>
          {rewards.map((reward) => (
            <Row key={reward.id} reward={reward} name={nameOf(reward.customerId)} currency={currency} />
          ))}
          {hasMore && (
            <Text as="p" tone="subdued">
              {say.more}
            </Text>
          )}
        </BlockStack>
      </Card>
    </div>
  );
}

/** The button that had the keyboard goes with its row: the list has it then. */
function useFocusAfterLess(count: number) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) place.current?.focus();
    before.current = count;
  }, [count]);
  return place;
}

type RowProps = { reward: Flagged; name: string; currency: string };

const stayHere = () => undefined;

function Row({ reward, name, currency }: RowProps) {
  const { flags: say } = useTexts().memberRewards;
  const language = useLanguage();
  const { send, saving, answer } = useSend<{ ok: true }>({ done: say.done, onClose: stayHere });
  const { id, flag, title, memberId } = reward;
  const button = `seen-${id}`;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {title[language]}
        </Text>
        <MemberLink id={memberId} name={name} />
      </InlineStack>
      <Text as="p">{flagInWords(reward, currency, language)}</Text>
      <InlineStack>
        <Button
          id={button}
          loading={saving}
          accessibilityLabel={say.seenNamed(title[language], name)}
          onClick={() => send({ do: 'see-reward', id, flag })}
        >
          {say.seen}
        </Button>
      </InlineStack>
      {answer?.ok === false && <InlineError fieldID={button} message={say.failed} />}
    </BlockStack>
  );
}
