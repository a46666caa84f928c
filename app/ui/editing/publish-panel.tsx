import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, Card, List, Modal, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { formatInstant, formatNumber } from '#app/ui/values/format.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { changesInWords } from './changes-in-words.ts';
import type { ProgramData } from './program-data.ts';

/** The publish route's answer. */
export type PublishAnswer =
  | { ok: true; version: number }
  | { ok: false; reason: 'draft-changed' | 'no-shop' }
  | { ok: false; reason: 'invalid'; errors: FieldErrors };

type Props = { data: ProgramData; dirty: boolean; onErrors: (errors: FieldErrors) => void };

/** The step between the draft and the customers: the list of changes, and the button that publishes them. */
export function PublishPanel({ data, dirty, onErrors }: Props) {
  const { program } = useTexts();
  const language = useLanguage();
  const { publish, busy, trouble } = usePublishing(data, onErrors);
  const [asking, setAsking] = useState(false);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  const { published, titles, currency } = data;
  const changes = changesInWords(published.rules, data.draft, { language, currency, titles });
  const number = formatNumber(published.number, language);
  if (changes.length === 0) {
    const since = formatInstant(published.publishedAt, data.timeZone, language);
    return (
      <Card>
        <Text as="p" tone="subdued">
          {dirty ? program.upToDateUnsaved(number, since) : program.upToDate(number, since)}
        </Text>
      </Card>
    );
  }
  const confirm = () => {
    setAsking(false);
    publish();
  };
  return (
    <BlockStack gap="400">
      {trouble && (
        <Banner tone="critical" title={program.publishFailed}>
          <p>{trouble}</p>
        </Banner>
      )}
      <Banner tone="info" title={program.differs}>
        <BlockStack gap="200">
          <p>{program.differsHelp(number)}</p>
          <Sentences sentences={changes} />
          {dirty && <p>{program.saveFirst}</p>}
          <div ref={from}>
            <Button variant="primary" disabled={dirty} loading={busy} onClick={() => setAsking(true)}>
              {program.publish}
            </Button>
          </div>
        </BlockStack>
      </Banner>
      <Modal
        open={asking}
        activator={from}
        onClose={() => setAsking(false)}
        title={program.confirmTitle(formatNumber(published.number + 1, language))}
        primaryAction={{ content: program.publish, onAction: confirm }}
        secondaryActions={[{ content: program.cancel, onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <BlockStack gap="300">
            <Sentences sentences={changes} />
            <Text as="p">{program.confirmHelp}</Text>
          </BlockStack>
        </Modal.Section>
      </Modal>
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

function usePublishing(data: ProgramData, onErrors: Props['onErrors']) {
  const { program } = useTexts();
  const language = useLanguage();
  const fetcher = useFetcher<PublishAnswer | NotSaved>();
  const { state, data: answer } = fetcher;
  useEffect(() => {
    if (state !== 'idle' || !answer) return;
    onErrors(!answer.ok && answer.reason === 'invalid' ? answer.errors : {});
    if (answer.ok) window.shopify.toast.show(program.published(formatNumber(answer.version, language)));
  }, [state, answer, onErrors, program, language]);
  const publish = () => {
    if (state !== 'idle') return;
    const body = JSON.stringify({ draftRevision: data.revision });
    fetcher.submit(body, { method: 'post', action: '/app/program/publish', encType: 'application/json' });
  };
  const refused = state === 'idle' && answer?.ok === false ? answer.reason : null;
  return { publish, busy: state !== 'idle', trouble: refused && troubleInWords(refused, program) };
}

function troubleInWords(
  reason: Exclude<PublishAnswer | NotSaved, { ok: true }>['reason'],
  program: ReturnType<typeof useTexts>['program'],
): string {
  if (reason === 'invalid') return program.publishIncomplete;
  return reason === 'draft-changed' ? program.publishChanged : program.publishFailedHelp;
}
