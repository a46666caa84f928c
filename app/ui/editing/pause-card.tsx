import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, Modal, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { SlowSave } from '../form/slow-save.tsx';

type Answer = { ok: true; version: number } | { ok: false; reason: 'no-shop' | 'no-moment' };

export type PauseWords = Record<'heading' | 'help' | 'button' | 'title' | 'sure', string>;

type Props = {
  /** Whether it is now. */
  paused: boolean;
  say: PauseWords;
  /** Said once it is done. */
  done: { stopped: string; started: string };
  /** Its key; absent: the whole program. */
  moment?: string;
};

/** Pauses something, or starts it again, at once and after a question. */
export function PauseCard({ paused, say, done, moment }: Props) {
  const { overview, program } = useTexts();
  const [asking, setAsking] = useState(false);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  const { send, busy, failed } = usePausing({ paused, done, moment });
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

function usePausing({
  paused,
  done,
  moment,
}: Pick<Props, 'paused' | 'done'> & { moment: string | undefined }) {
  const { submit, state, data: answer } = useFetcher<Answer | NotSaved>();
  /** What was asked for: by the answer the page has turned. */
  const sent = useRef<boolean | null>(null);
  const { stopped, started } = done;
  useEffect(() => {
    if (state !== 'idle' || sent.current === null || !answer?.ok) return;
    window.shopify.toast.show(sent.current ? stopped : started);
    sent.current = null;
  }, [state, answer, stopped, started]);
  const send = () => {
    if (state !== 'idle') return;
    sent.current = !paused;
    submit(JSON.stringify({ paused: !paused, moment }), {
      method: 'post',
      action: '/app/program/pause',
      encType: 'application/json',
    });
  };
  return { send, busy: state !== 'idle', failed: state === 'idle' && answer?.ok === false };
}
