import { Banner, Box } from '@shopify/polaris';
import { useEffect } from 'react';
import { useTexts } from '../shell/use-texts.ts';
import { SlowSave } from './slow-save.tsx';
import type { SaveAnswer, SaveBarForm } from './use-save-bar.tsx';

type Refusal = { ok: false; reason?: string };
type Props<T, A extends SaveAnswer> = { form: SaveBarForm<T, A> };

/** That a save takes long, and the next step after a refused or failed one; everything typed is still in the form below. */
export function SaveTrouble<T, A extends SaveAnswer>({ form }: Props<T, A>) {
  const { shell } = useTexts();
  const answer = form.answer as { ok: true } | Refusal | null;
  const invalid = answer?.ok === false && answer.reason === 'invalid';
  useEffect(() => {
    // The first field with an error, wherever on the page it is.
    if (invalid) document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [invalid, answer]);
  if (form.saving) return <SlowSave saving padding={{ paddingBlockEnd: '400' }} />;
  if (answer === null || answer.ok) return null;
  return (
    <Box paddingBlockEnd="400">
      {answer.reason === 'draft-changed' && (
        <Banner
          tone="warning"
          title={shell.changedMeanwhile}
          action={{ content: shell.onTop, onAction: form.catchUp }}
        >
          <p>{shell.changedMeanwhileHelp}</p>
        </Banner>
      )}
      {answer.reason === 'invalid' && (
        <Banner tone="critical" title={shell.invalid}>
          <p>{shell.invalidHelp}</p>
        </Banner>
      )}
      {answer.reason !== 'draft-changed' && answer.reason !== 'invalid' && (
        <Banner tone="critical" title={shell.notSaved}>
          <p>{shell.notSavedHelp}</p>
        </Banner>
      )}
    </Box>
  );
}
