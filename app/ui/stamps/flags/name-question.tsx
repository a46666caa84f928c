import { BlockStack, Button, ButtonGroup, InlineError, InlineStack, Link, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useSend } from '#app/ui/form/use-send.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { Flag, FlagsData } from './flags-data.ts';

/** The answer of the page's action. */
type Answer = { ok: true } | { ok: false; reason: 'no-flag' };

type Props = { flags: [Flag, ...Flag[]]; data: FlagsData };

/** "Is 'Winter sale' your own discount?": for all orders that bear the name, and those to come. */
export function NameQuestion({ flags: [flag, ...more], data }: Props) {
  const { flags: texts } = useTexts();
  const language = useLanguage();
  const id = useId();
  const { answer, busy, refused } = useAnswering(flag);
  const noun = data.cards.find(({ key }) => key === flag.cardKey)?.noun?.[language].one ?? null;
  const count = more.length + 1;
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingSm" id={id}>
        {texts.isYours(flag.title)}
      </Text>
      <Text as="p">{texts.madeFree(formatNumber(count, language), pluralForm(count, language))}</Text>
      <InlineStack gap="200">
        {[flag, ...more].map(({ orderId, lineId, orderName }) => (
          <Link
            key={`${orderId}-${lineId}`}
            url={`shopify://admin/orders/${orderId}`}
            target="_top"
            removeUnderline
          >
            {texts.order(orderName || orderId)}
          </Link>
        ))}
      </InlineStack>
      <Text as="p" tone="subdued">
        {texts.isYoursHelp}
      </Text>
      <ButtonGroup>
        <Button loading={busy === 'own'} disabled={busy === 'card'} onClick={() => answer('own')}>
          {texts.mine}
        </Button>
        <Button loading={busy === 'card'} disabled={busy === 'own'} onClick={() => answer('card')}>
          {texts.freeOne(noun)}
        </Button>
      </ButtonGroup>
      {refused && <InlineError fieldID={id} message={`${texts.failed}. ${texts.problems[refused]}`} />}
    </BlockStack>
  );
}

const nothing = () => undefined;

function useAnswering({ orderId, lineId }: Flag) {
  const { flags: texts } = useTexts();
  const { send, saving, answer: answered } = useSend<Answer>({ done: texts.saved, onClose: nothing });
  const [asked, setAsked] = useState<'own' | 'card'>('own');
  const answer = (of: 'own' | 'card') => {
    if (saving) return;
    setAsked(of);
    send({ orderId, lineId, isOwn: of === 'own' });
  };
  return { answer, busy: saving ? asked : null, refused: answered?.ok === false ? answered.reason : null };
}
