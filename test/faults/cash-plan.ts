import { randomUUID } from 'node:crypto';
import { type CashShop, MIX, redemptionNow } from './cash-shop.ts';
import { Asking, type Unknown } from './crowd.ts';
import { eventually } from './eventually.ts';
import type { Member } from './member.ts';
import { seededRandom } from './seeded.ts';
import type { StripeElsewhere } from './stripe-elsewhere.ts';

/** What a member, her shop and her bank do about one redemption. Each has one end, whoever hears of what when. */
export const STORIES = [
  'pays and comes back',
  'pays and closes the page',
  'is declined and pays',
  'leaves',
  'cancels',
  'pays and cancels',
  'is refunded in part by staff',
  'is refunded in part at Stripe',
  'is refunded whole at Stripe',
  'is refunded by staff and the bank sends it back',
  'is disputed',
] as const;
export type Story = (typeof STORIES)[number];

const PART_MINOR = 400;
const WAIT_MS_MAX = 30_000;

type Shown = { state: string; payment: { state: string; refunds: { state: string }[] } | null };
type Place = { shop: CashShop; stripe: StripeElsewhere; member: Member };

/** The same stories for the same seed: each of them at least once among all the clients. */
export function storiesOf(client: number, seed: number, count: number): Story[] {
  const random = seededRandom(seed + client);
  return Array.from({ length: count }, (_, at) => {
    const one = client * count + at;
    const place = one < STORIES.length ? one : Math.floor(random() * STORIES.length);
    return STORIES[place] ?? 'leaves';
  });
}

/** Plays a story to where nothing but waiting is left; answers the redemption's id. */
export async function playStory({ shop, stripe, member }: Place, story: Story): Promise<string> {
  const asking = new Asking();
  const [orderKey, actKey] = [randomUUID(), randomUUID()];
  const answer = await asking.insist(() => member.redeemWithCash(shop.reward, MIX, orderKey));
  if (answer.kind !== 'accepted') throw new Error(`${story}: ${JSON.stringify(answer)}`);
  const { redemptionId } = answer;
  const reaches = (done: (shown: Shown) => boolean) => waitFor({ shop, member }, redemptionId, story, done);
  const cancel = () => asking.insist(() => member.cancel(redemptionId, actKey));
  if (story === 'leaves') return redemptionId;
  if (story === 'cancels') {
    await cancel();
    return redemptionId;
  }
  const address = await payPage(member, redemptionId);
  if (story === 'is declined and pays') await stripe.pay(address, 'declined');
  if (!(await stripe.pay(address))) throw new Error(`${story}: it was not paid`);
  if (story === 'pays and closes the page') return redemptionId;
  await asking.insist(() => member.comeBack(redemptionId));
  await reaches(({ state }) => state === 'confirmed');
  const intent = await intentOf(stripe, redemptionId);
  const byStaff = () =>
    asking.insist(async (): Promise<{ kind: 'sent' } | Unknown> => {
      const { status } = await shop.owner.send(`/api/redemptions/${member.id}/${redemptionId}/refund`, {
        headers: { 'idempotency-key': actKey },
        json: { amountMinor: PART_MINOR },
      });
      if (status >= 500) return { kind: 'unknown', sent: true };
      if (status !== 200) throw new Error(`${story}: the refund answered ${status}`);
      return { kind: 'sent' };
    });
  switch (story) {
    case 'pays and cancels':
      await cancel();
      break;
    case 'is refunded in part by staff':
      await byStaff();
      break;
    case 'is refunded in part at Stripe':
      await stripe.control('refunds', { paymentIntent: intent, amount: PART_MINOR });
      break;
    case 'is refunded whole at Stripe':
      await stripe.control('refunds', { paymentIntent: intent });
      break;
    case 'is refunded by staff and the bank sends it back': {
      await byStaff();
      await reaches(({ payment }) => payment?.refunds[0]?.state === 'succeeded');
      const [refund] = await stripe.refundsOf(shop.accountId, intent);
      await stripe.control(`refunds/${refund?.id}`, { status: 'failed' });
      break;
    }
    case 'is disputed':
      await stripe.control('disputes', { paymentIntent: intent });
  }
  return redemptionId;
}

async function payPage(member: Member, redemptionId: string): Promise<string> {
  const address = await eventually(
    async () => {
      const page = await member.seekPayPage(redemptionId);
      return page.kind === 'seen' ? page.address : null;
    },
    { limitMs: WAIT_MS_MAX },
  );
  if (address === null) throw new Error(`${redemptionId} got no page to pay at`);
  return address;
}

async function waitFor(
  { shop, member }: Pick<Place, 'shop' | 'member'>,
  redemptionId: string,
  story: Story,
  done: (shown: Shown) => boolean,
): Promise<void> {
  const reached = await eventually(
    async () => {
      // A burst of events may leave a question without an answer: it is asked again.
      const shown = await redemptionNow<Shown>(shop, member, redemptionId).catch(() => null);
      return (shown !== null && done(shown)) || null;
    },
    { limitMs: WAIT_MS_MAX },
  );
  if (reached === null) throw new Error(`${story}: ${redemptionId} did not get so far`);
}

async function intentOf(stripe: StripeElsewhere, redemptionId: string): Promise<string> {
  const payments = (await stripe.books()).flatMap((each) => each.payments);
  return payments.find((each) => each.clientReferenceId === redemptionId)?.paymentIntent ?? '';
}
