import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { CustomerNames } from '../members/read-names.ts';
import { TaskRow } from './task-row.tsx';
import type { Task } from './tasks-data.ts';

type Props = {
  title: string;
  help?: string;
  tasks: readonly Task[];
  names: CustomerNames;
  tick: 'tick' | 'undo' | null;
  /** Where the keyboard stands once a row is gone. */
  place: string;
  /** Only the packing list is printed. */
  isPrinted?: boolean;
  /** What is done with all of them. */
  children?: ReactNode;
};

/** One list of tasks. */
export function TaskCard({ title, help, tasks, names, tick, place, isPrinted = false, children }: Props) {
  return (
    <div className={isPrinted ? 'packing-list' : 'not-printed'}>
      <Card>
        <BlockStack gap="300">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            {help && (
              <Text as="p" tone="subdued">
                {help}
              </Text>
            )}
          </BlockStack>
          {children}
          <ul className="tasks">
            {tasks.map((task) => (
              <TaskRow
                key={`${task.memberId}/${task.cause}`}
                task={task}
                name={names[task.customerId]}
                {...{ tick, place }}
              />
            ))}
          </ul>
        </BlockStack>
      </Card>
    </div>
  );
}
