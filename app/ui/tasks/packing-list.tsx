import { BlockStack, Button, ButtonGroup, InlineError, Text } from '@shopify/polaris';
import type { CustomerNames } from '../members/read-names.ts';
import { useLanguage } from '../shell/root-data.ts';
import { useTexts } from '../shell/use-texts.ts';
import { formatDay, formatNumber, pluralForm } from '../values/format.ts';
import { TaskCard } from './task-card.tsx';
import type { TasksData } from './tasks-data.ts';
import { useTicks } from './use-ticks.ts';

type Props = Pick<TasksData, 'parcels' | 'hasMore' | 'day'> & { names: CustomerNames; place: string };

/** What goes into which parcel: printed, and ticked off one by one or all that stand here. */
export function PackingList({ parcels, hasMore, day, names, place }: Props) {
  const { packing } = useTexts().tasks;
  return (
    <TaskCard
      title={packing.title}
      help={packing.help}
      tasks={parcels}
      tick="tick"
      isPrinted
      {...{ names, place }}
    >
      <OfAll {...{ parcels, place }} />
      <p className="only-printed">{packing.printed(formatDay(day, useLanguage()))}</p>
      {hasMore && (
        <Text as="p" tone="subdued">
          {packing.more}
        </Text>
      )}
    </TaskCard>
  );
}

const ALL = 'tick-all';

function OfAll({ parcels, place }: Pick<Props, 'parcels' | 'place'>) {
  const { packing } = useTexts().tasks;
  const language = useLanguage();
  const ticks = useTicks({ place });
  const count = formatNumber(parcels.length, language);
  return (
    <div className="not-printed">
      <BlockStack gap="100">
        <ButtonGroup>
          <Button onClick={() => window.print()}>{packing.print}</Button>
          <Button id={ALL} loading={ticks.saving} onClick={() => ticks.tick(parcels)}>
            {packing.all(count, pluralForm(parcels.length, language))}
          </Button>
        </ButtonGroup>
        {ticks.problem && <InlineError fieldID={ALL} message={ticks.problem} />}
      </BlockStack>
    </div>
  );
}
