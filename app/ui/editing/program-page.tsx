import { useNavigate } from '@remix-run/react';
import { BlockStack, Layout, Page } from '@shopify/polaris';
import { useMemo, useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import { changedParts } from '#app/core/editing/program-changes.ts';
import type { ChangedPart } from '#app/core/editing/section.ts';
import { publishErrors, publishProblems } from '#app/core/editing/publishable.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { SaveTrouble } from '#app/ui/form/save-trouble.tsx';
import { useSaveBar } from '#app/ui/form/use-save-bar.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { EditProps } from './edit-props.ts';
import { PreviewPanel } from './preview/preview-panel.tsx';
import type { ProgramData } from './program-data.ts';
import { CurrencyNotice } from './currency-notice.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { SECTION_PANELS } from './section-panels.ts';
import { SECTIONS } from './sections.ts';
import { TrialPanel } from './trial/trial-panel.tsx';
import { useTypedRules, type TypedRules } from './use-typed-rules.ts';

type SaveAnswer =
  | { ok: true }
  | { ok: false; reason: 'invalid'; errors: FieldErrors }
  | { ok: false; reason: 'draft-changed' | 'no-shop' };

const NOTHING_CHANGED = new Set<ChangedPart>();

/** The program: its rules beside what is published, a preview beside the rules, and a trial of both. */
export function ProgramPage({ data }: { data: ProgramData }) {
  const { program } = useTexts();
  const navigate = useNavigate();
  const language = useLanguage();
  const saved = useMemo(() => asTyped(data.saved, language), [language, data.saved]);
  const form = useSaveBar<ProgramForm, SaveAnswer>({ saved, revision: data.revision });
  const [publishRefused, setPublishRefused] = useState<FieldErrors>({});
  const typed = useTypedRules(form.value, data);
  const refused = form.answer?.ok === false && form.answer.reason === 'invalid' ? form.answer.errors : {};
  const errors = stillWrong({ refused: { ...publishRefused, ...refused }, form: form.value, typed, data });
  const changed = typed.rules ? changedParts(data.published.rules, typed.rules) : NOTHING_CHANGED;
  const edit: EditProps = {
    value: form.value,
    change: form.change,
    errors,
    changed,
    typed,
    published: data.published.rules,
    data,
  };
  return (
    <Page>
      <PageTitle title={program.title}>
        <button onClick={() => navigate('/app/program/versions')}>{program.versions}</button>
      </PageTitle>
      {form.bar}
      <Layout>
        <Layout.Section>
          {form.dirty && <SaveTrouble form={form} />}
          <BlockStack gap="400">
            {data.newCurrency !== null && (
              <CurrencyNotice currency={data.currency} newCurrency={data.newCurrency} />
            )}
            <PublishPanel data={data} dirty={form.dirty} onErrors={setPublishRefused} />
            {SECTION_PANELS.map(({ name, Panel }) => (
              <Panel key={name} {...edit} />
            ))}
            <TrialPanel form={form.value} currency={data.currency} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <PreviewPanel form={form.value} invalid={typed.rules === null} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function asTyped(form: ProgramForm, language: Language): ProgramForm {
  return SECTIONS.reduce((all, { typed }) => ({ ...all, ...typed?.(form, language) }), form);
}

type Refusal = { refused: FieldErrors; form: ProgramForm; typed: TypedRules; data: ProgramData };

/** A refusal stays beside its field until what it names has been mended. */
function stillWrong({ refused, form, typed, data }: Refusal): FieldErrors {
  const { published, currency, functionsRun } = data;
  const context = { before: published.rules, currency, functionsRun };
  // While a field can't be read, nobody knows.
  const now = typed.rules && publishErrors(publishProblems(typed.rules, context));
  const asked = Object.entries(refused).filter(([field, problem]) => {
    if (problem !== 'notInShop') return now === null || now[field] === problem;
    const card = form.cards[Number(/^cards\.(\d+)\.products$/.exec(field)?.[1] ?? -1)];
    return card !== undefined && !card.all;
  });
  const cannotRun = now?.['cards'] === 'functionsNotAvailable' ? { cards: now['cards'] } : {};
  return { ...cannotRun, ...Object.fromEntries(asked), ...typed.errors };
}
