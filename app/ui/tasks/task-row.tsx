import { BlockStack, Button, InlineError, Link, Text } from '@shopify/polaris';
import { useLanguage } from '../shell/root-data.ts';
import { useTexts } from '../shell/use-texts.ts';
import { TaskHistory } from './task-history.tsx';
import type { Task } from './tasks-data.ts';
import { useTicks } from './use-ticks.ts';

type Props = {
  task: Task;
  /** Of the customer, where Shopify tells it. */
  name: string | undefined;
  /** What can be done with it here. */
  tick: 'tick' | 'undo' | null;
  place: string;
};

/** What to do, for whom, and why; of a parcel, its order. */
export function TaskRow({ task, name, tick, place }: Props) {
  const { tasks: texts, members } = useTexts();
  const language = useLanguage();
  const customer = name ?? members.customerNumber(task.customerId);
  const order = task.orderName || members.orderNumber(task.orderId ?? '');
  return (
    <li className="task">
      <div className="task-what">
        <BlockStack gap="050">
          <Text as="h3" variant="headingSm">
            {task.kind === 'packing' ? (
              <Link url={`shopify://admin/orders/${task.orderId ?? ''}`} target="_top">
                {order}
              </Link>
            ) : (
              texts.kinds[task.kind]
            )}{' '}
            · <Link url={`/app/members/${task.memberId}`}>{customer}</Link>
          </Text>
          <Text as="p" breakWord>
            {task.words}
          </Text>
          <Text as="p" tone="subdued">
            {texts.why(task.reason[language])}
          </Text>
          {task.kind !== 'packing' && <TaskHistory {...task} />}
        </BlockStack>
      </div>
      {tick && <Tick {...{ task, tick, place }} whose={task.kind === 'packing' ? order : customer} />}
    </li>
  );
}

type TickProps = { task: Task; tick: 'tick' | 'undo'; place: string; whose: string };

function Tick({ task, tick, place, whose }: TickProps) {
  const { tasks: texts } = useTexts();
  const undo = tick === 'undo';
  const ticks = useTicks({ undo, place });
  const id = `${tick}-${task.memberId}-${task.cause}`;
  const label = undo ? texts.undoWhat(task.words, whose) : texts.tickWhat(task.words, whose);
  return (
    <div className="not-printed">
      <BlockStack gap="100">
        <Button id={id} loading={ticks.saving} accessibilityLabel={label} onClick={() => ticks.tick([task])}>
          {undo ? texts.undo : texts.tick}
        </Button>
        {ticks.problem && <InlineError fieldID={id} message={ticks.problem} />}
      </BlockStack>
    </div>
  );
}
