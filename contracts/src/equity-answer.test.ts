import type { EquityAnswer } from '@ploscope/poker';
import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { equityAnswerSchema } from './equity-answer.ts';

type OnTheWire = z.infer<typeof equityAnswerSchema>;

test('the schema and poker’s type have the same fields', () => {
  expectTypeOf<keyof OnTheWire>().toEqualTypeOf<keyof EquityAnswer>();
  expectTypeOf<keyof OnTheWire['players'][number]>().toEqualTypeOf<keyof EquityAnswer['players'][number]>();
  expectTypeOf<OnTheWire['method']>().toEqualTypeOf<EquityAnswer['method']>();
  expectTypeOf<EquityAnswer['players'][number]['joint']>().toExtend<OnTheWire['players'][number]['joint']>();
});
