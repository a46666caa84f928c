import { BlockStack, Button, InlineStack, Modal, Text } from '@shopify/polaris';
import { useState, type RefObject } from 'react';
import { readHandLines } from '#app/core/moments/hand-lines.ts';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { ListFields } from './list-fields.tsx';
import { LookedThrough } from './looked-through.tsx';
import { ReasonField } from './reason-field.tsx';
import type { Giving } from './use-giving.ts';
import { useLook } from './use-look.ts';

type Props = { momentKey: string; giving: Giving; activator: RefObject<HTMLDivElement | null> };

/** Takes a list of customers, tells what became of it, and gives to those who were found. */
export function ListDialog({ momentKey, giving, activator }: Props) {
  const { momentFigures } = useTexts();
  const { list: say, cancel, sure } = momentFigures.hand;
  const language = useLanguage();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState(false);
  const { press, busy, answer, close, give } = giving;
  const lines = readHandLines(text);
  const { looking, looked, problem, setProblem, look, forget } = useLook(momentKey);
  const found = looked && [...looked.fresh, ...(again ? looked.had : [])];
  const count = found?.length ?? 0;
  const change = (typed: string) => {
    forget();
    setText(typed);
  };
  const toGive = {
    content: count === 0 ? say.title : say.give(formatNumber(count, language), pluralForm(count, language)),
    onAction: () => give({ do: 'give-list', reason, again, memberIds: found ?? [] }),
    disabled: count === 0,
    loading: busy,
  };
  const toLook = { content: say.check, onAction: () => void look(lines), loading: looking };
  return (
    <Modal
      open={press !== null}
      activator={activator as RefObject<HTMLDivElement>}
      onClose={busy ? () => undefined : close}
      title={say.title}
      primaryAction={looked ? toGive : toLook}
      secondaryActions={[{ content: cancel, onAction: close, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <SlowSave saving={busy} />
          {looked ? (
            <>
              <LookedThrough looked={looked} lines={lines} again={again} onAgain={setAgain} />
              <InlineStack>
                <Button variant="plain" onClick={forget} disabled={busy}>
                  {say.change}
                </Button>
              </InlineStack>
              {count > 0 && (
                <>
                  <Text as="p">{sure}</Text>
                  <ReasonField value={reason} onChange={setReason} answer={answer} />
                </>
              )}
            </>
          ) : (
            <ListFields text={text} onChange={change} problem={problem} onProblem={setProblem} />
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
