import { Hono } from 'hono';
import { isJoinToken } from '../../domain/join-link.ts';
import { readJoinSheet } from '../../domain/join-source.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { failureFields } from '../../lib/log.ts';
import { countLinkScan, countSheetScan } from '../join-links/queries.ts';
import { readTestTicket } from '../members/test-ticket.ts';
import { readJoinOffer } from './join-offer.ts';
import { type JoinStep, keepJoining, readStepOf } from './join-step.ts';
import { signInPage, wordsOf } from './pages.tsx';
import { readMember } from './read-member.ts';

const TICKET_CHARACTERS_MAX = 500;

/**
 * Where the code on a poster, a table card or a link of the shop's own leads: what joining brings, and
 * the one field. A member who scans it is at home. With a ticket of the console whoever joins is the
 * owner's test member.
 */
export const joinRoutes = new Hono<AppEnv>()
  .get('/j/:token', async (c) => {
    const token = c.req.param('token').toLowerCase();
    if ((await readMember(c.var.visit)).kind === 'known') return c.redirect('/', 303);
    // Whether the shop has such a link is asked when she joins: a wrong one leads to the mall as well.
    if (isJoinToken(token)) await arriveBy(c, { from: null, link: token, test: null });
    return c.redirect('/join', 303);
  })
  .get('/join', async (c) => {
    const { visit } = c.var;
    if ((await readMember(visit)).kind === 'known') return c.redirect('/', 303);
    const sealed = c.req.query('test')?.slice(0, TICKET_CHARACTERS_MAX) || null;
    const isTest = sealed !== null && (await readTestTicket(visit.ctx, sealed)) !== null;
    const from = readJoinSheet(c.req.query('from'));
    if (from !== null || isTest) await arriveBy(c, { from, link: null, test: isTest ? sealed : null });
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

/** Keeps what led here, and counts it once for each browser; nobody waits for the counting. */
async function arriveBy(c: AppContext, step: JoinStep): Promise<void> {
  const before = await readStepOf(c);
  await keepJoining(c, step);
  const { ctx } = c.var.visit;
  const { from, link } = step;
  const isNew = from !== before?.from || link !== before?.link;
  if (!isNew || c.req.method !== 'GET') return;
  const count = from !== null ? countSheetScan(ctx, from) : link !== null ? countLinkScan(ctx, link) : null;
  if (count === null) return;
  ctx.defer(
    ctx.db.batch(ctx.tenant.id, [count]).catch((failure: unknown) => {
      ctx.log.warn('scan not counted', failureFields(failure));
    }),
  );
}
