import type { Demo } from './demo.ts';

/** What shows most of it in a minute: as a member, as a clerk, as a developer. */
export function thingsToTry(rootHost: string, apiKey: string): Demo['tryThese'] {
  const order = {
    orderId: 'demo-1',
    channel: 'web',
    member: { externalId: 'mianyu-chen' },
    currency: 'CNY',
    occurredAt: new Date().toISOString(),
    status: 'completed',
    lines: [{ lineId: '1', amountMinor: 12_800 }],
  };
  return [
    {
      title: '兑换一张券 · Redeem',
      how: '以林小满进入棉屿，换一张 ¥10 无门槛券：三步就有能用的券码。Enter as 林小满 and get a coupon: three taps to a code.',
      command: null,
    },
    {
      title: '核销与发货 · Verify and ship',
      how: '以店员进入收银台，用刚才的券码核销；再以店长发出等了 31 小时的那一单。Enter as the clerk and use that code; then, as the manager, ship what has waited longest.',
      command: null,
    },
    {
      title: '报一笔订单 · Report an order',
      how: '然后以陈一帆进入棉屿：多了 128 待入账。Then enter as 陈一帆: 128 more are pending.',
      command: `curl http://api.${rootHost}/v1/orders -H 'authorization: Bearer ${apiKey}' -H 'idempotency-key: demo-1' -H 'content-type: application/json' -d '${JSON.stringify(order)}'`,
    },
  ];
}
