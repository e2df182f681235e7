/** What `/health` and `/api/health` answer. Healthy means that a calculation was really made, not that a port is open. */
import { z } from 'zod';

export const healthySchema = z
  .object({
    status: z.literal('healthy'),
    timestamp: z.iso.datetime().describe('UTC instant of the answer.'),
    version: z.string().describe('Version of the program.'),
  })
  .meta({ id: 'Healthy' });

export const unhealthySchema = z
  .object({
    status: z.literal('unhealthy'),
    error: z.string().describe('What does not work.'),
    timestamp: z.iso.datetime(),
  })
  .meta({ id: 'Unhealthy' });

export type Healthy = z.infer<typeof healthySchema>;
export type Unhealthy = z.infer<typeof unhealthySchema>;
