import { BlockStack, Checkbox, Modal, Text } from '@shopify/polaris';
import { useState, type RefObject } from 'react';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ReasonField } from './reason-field.tsx';
import type { Giving } from './use-giving.ts';

type Props = { giving: Giving; activator: RefObject<HTMLDivElement | null> };

/** Asks why before all are given something. What was typed stays until it is given. */
export function HandDialog({ giving, activator }: Props) {
  const { momentFigures } = useTexts();
  const { hand: say } = momentFigures;
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState(false);
  const { press, busy, answer, close, give } = giving;
  return (
    <Modal
      open={press !== null}
      activator={activator as RefObject<HTMLDivElement>}
      onClose={busy ? () => undefined : close}
      title={say.give}
      primaryAction={{
        content: say.give,
        onAction: () => give({ do: 'give', reason, again }),
        loading: busy,
      }}
      secondaryActions={[{ content: say.cancel, onAction: close, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <SlowSave saving={busy} />
          <Text as="p">{say.sure}</Text>
          <Checkbox label={say.again} checked={again} onChange={setAgain} />
          <ReasonField value={reason} onChange={setReason} answer={answer} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
