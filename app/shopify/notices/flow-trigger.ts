import { z } from 'zod';
import type { TriggerPayload } from '#app/core/notices/trigger-payload.ts';
import { operation } from '../admin-api/operation.ts';

/** Starts the workflows of the shop that begin with the trigger; needs no scope. Without any, nothing happens. */
export const receiveFlowTrigger = operation<{ handle: string; payload: TriggerPayload }>()({
  name: 'ReceiveFlowTrigger',
  document: `#graphql
    mutation ReceiveFlowTrigger($handle: String!, $payload: JSON!) {
      flowTriggerReceive(handle: $handle, payload: $payload) {
        userErrors {
          field
          message
        }
      }
    }`,
  result: z.object({
    flowTriggerReceive: z
      .object({
        userErrors: z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() })),
      })
      .nullable(),
  }),
});
