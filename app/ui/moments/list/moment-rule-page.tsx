import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { kindsToMake, OWN } from '#app/core/editing/own-moment.ts';
import type { HoldoutResult } from '#app/core/holdouts/holdout-result.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import type { CeilingState } from '#app/core/moments/ceiling-state.ts';
import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import type { MomentFigures } from '#app/core/moments/moment-figures.ts';
import type { WaitingCollection } from '#app/core/who/kept-collection.ts';
import { SaveTrouble } from '#app/ui/form/save-trouble.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { EditPage } from '../../editing/edit-page.tsx';
import type { ProgramData } from '../../editing/program-data.ts';
import { RemovePart } from '../../editing/remove-part.tsx';
import { useOpenWhenSaved } from '../../editing/use-open-when-saved.ts';
import { useProgramEdit, type ProgramEdit } from '../../editing/use-program-edit.ts';
import { HoldoutCard } from '../../holdouts/holdout-card.tsx';
import { HowHeardCard } from '../../notices/how-heard-card.tsx';
import type { MomentHearing } from '../../notices/moment-heard.ts';
import type { HandData } from '../hand/hand-data.ts';
import { HandPanel } from '../hand/hand-panel.tsx';
import { MomentFiguresPanel } from '../figures/moment-figures-panel.tsx';
import { MomentPause } from '../pause/moment-pause.tsx';
import { MomentPaused } from '../pause/moment-paused.tsx';
import { WaitingCollections } from '../../who/waiting-collections.tsx';
import { beginNew, type Beginning } from './begin-new.ts';
import { CeilingReached } from './ceiling-reached.tsx';
import { momentPreview } from './moment-preview.ts';
import { MomentRuleEditor } from './moment-rule-editor.tsx';
import { momentTitle } from './moment-title.ts';

/** `momentKey` is empty for a moment that isn't saved yet, which then begins as `begin`. */
type Props = {
  data: ProgramData;
  momentKey: string;
  begin: Beginning;
  /** What became of it; null where it gave nothing yet. */
  figures: MomentFigures | null;
  holdout: HoldoutResult;
  /** Of one that is given by hand, once it is published. */
  hand: HandData | null;
  hearing: MomentHearing;
  pauses: MomentPauses;
  /** Of one that has a most. */
  ceiling: CeilingState | null;
  waiting: readonly WaitingCollection[];
};

/** One moment of the program. */
export function MomentRulePage({ data, momentKey, begin, ...known }: Props) {
  const { figures, holdout, hand, hearing, pauses, ceiling, waiting } = known;
  const { moments: say } = useTexts();
  const language = useLanguage();
  const [withNew] = useState(() => (form: ProgramForm) => withNewMoment(form, begin, data));
  const editing = useProgramEdit(data, momentKey === '' ? withNew : undefined);
  const { edit, form } = editing;
  const { moments = [] } = edit.value;
  const made = useOpenWhenSaved(editing, {
    isNew: momentKey === '',
    saved: data.saved.moments ?? [],
    under: '/app/program/moments',
  });
  const index = moments.findIndex(({ key }) => key === (made ?? momentKey));
  const moment = moments[index];
  // Somebody else has removed it from the draft meanwhile.
  if (!moment) return null;
  const replace = (fields: Partial<MomentRuleForm>) =>
    edit.change({ moments: moments.map((one, at) => (at === index ? { ...one, ...fields } : one)) });
  const title = momentTitle(moment, { draft: data.draft, begin, language });
  const isNew = moment.key === '';
  // What nobody has filled in yet is no mistake before it is to be saved.
  const quiet = isNew && form.answer === null;
  const shown = quiet ? { ...edit, errors: withoutMissing(edit.errors) } : edit;
  const back = { title: say.title, to: '/app/program/moments' };
  return (
    <EditPage title={title} editing={editing} about={momentPreview(moment, index, language)} back={back}>
      {isNew && !form.dirty && <SaveTrouble form={form} />}
      <MomentPaused pauses={pauses} timeZone={data.timeZone} />
      <CeilingReached ceiling={ceiling} />
      <WaitingCollections waiting={waiting} />
      <Card>
        <MomentRuleEditor
          form={moment}
          index={index}
          title={title}
          kinds={isNew && begin === OWN ? kindsToMake(data.draft) : null}
          stopped={ceiling?.reached === true}
          edit={shown}
          onChange={replace}
        />
      </Card>
      <HowHeardCard moment={moment} hearing={hearing} />
      {isNew && <AddIt form={form} />}
      {hand && !form.dirty && pauses.since === null && <HandPanel momentKey={moment.key} hand={hand} />}
      {(figures !== null || isPublished(data, moment.key)) && (
        <MomentFiguresPanel figures={figures} ceiling={ceiling} pauses={pauses} data={data} />
      )}
      {!isNew && <HoldoutCard result={holdout} currency={data.currency} />}
      {isPublished(data, moment.key) && <MomentPause momentKey={moment.key} name={title} pauses={pauses} />}
      {!isNew && (
        <Card>
          <RemovePart
            step={{ do: 'remove-moment', key: moment.key }}
            revision={data.revision}
            label={say.remove}
            title={say.removeTitle(title)}
            help={say.removeHelp}
            to={back.to}
            onDiscard={form.discard}
          />
        </Card>
      )}
    </EditPage>
  );
}

/** What it begins with may be right as it stands. */
function AddIt({ form: { saving, save } }: Pick<ProgramEdit, 'form'>) {
  const { moments: say } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          {say.off}
        </Text>
        <InlineStack>
          <Button variant="primary" loading={saving} onClick={save}>
            {say.addThis}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function isPublished({ published }: ProgramData, momentKey: string): boolean {
  return (published.rules.moments ?? []).some(({ key }) => key === momentKey);
}

function withNewMoment(form: ProgramForm, begin: Beginning, { draft }: ProgramData): ProgramForm {
  const begun = beginNew(begin, draft);
  return begun ? { ...form, moments: [...(form.moments ?? []), begun] } : form;
}

function withoutMissing(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([, problem]) => problem !== 'required'));
}
