import * as data from './fixture-data.ts';

/** The staff page's answer: owner, clerks with and without an address, what waits for an answer. */
const clerkLink = (id: string, userId: string | null, forName: string | null) => ({
  id,
  url: `http://console.localhost:8787/join-counter/${id}.signedsignedsignedsigned`,
  expiresAt: data.agoAt(-96),
  userId,
  forName,
});

export const staff = {
  members: [
    { userId: 'user_1', name: '林店主', email: 'owner@mianyu.example', role: 'owner', hasPin: true },
    { userId: 'user_2', name: '小陈', email: 'clerk@mianyu.example', role: 'clerk', hasPin: false },
    { userId: 'user_3', name: '小周', email: null, role: 'clerk', hasPin: true },
  ],
  invitations: [{ id: 'inv_1', email: 'new@mianyu.example', role: 'manager', expiresAt: data.agoAt(-48) }],
  links: [clerkLink('clk_1', null, null), clerkLink('clk_2', 'user_3', '小周')],
};

/** 小周, whose device has locked itself. */
export const LOCKED_CLERK = {
  user: { id: 'user_3', name: '小周', email: null, emailVerified: false },
  role: 'clerk',
  device: { isLocked: true },
};

/** What a device tells of its clerks; null for what is not about them. */
export function clerkAnswer(path: string, world: string): object | null {
  if (path === '/counter/link') return { shopName: data.shop.name, name: null };
  if (path === '/me/pin') return { isSet: false };
  if (path !== '/counter/device') return null;
  if (world !== 'locked') return { shopName: null, clerks: [], lockedFor: null };
  const clerks = [
    { userId: 'user_3', name: '小周' },
    { userId: 'user_4', name: '陈美玲' },
  ];
  return { shopName: data.shop.name, clerks, lockedFor: null };
}
