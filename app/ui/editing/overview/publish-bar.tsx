import { useFetcher } from '@remix-run/react';
import {
  Banner,
  BlockStack,
  Button,
  Card,
  Checkbox,
  InlineStack,
  Link,
  List,
  Modal,
  Text,
  TextField,
} from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { MOST_NOTE } from '#app/core/editing/version-note.ts';
import { formatInstant, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ChangeList, Sentences } from '../change-list.tsx';
import { rewardsToConfirm } from '../../rewards/gives-back-in-words.ts';
import { changesInShort } from '../changes-in-short.ts';
import type { ProgramData } from '../program-data.ts';
import type { PublishAnswer } from '../publish-answer.ts';
import { lackingParts } from './lacking-parts.ts';

/** The step between the draft and the customers: the list of changes, and the button that publishes them. */
export function PublishBar({ data }: { data: ProgramData }) {
  const { program, overview } = useTexts();
  const language = useLanguage();
  const { publish, busy, trouble } = usePublishing(data);
  const [asking, setAsking] = useState(false);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  const { published, draft, titles, currency } = data;
  const wording = { titles, currency };
  const lines = changesInShort(published.rules, draft, { ...wording, language });
  if (lines.length === 0) return <AllLive data={data} />;
  const lacking = lackingParts(data, language);
  const title = overview.waiting(formatNumber(lines.length, language), pluralForm(lines.length, language));
  const confirm = (note: string) => {
    setAsking(false);
    publish(note);
  };
  return (
    <BlockStack gap="400">
      <SlowSave saving={busy} />
      {trouble && (
        <Banner tone="critical" title={program.publishFailed}>
          <p>{trouble}</p>
        </Banner>
      )}
      <Banner tone="info" title={title}>
        <BlockStack gap="300">
          <Sentences sentences={lines} />
          {lacking.length > 0 && <Lacking parts={lacking} />}
          <InlineStack>
            <div ref={from}>
              <Button
                variant="primary"
                disabled={lacking.length > 0}
                loading={busy}
                onClick={() => setAsking(true)}
              >
                {overview.review}
              </Button>
            </div>
          </InlineStack>
        </BlockStack>
      </Banner>
      <ReviewModal
        data={data}
        open={asking}
        from={from}
        onClose={() => setAsking(false)}
        onPublish={confirm}
      />
    </BlockStack>
  );
}

function AllLive({ data: { published, timeZone } }: { data: ProgramData }) {
  const { program } = useTexts();
  const language = useLanguage();
  const number = formatNumber(published.number, language);
  return (
    <Card>
      <Text as="p" tone="subdued">
        {program.upToDate(number, formatInstant(published.publishedAt, timeZone, language))}
      </Text>
    </Card>
  );
}

function Lacking({ parts }: { parts: ReturnType<typeof lackingParts> }) {
  const { overview } = useTexts();
  return (
    <BlockStack gap="100">
      <p>{overview.lacking}</p>
      <List>
        {parts.map(({ part, problem, to }, index) => (
          <List.Item key={index}>
            {to === null ? part : <Link url={to}>{part}</Link>}
            {overview.lackingPart(problem)}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

type ReviewProps = {
  data: ProgramData;
  open: boolean;
  from: React.RefObject<HTMLDivElement>;
  onClose: () => void;
  onPublish: (note: string) => void;
};

function ReviewModal({ data, open, from, onClose, onPublish }: ReviewProps) {
  const { program, overview } = useTexts();
  const language = useLanguage();
  const [note, setNote] = useState('');
  /** Sentences that were ticked. */
  const [sure, setSure] = useState<readonly string[]>([]);
  const { published, draft, titles, currency } = data;
  const toConfirm = rewardsToConfirm(published.rules, draft, language);
  const tick = (sentence: string, ticked: boolean) =>
    setSure(ticked ? [...sure, sentence] : sure.filter((one) => one !== sentence));
  return (
    <Modal
      open={open}
      activator={from}
      onClose={onClose}
      title={program.confirmTitle(formatNumber(published.number + 1, language))}
      primaryAction={{
        content: program.publish,
        disabled: !toConfirm.every((sentence) => sure.includes(sentence)),
        onAction: () => onPublish(note),
      }}
      secondaryActions={[{ content: program.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <ChangeList before={published.rules} after={draft} wording={{ titles, currency }} />
          <Text as="p">{program.confirmHelp}</Text>
          {toConfirm.map((sentence) => (
            <Checkbox
              key={sentence}
              label={sentence}
              checked={sure.includes(sentence)}
              onChange={(ticked) => tick(sentence, ticked)}
            />
          ))}
          <TextField
            label={overview.note}
            helpText={overview.noteHelp}
            value={note}
            onChange={setNote}
            maxLength={MOST_NOTE}
            showCharacterCount
            autoComplete="off"
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function usePublishing(data: ProgramData) {
  const { program } = useTexts();
  const language = useLanguage();
  const { submit, state, data: answer } = useFetcher<PublishAnswer | NotSaved>();
  useEffect(() => {
    if (state !== 'idle' || !answer?.ok) return;
    window.shopify.toast.show(program.published(formatNumber(answer.version, language)));
  }, [state, answer, program, language]);
  const publish = (note: string) => {
    if (state !== 'idle') return;
    const body = JSON.stringify({ draftRevision: data.revision, note });
    submit(body, { method: 'post', action: '/app/program/publish', encType: 'application/json' });
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
