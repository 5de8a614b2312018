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
