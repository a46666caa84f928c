import { z } from 'zod';

/** Fields of a form, as they were typed: its own reader judges them, and says what is wrong beside each. */
export const typedFields = z.record(z.string(), z.unknown());

/** The body that a form under the save bar sends: `revision` is the draft's, as the edit began with it. */
export const editedForm = z.object({ value: typedFields, revision: z.int().min(0) });
