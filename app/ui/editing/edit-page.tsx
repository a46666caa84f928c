import { BlockStack, Page } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { SaveTrouble } from '#app/ui/form/save-trouble.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { CurrencyNotice } from './currency-notice.tsx';
import { NotLiveYet } from './not-live-yet.tsx';
import type { PreviewAbout } from './preview/preview-about.ts';
import { PreviewPanel } from './preview/preview-panel.tsx';
import { PreviewSheet } from './preview/preview-sheet.tsx';
import type { ProgramEdit } from './use-program-edit.ts';

type Props = {
  title: string;
  editing: ProgramEdit;
  about: PreviewAbout;
  /** The page above; the program's own where it is missing. */
  back?: { title: string; to: string };
  children: ReactNode;
};

/** One part of the program: its fields, and what shoppers see of it beside them. */
export function EditPage({ title, editing, about, back, children }: Props) {
  const { program } = useTexts();
  const { form, edit } = editing;
  const { data, typed } = edit;
  const preview = (
    <PreviewPanel form={form.value} invalid={typed.rules === null} about={about} shop={data.shop} />
  );
  return (
    <Page>
      <PageTitle title={title} back={back ?? { title: program.title, to: '/app/program' }} />
      {form.bar}
      <div className="edit-page">
        <div>
          {form.dirty && <SaveTrouble form={form} />}
          <BlockStack gap="400">
            {data.newCurrency !== null && (
              <CurrencyNotice currency={data.currency} newCurrency={data.newCurrency} />
            )}
            <NotLiveYet data={data} dirty={form.dirty} />
            <PreviewSheet>{preview}</PreviewSheet>
            {children}
          </BlockStack>
        </div>
        <div className="edit-page-beside">{preview}</div>
      </div>
    </Page>
  );
}
