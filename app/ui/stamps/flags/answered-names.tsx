import { BlockStack, Button, Card, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useId } from 'react';
import { useSend } from '#app/ui/form/use-send.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { AnsweredName } from './flags-data.ts';

/** The discounts that were asked about by their names, and how to answer otherwise. */
export function AnsweredNames({ names }: { names: AnsweredName[] }) {
  const { flags: texts } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {texts.names}
          </Text>
          <Text as="p" tone="subdued">
            {texts.namesHelp}
          </Text>
        </BlockStack>
        {names.map((name) => (
          <OneName key={name.title} name={name} />
        ))}
      </BlockStack>
    </Card>
  );
}

const nothing = () => undefined;

function OneName({ name: { title, isOwn } }: { name: AnsweredName }) {
  const { flags: texts } = useTexts();
  const id = useId();
  const { send, saving, answer } = useSend<{ ok: true } | { ok: false; reason: 'no-flag' }>({
    done: texts.saved,
    onClose: nothing,
  });
  const [label, named] = isOwn
    ? [texts.toCard, texts.toCardNamed(title)]
    : [texts.toOwn, texts.toOwnNamed(title)];
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p" id={id}>
          {isOwn ? texts.isOwn(title) : texts.isCard(title)}
        </Text>
        <Button
          loading={saving}
          accessibilityLabel={named}
          onClick={() => send({ name: title, isOwn: !isOwn })}
        >
          {label}
        </Button>
      </InlineStack>
      {answer?.ok === false && (
        <InlineError fieldID={id} message={`${texts.failed}. ${texts.problems[answer.reason]}`} />
      )}
    </BlockStack>
  );
}
