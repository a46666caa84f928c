import { BlockStack, TextField } from '@shopify/polaris';
import { useId } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { decoded } from '../../moving-in/reading/decoded.ts';
import type { LookProblem } from './use-look.ts';

type Props = {
  text: string;
  onChange: (text: string) => void;
  problem: LookProblem | null;
  onProblem: (problem: LookProblem) => void;
};

/** A thousand rows of Shopify's own export are far smaller; in a field, more would stop the page. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Customers, pasted or out of a file. The file fills the field, where it can be read and changed. */
export function ListFields({ text, onChange, problem, onProblem }: Props) {
  const { momentFigures } = useTexts();
  const { list: say } = momentFigures.hand;
  const id = useId();
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) onProblem('too-many');
    else onChange(decoded(new Uint8Array(await file.arrayBuffer())));
  };
  return (
    <>
      <TextField
        label={say.customers}
        helpText={say.help}
        value={text}
        onChange={onChange}
        multiline={5}
        maxHeight="16rem"
        autoComplete="off"
        error={problem !== null && say.problems[problem]}
      />
      <BlockStack gap="100">
        <label htmlFor={id}>{say.file}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </BlockStack>
    </>
  );
}
