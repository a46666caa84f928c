import { BlockStack, Modal, Text, TextField } from '@shopify/polaris';
import { useState, type RefObject } from 'react';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { HandAnswer } from './hand-data.ts';

type Props = {
  open: boolean;
  activator: RefObject<HTMLDivElement | null>;
  busy: boolean;
  answer: HandAnswer | null;
  onGive: (reason: string) => void;
  onClose: () => void;
};

/** Asks why before many are given something. What was typed stays until it is given. */
export function HandDialog({ open, activator, busy, answer, onGive, onClose }: Props) {
  const { momentFigures } = useTexts();
  const { hand: say } = momentFigures;
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);
  const problems = sent && answer && 'problems' in answer ? answer.problems : [];
  const ofReason = problems.find(({ field }) => field === 'reason');
  const others = problems.filter(({ field }) => field !== 'reason');
  const failed = sent && answer?.ok === false && !('problems' in answer);
  const give = () => {
    setSent(true);
    onGive(reason);
  };
  return (
    <Modal
      open={open}
      activator={activator as RefObject<HTMLDivElement>}
      onClose={busy ? () => undefined : onClose}
      title={say.give}
      primaryAction={{ content: say.give, onAction: give, loading: busy }}
      secondaryActions={[{ content: say.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <SlowSave saving={busy} />
          <Text as="p">{say.sure}</Text>
          <TextField
            label={say.reason}
            value={reason}
            onChange={setReason}
            autoComplete="off"
            error={ofReason ? say.problems[ofReason.reason] : false}
          />
          {others.map(({ reason: why }) => (
            <Text key={why} as="p" tone="critical">
              {say.problems[why]}
            </Text>
          ))}
          {failed && (
            <Text as="p" tone="critical">
              {say.failed}
            </Text>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
