import { MEMBER_SORTS } from '../../src/features/members/list-queries.ts';

const MEMBER = 'mem_00000038';
const SEARCHES = [
  '林',
  '子涵',
  'nn',
  'person1',
  '00000123',
  '1380',
  '8000',
  '4567',
  'crm-500',
  '+8613',
  'nobody',
];
const STATES = ['awaiting_payment', 'to_ship', 'issued', 'shipped', 'after_sales', 'received'];

/** Everything that the console lists, by the route that answers it, with each way of asking. */
export const LISTS: Record<string, string[]> = {
  '/api/home': [''],
  '/api/home/figures': ['?period=7', '?period=30', '?period=90'],
  '/api/unpublished': [''],
  '/api/tenant/closing': [''],
  '/api/checklist': [''],
  '/api/members': [
    ...MEMBER_SORTS.flatMap((sort) =>
      ['desc', 'asc'].map((direction) => `?sort=${sort}&direction=${direction}`),
    ),
    ...SEARCHES.flatMap((search) =>
      ['joined', 'spent'].map((sort) => `?sort=${sort}&search=${encodeURIComponent(search)}`),
    ),
  ],
  '/api/members/{memberId}/entries': [''],
  '/api/members/{memberId}/timeline': [''],
  '/api/redemptions': [
    '',
    ...STATES.map((state) => `?state=${state}&order=oldest`),
    `?memberId=${MEMBER}`,
    ...['0A1B2C3D', '林', '00000123', '8000'].map((search) => `?search=${encodeURIComponent(search)}`),
  ],
  '/api/rewards': [''],
  '/api/questions': ['?state=open', '?state=answered'],
  '/api/audit-log': [''],
  '/api/letters': [''],
  '/api/notices/log': [''],
  '/api/staff': [''],
  '/api/imports': [''],
  '/api/imports/{importId}/refused': [''],
  '/api/join-links': [''],
  '/api/counter/grants': ['', '?mine=1'],
  '/api/counter/slip': [''],
  '/api/counter/members/{memberId}/rewards': [''],
  '/api/counter/members/{memberId}/waiting': [''],
  '/api/api-keys': [''],
  '/api/design/versions': [''],
  '/api/programme/versions': [''],
};

/** Lists of a shop that has redeemed, sold and written little by then are asked from their middle, too. */
export const PAGED = [
  '/api/members',
  '/api/redemptions',
  '/api/audit-log',
  '/api/questions?state=answered',
  '/api/letters',
];

/** Routes that answer one thing, whose size the shop's does not change. */
export const NO_LISTS = [
  '/api/counter',
  '/api/counter/asks/{askId}',
  '/api/counter/device',
  '/api/design',
  '/api/design/preview',
  '/api/export',
  '/api/imports/{importId}',
  '/api/me',
  '/api/me/pin',
  '/api/members/find',
  '/api/members/{memberId}',
  '/api/members/{memberId}/profile',
  '/api/notices',
  '/api/onboarding',
  '/api/payments',
  '/api/profile-form',
  '/api/programme',
  '/api/redemptions/{memberId}/{redemptionId}',
  '/api/redemptions/{memberId}/{redemptionId}/trail',
  '/api/rewards/{rewardId}',
  '/api/settings',
  '/api/slugs/{slug}',
  '/api/tenant',
  '/api/tenant/preview',
  '/api/test-member',
  '/api/vouchers/{code}',
  '/api/widget',
];
