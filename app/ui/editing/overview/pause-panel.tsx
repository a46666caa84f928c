import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, Modal, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { SlowSave } from '../../form/slow-save.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Answer = { ok: true; version: number } | { ok: false; reason: 'no-shop' };

/** Pauses the program, or starts it again, at once and after a question. */
export function PausePanel({ paused }: { paused: boolean }) {
  const { overview, program } = useTexts();
  const say = overview.pausing[paused ? 'start' : 'stop'];
  const [asking, setAsking] = useState(false);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  const { send, busy, failed } = usePausing(paused);
  const confirm = () => {
    setAsking(false);
    send();
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say.heading}
        </Text>
        <Text as="p" tone="subdued">
          {say.help}
        </Text>
        <SlowSave saving={busy} />
        {failed && (
          <Text as="p" tone="critical">
            {overview.notDone}
          </Text>
        )}
        <InlineStack>
          <div ref={from}>
            <Button loading={busy} onClick={() => setAsking(true)}>
              {say.button}
            </Button>
          </div>
        </InlineStack>
      </BlockStack>
      <Modal
        open={asking}
        activator={from}
        onClose={() => setAsking(false)}
        title={say.title}
        primaryAction={{ content: say.button, onAction: confirm }}
        secondaryActions={[{ content: program.cancel, onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{say.sure}</Text>
        </Modal.Section>
      </Modal>
    </Card>
  );
}

function usePausing(paused: boolean) {
  const { overview } = useTexts();
  const { pause } = overview;
  const { submit, state, data: answer } = useFetcher<Answer | NotSaved>();
  /** What was asked for: by the answer the page has turned. */
  const sent = useRef<boolean | null>(null);
  useEffect(() => {
    if (state !== 'idle' || sent.current === null || !answer?.ok) return;
    window.shopify.toast.show(sent.current ? pause.stopped : pause.started);
    sent.current = null;
  }, [state, answer, pause]);
  const send = () => {
    if (state !== 'idle') return;
    sent.current = !paused;
    submit(JSON.stringify({ paused: !paused }), {
      method: 'post',
      action: '/app/program/pause',
      encType: 'application/json',
    });
  };
  return { send, busy: state !== 'idle', failed: state === 'idle' && answer?.ok === false };
}
