import { Hono } from 'hono';
import { readJoinSheet } from '../../domain/join-source.ts';
import type { AppEnv } from '../../http/env.ts';
import { readTestTicket } from '../members/test-ticket.ts';
import { readJoinOffer } from './join-offer.ts';
import { keepJoining } from './join-step.ts';
import { signInPage, wordsOf } from './pages.tsx';
import { readMember } from './read-member.ts';

const TICKET_CHARACTERS_MAX = 500;

/**
 * Where the code on a poster or a table card leads: what joining brings, and the one field. A member
 * who scans it is at home. With a ticket of the console whoever joins is the owner's test member.
 */
export const joinRoutes = new Hono<AppEnv>().get('/join', async (c) => {
  const { visit } = c.var;
  if ((await readMember(visit)).kind === 'known') return c.redirect('/', 303);
  const sealed = c.req.query('test')?.slice(0, TICKET_CHARACTERS_MAX) || null;
  const isTest = sealed !== null && (await readTestTicket(visit.ctx, sealed)) !== null;
  const from = readJoinSheet(c.req.query('from'));
  if (from !== null || isTest) await keepJoining(c, { from, test: isTest ? sealed : null });
  if (sealed !== null) {
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    c.header('referrer-policy', 'no-referrer');
  }
  const trial = sealed === null ? null : isTest ? 'on' : 'over';
  return c.html(
    signInPage(visit, {
      step: 'identifier',
      phone: visit.ctx.sms !== null,
      identifier: { value: '', error: null },
      refusal: null,
      ended: null,
      joining: { offer: await readJoinOffer(wordsOf(visit), visit), trial },
      to: '/',
    }),
  );
});
