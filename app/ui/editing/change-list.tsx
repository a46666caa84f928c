import { BlockStack, Button, Collapsible, InlineStack, List } from '@shopify/polaris';
import { useId, useState } from 'react';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { changesInShort } from './changes-in-short.ts';
import { changesInWords } from './changes-in-words.ts';

type Props = {
  before: ProgramRules;
  after: ProgramRules;
  wording: Omit<Wording, 'language'>;
  /** Tells several lists of one page apart for whoever hears them read out. */
  name?: string;
};

/** "Birthday: 50 → 100 points", a line for each change; what that means in whole sentences, where somebody asks. */
export function ChangeList({ before, after, wording, name }: Props) {
  const { overview } = useTexts();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const id = useId();
  const said = { ...wording, language };
  const label = open ? overview.lessWords : overview.inWords;
  return (
    <BlockStack gap="200">
      <Sentences sentences={changesInShort(before, after, said)} />
      <InlineStack>
        <Button
          variant="plain"
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          {...(name && { accessibilityLabel: overview.partOf(name, label) })}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        <Sentences sentences={changesInWords(before, after, said)} />
      </Collapsible>
    </BlockStack>
  );
}

/** Sentences one below the other; two can read alike. */
export function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <List>
      {sentences.map((sentence, index) => (
        <List.Item key={index}>{sentence}</List.Item>
      ))}
    </List>
  );
}
