import { BlockStack, Card, Text } from '@shopify/polaris';
import type { CeilingState } from '#app/core/moments/ceiling-state.ts';
import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import type { MomentFigures } from '#app/core/moments/moment-figures.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { ProgramData } from '../../editing/program-data.ts';
import { ceilingLines } from './ceiling-lines.ts';
import { pauseLines } from './pause-lines.ts';
import { momentFigureLines } from './moment-figure-lines.ts';

type Props = {
  figures: MomentFigures | null;
  ceiling: CeilingState | null;
  pauses: MomentPauses;
  data: ProgramData;
};

/** What became of what a moment gave. */
export function MomentFiguresPanel({ figures, ceiling, pauses, data }: Props) {
  const { momentFigures: say } = useTexts();
  const language = useLanguage();
  const { currency, titles, draft, timeZone } = data;
  const wording = { language, currency, titles };
  const given = figures && momentFigureLines(figures, draft.names, wording);
  const paused = pauseLines(pauses, { language, timeZone });
  const lines = [...(given ?? []), ...ceilingLines(ceiling, wording), ...paused];
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack>
          <Text as="h2" variant="headingMd">
            {say.title}
          </Text>
          <Text as="p" tone="subdued">
            {given ? say.span : say.nothing}
          </Text>
        </BlockStack>
        {lines.length > 0 && (
          <dl className="figure-lines">
            {lines.map(({ what, value }) => (
              <div key={`${what} ${value}`}>
                <dt>{what}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </BlockStack>
    </Card>
  );
}
