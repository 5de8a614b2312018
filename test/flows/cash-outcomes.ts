import { expect } from 'vitest';
import type { Plan, World } from './cash-world.ts';

/** One way in which a redemption with cash can end. */
export type Outcome = {
  name: string;
  /** Returns the redemption's id. */
  act(world: World): Promise<string>;
  /** Whether points and unit are spent in the end. */
  kept: boolean;
  /** What Stripe books: the charge, and what of it and of the fee goes back. */
  booked(plan: Plan): { charged: number; refunded: number; fees: number; feesRefunded: number };
  /** What her order says, and the redemption's page in the console. */
  says(world: World): { member: string[]; staff: string[] };
};

export const nothing = () => ({ charged: 0, refunded: 0, fees: 0, feesRefunded: 0 });
const paid = ({ cashMinor, fee }: Plan) => ({ ...nothing(), charged: cashMinor, fees: fee });
const givenBack = (plan: Plan) => ({ ...paid(plan), refunded: plan.cashMinor, feesRefunded: plan.fee });
const undone =
  (by: 'member' | 'unpaid') =>
  ({ words, inConsole }: World) => ({
    member: [words(`endedBy.${by}`), words('pay.notPaid')],
    staff: [inConsole('redemptions.states.undone'), inConsole('cash.states.closed')],
  });

export const OUTCOMES: Outcome[] = [
  {
    name: 'declined by the bank, then paid with another card',
    async act({ redeem, payer, member, words }) {
      const redemptionId = await redeem();
      await payer.pay('declined');
      await payer.pay('pays');
      expect(await member.text()).toContain(words('success.title'));
      return redemptionId;
    },
    kept: true,
    booked: paid,
    says: ({ words, inConsole }) => ({
      member: [words('state.confirmed'), words('pay.paid')],
      staff: [inConsole('redemptions.states.confirmed'), inConsole('cash.states.paid')],
    }),
  },
  {
    name: 'declined by the bank, then cancelled by the member',
    async act({ redeem, payer, member }) {
      const redemptionId = await redeem();
      await payer.pay('declined');
      await payer.press('leave');
      expect(member.redemptionId()).toBe(redemptionId);
      await member.cancel();
      return redemptionId;
    },
    kept: false,
    booked: nothing,
    says: undone('member'),
  },
  {
    name: 'abandoned: 3-D Secure left, taken up again from her orders, failed, and never paid',
    async act({ redeem, payer, member, mix, pass }) {
      const redemptionId = await redeem();
      await payer.pay('challenged');
      await payer.press('leave');
      await member.openNewest();
      expect(member.redemptionId()).toBe(redemptionId);
      await member.goToPay(mix);
      await payer.pay('challenged');
      await payer.press('refuse');
      await pass(31);
      return redemptionId;
    },
    kept: false,
    booked: nothing,
    says: undone('unpaid'),
  },
  {
    name: 'paid late: while Stripe could not be asked the time ran out, and everything was let go',
    async act({ redeem, payer, member, stripe, accountId, words, pass }) {
      const redemptionId = await redeem();
      await stripe.goAway(accountId);
      await pass(31);
      await payer.pay('pays');
      await pass(15);
      await expect
        .poll(() => member.readOrder(redemptionId), { timeout: 15_000, interval: 500 })
        .toContain(words('endedBy.unpaid'));
      await stripe.comeBack();
      return redemptionId;
    },
    kept: false,
    booked: givenBack,
    says: ({ words, inConsole, money, plan, unit }) => ({
      member: [
        words('pay.undone.payment_returned', { unit }),
        words('pay.refund.done', { amount: money(plan.cashMinor) }),
      ],
      staff: [inConsole('redemptions.states.undone'), inConsole('cash.because.late_payment')],
    }),
  },
  {
    name: 'paid, then cancelled by the shop',
    async act({ redeem, payer, merchant, memberId }) {
      const redemptionId = await redeem();
      await payer.pay('pays');
      await merchant.readRedemption({ memberId, redemptionId });
      await merchant.cancel('The strap is torn');
      return redemptionId;
    },
    kept: false,
    booked: givenBack,
    says: ({ words, inConsole, money, plan }) => ({
      member: [words('endedBy.staff'), words('pay.refund.done', { amount: money(plan.cashMinor) })],
      staff: [inConsole('redemptions.states.cancelled'), inConsole('cash.because.cancelled')],
    }),
  },
  {
    name: 'paid, and part of it refunded by staff',
    async act({ redeem, payer, merchant, memberId, plan }) {
      const redemptionId = await redeem();
      await payer.pay('pays');
      await merchant.readRedemption({ memberId, redemptionId });
      await merchant.refund(plan.part.typed, plan.currency);
      return redemptionId;
    },
    kept: true,
    booked: (plan) => ({
      ...paid(plan),
      refunded: plan.part.amountMinor,
      feesRefunded: plan.part.fee,
    }),
    says: ({ words, inConsole, money, plan }) => ({
      member: [words('state.confirmed'), words('pay.refund.done', { amount: money(plan.part.amountMinor) })],
      staff: [inConsole('redemptions.states.confirmed'), inConsole('cash.because.staff')],
    }),
  },
  {
    name: 'paid, and refunded by the merchant in Stripe’s own pages',
    async act({ redeem, payer, stripe }) {
      const redemptionId = await redeem();
      await payer.pay('pays');
      await stripe.control('refunds', { paymentIntent: await stripe.paymentOf(redemptionId) });
      return redemptionId;
    },
    kept: true,
    booked: (plan) => ({ ...paid(plan), refunded: plan.cashMinor }),
    says: ({ words, inConsole, money, plan }) => ({
      member: [words('state.confirmed'), words('pay.refund.done', { amount: money(plan.cashMinor) })],
      staff: [inConsole('redemptions.states.confirmed'), inConsole('cash.because.outside')],
    }),
  },
];
