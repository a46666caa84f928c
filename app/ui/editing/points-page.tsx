import { useTexts } from '#app/ui/shell/use-texts.ts';
import { EditPage } from './edit-page.tsx';
import { NeverPanel } from './never-panel.tsx';
import { PointsPanel } from './points-panel.tsx';
import { PREVIEW_BLOCKS, THEME_PLACES } from './preview/preview-about.ts';
import type { ProgramData } from './program-data.ts';
import { useProgramEdit } from './use-program-edit.ts';

const ABOUT = { blocks: PREVIEW_BLOCKS.points, places: THEME_PLACES.points, first: 'member', shoppers: [] };

/** Points: the rate, and what shoppers read of it. */
export function PointsPage({ data }: { data: ProgramData }) {
  const { program } = useTexts();
  const editing = useProgramEdit(data);
  return (
    <EditPage title={program.pointsHeading} editing={editing} about={ABOUT}>
      <PointsPanel {...editing.edit} />
      <NeverPanel {...editing.edit} />
    </EditPage>
  );
}
