import { BlockStack, Box, Button, ButtonGroup, InlineError, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useSend } from '#app/ui/form/use-send.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { Flag } from './flags-data.ts';

/** The answer of the page's action. */
type Answer = { ok: true } | { ok: false; reason: 'no-flag' | 'not-units-of-line' };

/** `size`: stamps that a free unit of the card takes; null where the card runs no more. */
type Props = { flag: Flag; size: number | null; onDone: () => void };

/** "Count two units as free", or "this wasn't ours". */
export function FlagDecision({ flag, size, onDone }: Props) {
  const { flags: texts } = useTexts();
  const language = useLanguage();
  const { quantity } = flag;
  const [typed, setTyped] = useState(String(flag.freeUnits || likelyUnits(flag)));
  const { decide, busy, refused } = useDeciding(flag, onDone);
  const units = /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : NaN;
  const words = Number.isNaN(units)
    ? texts.units('…', 'other')
    : texts.units(formatNumber(units, language), pluralForm(units, language));
  const most = formatNumber(quantity, language);
  const [wrong, setWrong] = useState(false);
  const count = () => {
    const fits = units >= 1 && units <= quantity;
    setWrong(!fits);
    if (fits) decide(units);
  };
  const error = wrong || refused === 'not-units-of-line' ? texts.problems['not-units-of-line'] : false;
  const trouble = refused === 'no-flag' || refused === 'not-saved' ? refused : null;
  const fieldId = `units-${flag.orderId}-${flag.lineId}`;
  return (
    <BlockStack gap="200">
      <Box maxWidth="20rem">
        <TextField
          id={fieldId}
          label={texts.freeUnits}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoComplete="off"
          helpText={texts.freeUnitsHelp(most, size === null ? null : formatNumber(size, language))}
          error={error}
        />
      </Box>
      <ButtonGroup>
        <Button loading={busy === 'free'} disabled={busy === 'not'} onClick={count}>
          {texts.count(words)}
        </Button>
        <Button loading={busy === 'not'} disabled={busy === 'free'} onClick={() => decide(0)}>
          {texts.notFree}
        </Button>
        {flag.decidedAt !== null && (
          <Button variant="plain" onClick={onDone}>
            {texts.cancel}
          </Button>
        )}
      </ButtonGroup>
      {trouble && <InlineError fieldID={fieldId} message={`${texts.failed}. ${texts.problems[trouble]}`} />}
    </BlockStack>
  );
}

/** As many whole units as the discount could have been the price of, and at least one. */
function likelyUnits({ amountMinor, grossMinor, quantity }: Flag): number {
  if (grossMinor <= 0) return 1;
  return Math.min(quantity, Math.max(1, Math.round((amountMinor * quantity) / grossMinor)));
}

function useDeciding({ orderId, lineId }: Flag, onDone: () => void) {
  const { flags: texts } = useTexts();
  const { send, saving, answer } = useSend<Answer>({ done: texts.saved, onClose: onDone });
  const [asked, setAsked] = useState<'free' | 'not'>('not');
  const decide = (freeUnits: number) => {
    if (saving) return;
    setAsked(freeUnits > 0 ? 'free' : 'not');
    send({ orderId, lineId, freeUnits });
  };
  return { decide, busy: saving ? asked : null, refused: answer?.ok === false ? answer.reason : null };
}
