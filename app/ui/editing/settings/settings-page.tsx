import { BlockStack, Box, Button, Card, Page } from '@shopify/polaris';
import type { SettingsErrors, SettingsForm } from '#app/core/editing/settings-form.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { SaveTrouble } from '#app/ui/form/save-trouble.tsx';
import { useSaveBar } from '#app/ui/form/use-save-bar.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { CountsPanel } from './counts-panel.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { ExcludedTagsPanel } from './excluded-tags-panel.tsx';
import { NamesPanel } from './names-panel.tsx';
import { Section } from './section.tsx';
import { SignaturePanel } from './signature-panel.tsx';

type Props = { saved: SettingsForm; revision: number; unpublished: boolean };
type Answer =
  | { ok: true }
  | { ok: false; reason: 'invalid'; errors: SettingsErrors }
  | { ok: false; reason: 'draft-changed' | 'no-shop' };

/** The settings: what earns, who is left out, and what points are called. All of it belongs to the draft. */
export function SettingsPage({ saved, revision, unpublished }: Props) {
  const { settings, overview, takingOut, notices } = useTexts();
  const form = useSaveBar<SettingsForm, Answer>({ saved, revision });
  const { value, change, answer } = form;
  const errors = answer?.ok === false && answer.reason === 'invalid' ? answer.errors : {};
  return (
    <Page>
      <PageTitle title={settings.title} />
      {form.bar}
      <BlockStack gap={{ xs: '600', sm: '400' }}>
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <SaveTrouble form={form} />
          <DraftNotice unpublished={unpublished} />
        </Box>
        <Section title={settings.countsTitle} about={settings.countsAbout}>
          <CountsPanel value={value.counts} onChange={(counts) => change({ counts })} />
        </Section>
        <Section title={settings.excludedTitle} about={settings.excludedAbout}>
          <ExcludedTagsPanel
            tags={value.leftOutTags}
            problem={errors['leftOutTags']}
            onChange={(leftOutTags) => change({ leftOutTags })}
          />
        </Section>
        <Section title={settings.namesTitle} about={settings.namesAbout}>
          <NamesPanel value={value.names} errors={errors} onChange={(names) => change({ names })} />
        </Section>
        <Section title={overview.signature} about={overview.signatureAbout}>
          <SignaturePanel
            value={value.signature}
            errors={errors}
            onChange={(signature) => change({ signature })}
          />
        </Section>
        <Section title={notices.title} about={notices.intro}>
          <Card>
            <Button url="/app/settings/notices">{notices.open}</Button>
          </Card>
        </Section>
        <Section title={takingOut.title} about={takingOut.intro}>
          <Card>
            <Button url="/app/members/take-out">{takingOut.open}</Button>
          </Card>
        </Section>
      </BlockStack>
    </Page>
  );
}
