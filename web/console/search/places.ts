import type { StaffRole } from '../session/session.ts';

/** Every screen and every setting that has a name of its own, and the screen that it stands on. */
export const PLACES = [
  { name: 'home', to: '/' },
  { name: 'counter', to: '/counter' },
  { name: 'slip', to: '/counter/slip' },
  { name: 'members', to: '/members' },
  { name: 'joinLinks', to: '/members/join-links' },
  { name: 'importMembers', to: '/members/import' },
  { name: 'redemptions', to: '/redemptions' },
  { name: 'verify', to: '/redemptions/verify' },
  { name: 'shipByFile', to: '/redemptions/ship-by-file' },
  { name: 'questions', to: '/questions' },
  { name: 'rewards', to: '/rewards' },
  { name: 'newReward', to: '/rewards/new' },
  { name: 'programme', to: '/programme' },
  { name: 'earnRate', to: '/programme' },
  { name: 'signUpBonus', to: '/programme' },
  { name: 'expiry', to: '/programme' },
  { name: 'daysUntilEntry', to: '/programme' },
  { name: 'clawback', to: '/programme' },
  { name: 'design', to: '/design' },
  { name: 'pointsName', to: '/design' },
  { name: 'logo', to: '/design' },
  { name: 'colours', to: '/design' },
  { name: 'banners', to: '/design' },
  { name: 'announcement', to: '/design' },
  { name: 'footer', to: '/design' },
  { name: 'poster', to: '/poster' },
  { name: 'settings', to: '/settings' },
  { name: 'shop', to: '/settings/shop' },
  { name: 'timeZone', to: '/settings/shop' },
  { name: 'contact', to: '/settings/shop' },
  { name: 'branches', to: '/settings/branches' },
  { name: 'delivery', to: '/settings/delivery' },
  { name: 'deliveryAreas', to: '/settings/delivery' },
  { name: 'shippingFee', to: '/settings/delivery' },
  { name: 'pickUp', to: '/settings/delivery' },
  { name: 'returns', to: '/settings/returns' },
  { name: 'languages', to: '/settings/languages' },
  { name: 'domain', to: '/settings/domain' },
  { name: 'plan', to: '/settings/plan' },
  { name: 'counterLimits', to: '/settings/counter' },
  { name: 'memberQuestions', to: '/settings/member-questions' },
  { name: 'staff', to: '/settings/staff' },
  { name: 'payments', to: '/settings/payments' },
  { name: 'counterPayment', to: '/settings/payments' },
  { name: 'letters', to: '/settings/letters' },
  { name: 'notices', to: '/settings/notices' },
  { name: 'developers', to: '/settings' },
  { name: 'widget', to: '/settings/widget', developers: true },
  { name: 'apiKeys', to: '/settings/api-keys', ownerOnly: true, developers: true },
  { name: 'auditLog', to: '/settings/audit-log' },
  { name: 'you', to: '/settings/you' },
  { name: 'closeShop', to: '/settings/close', ownerOnly: true },
  { name: 'exportAll', to: '/settings', ownerOnly: true },
] as const satisfies readonly { name: string; to: string; ownerOnly?: boolean; developers?: boolean }[];

export type Place = (typeof PLACES)[number];

/** The screens that a role is offered; keys and the widget where the shop connects a system of its own. */
export function placesFor(role: StaffRole, connects: boolean): Place[] {
  return PLACES.filter(
    (place) => (role === 'owner' || !('ownerOnly' in place)) && (connects || !('developers' in place)),
  );
}
