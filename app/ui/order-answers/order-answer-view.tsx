import { BlockStack, Box, Button, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { AskedOrderAnswer } from '#app/core/order-answers/merchants-answer.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ask } from '../form/ask.ts';
import { FoundOrderView } from './found-order-view.tsx';

type Props = { answer: AskedOrderAnswer; typed: string; memberId: string | null; again: () => void };

/** What became of the order, or why the app doesn't have it. */
export function OrderAnswerView({ answer, typed, memberId, again }: Props) {
  const { orderAnswers: texts } = useTexts();
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      {answer.known === 'here' && <FoundOrderView answer={answer} memberId={memberId} />}
      {answer.known === 'nowhere' && (
        <BlockStack gap="100">
          <Text as="p" fontWeight="semibold" breakWord>
            {texts.nowhere(typed.trim())}
          </Text>
          <Text as="p">{texts.nowhereHelp}</Text>
        </BlockStack>
      )}
      {answer.known === 'at-shopify' && <AtShopify {...answer} again={again} />}
    </Box>
  );
}

type AtShopifyProps = Extract<AskedOrderAnswer, { known: 'at-shopify' }> & { again: () => void };

function AtShopify({ orderId, name, why, again }: AtShopifyProps) {
  const { orderAnswers: texts, pastOrders } = useTexts();
  const [state, setState] = useState<'idle' | 'reading' | 'failed'>('idle');
  const read = async () => {
    setState('reading');
    const question = JSON.stringify({ do: 'read', orderId });
    const answer = await ask<{ ok: boolean }>('/app/order-answers', question, AbortSignal.timeout(30_000));
    setState(answer?.ok ? 'idle' : 'failed');
    if (answer?.ok) again();
  };
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold">
        {texts.atShopify(name)}
      </Text>
      <Text as="p">{why === 'before-program' ? texts.beforeProgram : texts.notTold}</Text>
      <InlineStack gap="200">
        {why === 'not-told' && (
          <Button id="read-order" loading={state === 'reading'} onClick={() => void read()}>
            {texts.readNow}
          </Button>
        )}
        {why === 'before-program' && <Button url="/app/orders/past">{pastOrders.title}</Button>}
        <Button url={`shopify://admin/orders/${orderId}`} target="_top" variant="plain">
          {texts.openOrder}
        </Button>
      </InlineStack>
      {state === 'failed' && <InlineError fieldID="read-order" message={texts.notRead} />}
    </BlockStack>
  );
}
