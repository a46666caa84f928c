import { Card } from '@shopify/polaris';
import type { MomentForm } from '#app/core/editing/moment-form.ts';
import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { WaitingCollection } from '#app/core/who/kept-collection.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { EditPage } from '../editing/edit-page.tsx';
import { PREVIEW_BLOCKS, THEME_PLACES } from '../editing/preview/preview-about.ts';
import type { ProgramData } from '../editing/program-data.ts';
import { useProgramEdit } from '../editing/use-program-edit.ts';
import { HowHeardCard } from '../notices/how-heard-card.tsx';
import type { MomentHearing } from '../notices/moment-heard.ts';
import { WaitingCollections } from '../who/waiting-collections.tsx';
import { MomentPause } from './pause/moment-pause.tsx';
import { MomentPaused } from './pause/moment-paused.tsx';
import { MomentEditor } from './moment-editor.tsx';
import { giftShoppers } from './preview-shoppers.ts';

type Props = {
  data: ProgramData;
  kind: MomentKind;
  hearing: MomentHearing;
  pauses: MomentPauses;
  /** Collections that its conditions name, and that aren't read. */
  waiting: readonly WaitingCollection[];
};

/** A member's gift on one yearly day, and how its block looks. */
export function MomentPage({ data, kind, hearing, pauses, waiting }: Props) {
  const { birthdays } = useTexts();
  const language = useLanguage();
  const editing = useProgramEdit(data);
  const { value, change } = editing.edit;
  const { occasions } = value;
  const replace = (fields: Partial<MomentForm>) =>
    change({ occasions: { ...occasions, [kind]: { ...occasions[kind], ...fields } } });
  const shoppers = giftShoppers(occasions, kind, language);
  const name = birthdays.offer.kinds[kind];
  const isPublished = data.published.rules.occasions.some((occasion) => occasion.kind === kind);
  const about = {
    // The block shows the other gift alone: not what this page is about.
    blocks: occasions[kind].on ? PREVIEW_BLOCKS.moment : [],
    places: THEME_PLACES.moment,
    first: `${kind}-today`,
    shoppers,
  };
  return (
    <EditPage title={name} editing={editing} about={about}>
      <MomentPaused pauses={pauses} timeZone={data.timeZone} />
      <WaitingCollections waiting={waiting} />
      <Card>
        <MomentEditor kind={kind} edit={editing.edit} onChange={replace} />
      </Card>
      {occasions[kind].on && <HowHeardCard moment={{ key: kind, kind, offers: [] }} hearing={hearing} />}
      {isPublished && <MomentPause momentKey={kind} name={name} pauses={pauses} />}
    </EditPage>
  );
}
