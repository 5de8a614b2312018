import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type {
  mallTicketSchema,
  widgetEntryListSchema,
  widgetMallSchema,
  widgetMeSchema,
  widgetRedeemSchema,
  widgetRedemptionSchema,
  widgetSessionSchema,
} from '../../src/features/widget/mall-schemas.ts';
import type {
  EntryPage,
  Mall,
  Me,
  OpenedSession,
  RedeemRequest,
  Redemption,
  Ticket,
} from '../../web/widget/answers.ts';

test('what the widget reads is what its routes answer, and what it sends is what they take', () => {
  expectTypeOf<z.output<typeof widgetMallSchema>>().toExtend<Mall>();
  expectTypeOf<z.output<typeof widgetMeSchema>>().toExtend<Me>();
  expectTypeOf<z.output<typeof widgetSessionSchema>>().toExtend<OpenedSession>();
  expectTypeOf<z.output<typeof widgetEntryListSchema>>().toExtend<EntryPage>();
  expectTypeOf<z.output<typeof widgetRedemptionSchema>>().toExtend<Redemption>();
  expectTypeOf<z.output<typeof mallTicketSchema>>().toExtend<Ticket>();
  expectTypeOf<RedeemRequest>().toExtend<z.input<typeof widgetRedeemSchema>>();
});
