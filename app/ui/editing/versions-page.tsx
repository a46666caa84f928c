import { useFetcher, useNavigate } from '@remix-run/react';
import {
  Badge,
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineStack,
  Modal,
  Page,
  Pagination,
  Text,
} from '@shopify/polaris';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { programChanges } from '#app/core/editing/program-changes.ts';
import { pausedLike } from '#app/core/program/paused.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { formatInstant, formatNumber } from '#app/ui/values/format.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { HistoryPicture } from '../members/pictures.tsx';
import type { Wording } from '../stamps/card-terms.ts';
import { ChangeList, Sentences } from './change-list.tsx';

type Version = {
  number: number;
  publishedAt: string;
  rules: ProgramRules;
  before: ProgramRules | null;
  by: 'you' | 'colleague' | 'app';
  note: string | null;
};

export type VersionsData = {
  versions: Version[];
  /** The newest number of the page before, and of the page after; null where there is none. */
  newer: number | null;
  older: number | null;
  current: number;
  /** Of the terms as customers read them. */
  termsUrl: string;
  draft: ProgramRules;
  draftRevision: number;
  timeZone: string;
  wording: Omit<Wording, 'language'>;
};

type RestoreAnswer = { ok: true; number: number } | { ok: false; reason: 'draft-changed' | 'no-version' };

/** Every version that was ever published, what each changed, and the way back to it. */
export function VersionsPage({ data }: { data: VersionsData }) {
  const { program } = useTexts();
  const { history } = program;
  const restoring = useRestoring(data);
  return (
    <Page>
      <PageTitle title={history.title} back={{ title: program.title, to: '/app/program' }} />
      <BlockStack gap="400">
        <SlowSave saving={restoring.busy} />
        <CustomersTerms url={data.termsUrl} />
        {restoring.trouble && (
          <Banner tone="critical" title={history.failed}>
            <p>{restoring.trouble}</p>
          </Banner>
        )}
        {data.versions.map((version) => (
          <VersionCard key={version.number} version={version} data={data} onRestore={restoring.ask} />
        ))}
        {isFirstOnly(data) && <NothingSince />}
        <Pages data={data} />
      </BlockStack>
      <RestoreModal data={data} restoring={restoring} />
    </Page>
  );
}

/** What customers read is made from the same versions. */
function CustomersTerms({ url }: { url: string }) {
  const { history } = useTexts().program;
  const language = useLanguage();
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <InlineStack align="end">
        <Button url={`${url}?language=${language}`} target="_blank">
          {history.asCustomers}
        </Button>
      </InlineStack>
    </Box>
  );
}

const isFirstOnly = ({ versions, newer, older }: VersionsData) =>
  versions.length === 1 && newer === null && older === null;

function NothingSince() {
  const { program } = useTexts();
  const { history } = program;
  return (
    <Card>
      <NothingYet
        picture={<HistoryPicture />}
        heading={history.nothingSince}
        help={history.nothingSinceHelp}
        action={{ content: history.toProgram, url: '/app/program' }}
      />
    </Card>
  );
}

function Pages({ data: { newer, older } }: { data: VersionsData }) {
  const { history } = useTexts().program;
  const navigate = useNavigate();
  if (newer === null && older === null) return null;
  return (
    <Pagination
      hasPrevious={newer !== null}
      hasNext={older !== null}
      accessibilityLabels={{ previous: history.newer, next: history.older }}
      onPrevious={() => navigate(`/app/program/versions?from=${newer}`)}
      onNext={() => navigate(`/app/program/versions?from=${older}`)}
    />
  );
}

/** `from` is around the button that was pressed: the keyboard goes back there. */
type Asked = { version: Version; from: RefObject<HTMLDivElement> };
type CardProps = { version: Version; data: VersionsData; onRestore: (asked: Asked) => void };

function VersionCard({ version, data, onRestore }: CardProps) {
  const { program, overview } = useTexts();
  const { history } = program;
  const language = useLanguage();
  const from = useRef<HTMLDivElement>(null);
  const number = history.number(formatNumber(version.number, language));
  const sameAsDraft = programChanges(data.draft, restored(version, data)).length === 0;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {number}
            </Text>
            {version.number === data.current && <Badge tone="success">{history.current}</Badge>}
            {sameAsDraft && <Badge>{history.draftSame}</Badge>}
          </InlineStack>
          {!sameAsDraft && (
            <div ref={from}>
              <Button onClick={() => onRestore({ version, from })}>{history.restore}</Button>
            </div>
          )}
        </InlineStack>
        <Text as="p" tone="subdued">
          {history.since(formatInstant(version.publishedAt, data.timeZone, language))},{' '}
          {overview.by[version.by]}
        </Text>
        {version.note !== null && <Text as="p">{overview.noteOf(version.note)}</Text>}
        {version.before && (
          <Text as="h3" variant="headingSm">
            {history.changes}
          </Text>
        )}
        {version.before ? (
          <ChangeList before={version.before} after={version.rules} wording={data.wording} name={number} />
        ) : (
          <Sentences sentences={[history.first]} />
        )}
      </BlockStack>
    </Card>
  );
}

/** What is paused stays so. */
const restored = ({ rules }: Version, { draft }: VersionsData): ProgramRules => pausedLike(rules, draft);

type Restoring = ReturnType<typeof useRestoring>;

function RestoreModal({ data, restoring }: { data: VersionsData; restoring: Restoring }) {
  const { program } = useTexts();
  const { history } = program;
  const language = useLanguage();
  const { asked, open, cancel, confirm } = restoring;
  if (!asked) return null;
  const { version, from } = asked;
  return (
    <Modal
      open={open}
      activator={from}
      onClose={cancel}
      title={history.restoreTitle(formatNumber(version.number, language))}
      primaryAction={{ content: history.restore, onAction: confirm }}
      secondaryActions={[{ content: program.cancel, onAction: cancel }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{history.restoreHelp}</Text>
          <Text as="p">{history.replaced}</Text>
          <ChangeList before={data.draft} after={restored(version, data)} wording={data.wording} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function useRestoring(data: VersionsData) {
  const { program } = useTexts();
  const { history } = program;
  const language = useLanguage();
  const navigate = useNavigate();
  const { submit, state, data: answer } = useFetcher<RestoreAnswer | NotSaved>();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [open, setOpen] = useState(false);
  const ask = (about: Asked) => {
    setAsked(about);
    setOpen(true);
  };
  useEffect(() => {
    if (state !== 'idle' || !answer?.ok) return;
    window.shopify.toast.show(history.restored(formatNumber(answer.number, language)));
    // There the changes stand, and the button that publishes them.
    navigate('/app/program');
  }, [state, answer, history, language, navigate]);
  const confirm = () => {
    if (!asked || !open || state !== 'idle') return;
    const body = JSON.stringify({ number: asked.version.number, draftRevision: data.draftRevision });
    submit(body, { method: 'post', encType: 'application/json' });
    setOpen(false);
  };
  const refused = state === 'idle' && answer?.ok === false ? answer.reason : null;
  const trouble =
    refused === null
      ? null
      : refused === 'draft-changed'
        ? history.draftChanged
        : refused === 'no-version'
          ? history.noVersion
          : program.publishFailedHelp;
  return { asked, open, ask, cancel: () => setOpen(false), confirm, busy: state !== 'idle', trouble };
}
