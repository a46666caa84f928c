import { BlockStack, Card, Text } from '@shopify/polaris';
import type { MomentFigures } from '#app/core/moments/moment-figures.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { ProgramData } from '../../editing/program-data.ts';
import { momentFigureLines } from './moment-figure-lines.ts';

type Props = { figures: MomentFigures | null; data: ProgramData };

/** What became of what a moment gave. */
export function MomentFiguresPanel({ figures, data }: Props) {
  const { momentFigures: say } = useTexts();
  const language = useLanguage();
  const { currency, titles, draft } = data;
  const lines = figures && momentFigureLines(figures, draft.names, { language, currency, titles });
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack>
          <Text as="h2" variant="headingMd">
            {say.title}
          </Text>
          <Text as="p" tone="subdued">
            {lines ? say.span : say.nothing}
          </Text>
        </BlockStack>
        {lines && (
          <dl className="figure-lines">
            {lines.map(({ what, value }) => (
              <div key={what}>
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
