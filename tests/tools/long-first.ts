// The order of test files: those that take minutes go first, or one of them ends the run alone while other processors have nothing
// to do. Vitest knows how long a file took where it ran before; elsewhere it goes by a file's size, and the longest are short texts.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A minute or more each, the longest first. */
export const LONG = [
  'tests/browser/accessibility-admin.test.ts',
  'tests/browser/admin-cards.test.ts',
  'tests/browser/accessibility-dialogs.test.ts',
  'tests/browser/blocks-axe.test.ts',
  'tests/torture/torture.test.ts',
  'tests/browser/accessibility-blocks.test.ts',
  'tests/usecases/rewards/cut-off.test.ts',
  'tests/usecases/rewards/own-cut-off.test.ts',
];

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = (place: number) => (file: TestSpecification) => placeOf(file) === place;
    return [...LONG.flatMap((_, place) => sorted.filter(isLong(place))), ...sorted.filter(isLong(-1))];
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  return LONG.findIndex((name) => moduleId.endsWith(`/${name}`));
}
