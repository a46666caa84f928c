import { Page } from '@shopify/polaris';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { ProgramData } from '../program-data.ts';
import { TrialPanel } from './trial-panel.tsx';

/** What a cart or an order would earn by the draft as it is saved. */
export function TrialPage({ data }: { data: ProgramData }) {
  const { program } = useTexts();
  return (
    <Page narrowWidth>
      <PageTitle title={program.trial.heading} back={{ title: program.title, to: '/app/program' }} />
      <TrialPanel form={data.saved} currency={data.currency} />
    </Page>
  );
}
