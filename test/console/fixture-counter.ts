import type {
  Counter,
  CounterMember,
  Found,
  Granted,
  GrantQuote,
  Sale,
} from '../../web/console/counter/api.ts';
import type { CounterGrant } from '../../web/console/counter/recent.ts';
import type { Affordable, Waiting } from '../../web/console/counter/redeem-api.ts';
import { totalMinor } from '../../web/console/counter/sale.ts';
import type { Slip } from '../../web/console/counter/slip/api.ts';
import { agoAt } from './fixture-data.ts';
import { redemptions } from './fixture-redemptions.ts';

/** The counter of the fixture's shop, in the middle of a day. */
export const COUNTER: Counter = {
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  undoMinutes: 10,
  categories: ['当季新品', '换季清仓', '配饰'],
  services: [],
  visitPoints: null,
  limits: { grantPoints: 2_000, dayPoints: 20_000 },
  usedTodayPoints: 1_280,
  shopKind: 'goods',
  branches: [],
};

export const LIN: CounterMember = {
  memberId: 'mem_10000009',
  number: '10000009',
  displayName: '林小满',
  phoneMasked: '+86 •••• 1234',
  tier: null,
  availablePoints: 1_802,
  pendingPoints: 128,
  birthdayThisMonth: true,
  openVouchers: 2,
  openPickUps: 1,
  lastVisitAt: agoAt(24 * 12),
  joinedAt: agoAt(24 * 40),
  state: 'active',
};

const CHEN: CounterMember = {
  ...LIN,
  memberId: 'mem_10000017',
  number: '10000017',
  displayName: '陈一帆',
  phoneMasked: '+86 •••• 1234',
  availablePoints: 100,
  pendingPoints: 0,
  birthdayThisMonth: false,
  openVouchers: 0,
  openPickUps: 0,
  lastVisitAt: null,
};

/** Who the typed text names: 1234 are two, 0000 is nobody, anything else is Lin; a turning code proves her presence. */
function foundBy(typed: string): Found {
  const isCode = typed.includes('/c/');
  if (typed === '1234') return { by: 'digits', matches: [LIN, CHEN], more: false, presence: null };
  if (typed === CHEN.number) return { by: 'number', matches: [CHEN], more: false, presence: null };
  if (typed === '0000') return { by: 'digits', matches: [], more: false, presence: null };
  return {
    by: isCode ? 'code' : 'phone',
    matches: [LIN],
    more: false,
    presence: isCode ? 'presence_1' : null,
  };
}

/** One point for each yuan; above the limit of one grant a manager is asked. */
function quoteOf(sale: Sale): GrantQuote {
  const points = Math.floor(totalMinor(sale) / 100);
  return {
    points,
    availableAfterPoints: LIN.availablePoints + points,
    availableAt: null,
    over: points > COUNTER.limits.grantPoints ? 'grant' : null,
  };
}

function grantedOf(body: Sale & { approvalPin?: string }): Granted {
  const { points, availableAfterPoints } = quoteOf(body);
  return {
    grantId: 'grant_1',
    points,
    countedBefore: null,
    undoUntil: agoAt(-0.16),
    balances: { availablePoints: availableAfterPoints },
    approvedBy: body.approvalPin === undefined ? null : { name: '阿美' },
  };
}

const grant = (id: number, over: Partial<CounterGrant>): CounterGrant => ({
  grantId: `grant_${id}`,
  memberId: LIN.memberId,
  memberName: '林小满',
  staffId: 'user_2',
  staffName: '小陈',
  branch: '湖滨店',
  amountMinor: 12_800,
  points: 128,
  at: agoAt(id),
  receipt: null,
  note: null,
  approvedBy: null,
  undone: null,
  undoUntil: null,
  ...over,
});

const GRANTS: CounterGrant[] = [
  grant(0, { undoUntil: agoAt(-0.15) }),
  grant(1, {
    memberName: '陈一帆',
    amountMinor: 268_000,
    points: 2_680,
    approvedBy: { staffId: 'user_3', name: '阿美' },
  }),
  grant(2, {
    memberName: '周可',
    amountMinor: 19_999,
    points: 199,
    receipt: 'A-8842',
    undone: { staffId: 'user_2', name: '小陈', at: agoAt(1), reason: '录错了金额' },
  }),
];

const QUIET = {
  grants: 0,
  amountMinor: 0,
  points: 0,
  undone: 0,
  redemptions: 0,
  vouchersUsed: 0,
  cashTakenMinor: 0,
  takenBackMinor: 0,
  takenBackPoints: 0,
};

const SLIP: Slip = {
  day: new Date().toISOString().slice(0, 10),
  staff: [
    {
      staffId: 'user_2',
      name: '小陈',
      grants: 18,
      amountMinor: 386_000,
      points: 3_860,
      undone: 1,
      redemptions: 2,
      vouchersUsed: 5,
      cashTakenMinor: 8_000,
      takenBackMinor: 12_800,
      takenBackPoints: 128,
    },
  ],
  branches: [
    {
      ...QUIET,
      branchId: 'br_1',
      name: '湖滨店',
      grants: 12,
      amountMinor: 286_000,
      points: 2_860,
      undone: 1,
    },
    {
      ...QUIET,
      branchId: 'br_2',
      name: '南门店',
      grants: 6,
      amountMinor: 100_000,
      points: 1_000,
      vouchersUsed: 5,
    },
  ],
  lines: GRANTS,
  linesLeftOut: 0,
};

const REWARDS: Affordable[] = [
  {
    rewardId: 'rwd_1',
    names: { 'zh-CN': '手作餐具两件套', en: 'Tableware set' },
    pictureUrl: null,
    kind: 'goods',
    pointsEach: 500,
    cashEachMinor: 0,
    priceVersion: 1,
    stockBand: 'in',
    limitPerMember: null,
    redeemedUnits: 0,
  },
];

const WAITING: Waiting = {
  vouchers: redemptions.filter(({ voucher }) => voucher !== null),
  pickUps: [],
  toPay: redemptions.filter(({ state }) => state === 'awaiting_payment'),
};

type Answer = { status: number; body: unknown };

/** What the counter's routes answer. */
export function counterAnswer({
  path,
  body,
  isEmpty,
}: {
  path: string;
  body: string;
  isEmpty: boolean;
}): Answer {
  const ok = (answer: unknown): Answer => ({ status: 200, body: answer });
  if (path === '/counter') return ok(COUNTER);
  if (path === '/counter/slip') return ok(isEmpty ? { ...SLIP, staff: [], branches: [], lines: [] } : SLIP);
  if (path === '/counter/grants') return ok({ items: isEmpty ? [] : GRANTS });
  if (path === '/counter/settings') return ok(COUNTER);
  if (path.endsWith('/rewards')) return ok({ items: isEmpty ? [] : REWARDS });
  if (path.endsWith('/waiting')) return ok(WAITING);
  if (path.endsWith('/redemptions')) return ok(WAITING.vouchers[0]);
  const sent = JSON.parse(body);
  if (path === '/counter/find') return ok(foundBy(sent.typed));
  if (path.endsWith('/quote')) return ok(quoteOf(sent));
  const isOver = quoteOf(sent).over !== null && sent.approvalPin !== '135790';
  if (isOver) return { status: 401, body: { code: 'code-wrong', detail: '密码不对，还可试 4 次' } };
  return { status: 201, body: grantedOf(sent) };
}
