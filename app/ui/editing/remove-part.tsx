import { useFetcher, useNavigate } from '@remix-run/react';
import { Button, InlineStack, Modal, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  step: { do: 'remove-card' | 'remove-reward' | 'remove-moment'; key: string };
  /** The draft's. */
  revision: number;
  /** The button, here and in the question. */
  label: string;
  /** The question, and what becomes of it. */
  title: string;
  help: string;
  /** Where the page leads once it is gone. */
  to: string;
  /** What was typed is given up with it. */
  onDiscard: () => void;
};

/** Takes a card, a reward or a moment out of the draft, after a question. */
export function RemovePart({ step, revision, label, title, help, to, onDiscard }: Props) {
  const { overview, program } = useTexts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  const { submit, state, data: answer } = useFetcher<{ ok: true } | NotSaved>();
  useEffect(() => {
    if (state === 'idle' && answer?.ok) navigate(to);
  }, [state, answer, navigate, to]);
  const remove = () => {
    setAsking(false);
    onDiscard();
    submit(JSON.stringify({ ...step, revision }), {
      method: 'post',
      action: '/app/program?index',
      encType: 'application/json',
    });
  };
  return (
    <>
      <InlineStack>
        <div ref={from}>
          <Button variant="plain" tone="critical" loading={state !== 'idle'} onClick={() => setAsking(true)}>
            {label}
          </Button>
        </div>
      </InlineStack>
      {state === 'idle' && answer?.ok === false && (
        <Text as="p" tone="critical">
          {overview.notDone}
        </Text>
      )}
      <Modal
        open={asking}
        activator={from}
        onClose={() => setAsking(false)}
        title={title}
        primaryAction={{ content: label, onAction: remove, destructive: true }}
        secondaryActions={[{ content: program.cancel, onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{help}</Text>
        </Modal.Section>
      </Modal>
    </>
  );
}
