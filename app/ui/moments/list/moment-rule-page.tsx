import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { beginMoment, readyMade, withRewards, type ReadyKey } from '#app/core/editing/ready-made.ts';
import type { HoldoutResult } from '#app/core/holdouts/holdout-result.ts';
import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import type { MomentFigures } from '#app/core/moments/moment-figures.ts';
import { causeOf } from '#app/core/moments/causes/cause-kinds.ts';
import { canBeGiven } from '#app/core/moments/reward-of-moment.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
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
import { momentPreview } from './moment-preview.ts';
import { MomentRuleEditor } from './moment-rule-editor.tsx';

/** `momentKey` is empty for a moment that isn't saved yet, which then begins as `begin`. */
type Props = {
  data: ProgramData;
  momentKey: string;
  begin: ReadyKey;
  /** What became of it; null where it gave nothing yet. */
  figures: MomentFigures | null;
  holdout: HoldoutResult;
  /** Of one that is given by hand, once it is published. */
  hand: HandData | null;
  hearing: MomentHearing;
  pauses: MomentPauses;
};

/** One moment of the program. */
export function MomentRulePage({ data, momentKey, begin, figures, holdout, hand, hearing, pauses }: Props) {
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
  const title = moment.title[language] || say.readyMade[begin].name;
  const back = { title: say.title, to: '/app/program/moments' };
  return (
    <EditPage title={title} editing={editing} about={momentPreview(moment, index, language)} back={back}>
      <MomentPaused pauses={pauses} timeZone={data.timeZone} />
      <Card>
        <MomentRuleEditor form={moment} index={index} title={title} edit={edit} onChange={replace} />
      </Card>
      <HowHeardCard moment={moment} hearing={hearing} />
      {moment.key === '' && <AddIt form={form} />}
      {hand && !form.dirty && pauses.since === null && <HandPanel momentKey={moment.key} hand={hand} />}
      {(figures !== null || isPublished(data, moment.key)) && (
        <MomentFiguresPanel figures={figures} pauses={pauses} data={data} />
      )}
      {moment.key !== '' && <HoldoutCard result={holdout} currency={data.currency} />}
      {isPublished(data, moment.key) && <MomentPause momentKey={moment.key} name={title} pauses={pauses} />}
      {moment.key !== '' && (
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

const FIRST_CONSENT = byLanguage((language) => textsOf(language).moments.firstConsent);

/** What it lets them choose begins with the program's own rewards. */
function withNewMoment(form: ProgramForm, begin: ReadyKey, { draft }: ProgramData): ProgramForm {
  const ready = readyMade(begin);
  if (!ready) return form;
  const title = byLanguage((language) => textsOf(language).moments.shopperTitles[ready.key]);
  const begun = withRewards(beginMoment(ready, title), (draft.rewards ?? []).filter(canBeGiven));
  const moment = causeOf(begun.kind).words.includes('consent') ? { ...begun, consent: FIRST_CONSENT } : begun;
  return { ...form, moments: [...(form.moments ?? []), moment] };
}
