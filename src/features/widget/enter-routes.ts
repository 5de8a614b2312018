import { Hono } from 'hono';
import type { EnterView } from '../../../web/mall/enter.tsx';
import type { AppEnv } from '../../http/env.ts';
import { startMemberSession } from '../../http/member-session.ts';
import { enterPage } from '../mall/pages.tsx';
import { readForm, readText } from '../mall/read-form.ts';
import { cameFromShop } from './arrival.ts';
import { type Arrival, enterMall, readArrival } from './enter-mall.ts';
import { readTicket } from './ticket.ts';

const TICKET_CHARACTERS_MAX = 64;

const toSignIn = (path: string) => `/sign-in?ended=link&to=${encodeURIComponent(path)}`;

/**
 * From the merchant's own site into the mall, signed in. Only the form uses the ticket up: programs
 * that open links to look at them leave it as it was.
 */
export const enterRoutes = new Hono<AppEnv>()
  .get('/enter', async (c) => {
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    const ticket = readTicket(c.req.query('ticket'));
    if (ticket === null) return c.redirect(toSignIn('/'), 303);
    const { visit } = c.var;
    const ownOrigin = `${visit.ctx.config.scheme}://${new URL(c.req.url).host}`;
    const isLed = cameFromShop(c.req.raw, ownOrigin, visit.manifest?.widget?.origins ?? []);
    const arrival = await readArrival({ ctx: visit.ctx, input: { ticket } });
    return c.html(enterPage({ ...visit, path: '/' }, { ticket, ...asking(arrival, isLed) }));
  })
  .post('/enter', async (c) => {
    const { ctx } = c.var.visit;
    const ticket = readTicket(readText(await readForm(c), 'ticket', TICKET_CHARACTERS_MAX));
    if (ticket === null) return c.redirect(toSignIn('/'), 303);
    const entry = await enterMall({ ctx, input: { ticket } });
    if (entry.kind === 'over') return c.redirect(toSignIn(entry.path), 303);
    if (entry.kind === 'entered') await startMemberSession(c, ctx.tenant, entry.session);
    return c.redirect(entry.path, 303);
  });

/**
 * What has to be said before she goes on: whoever is led here by a stranger's page could be signed in as
 * the stranger, and not notice.
 */
function asking(arrival: Arrival | null, isLed: boolean): Pick<EnterView, 'asks' | 'memberName'> {
  if (arrival === null || arrival.here === 'same') return { asks: null, memberName: '' };
  const asks = arrival.here === 'another' ? 'another' : isLed ? null : 'unknown_way';
  return { asks, memberName: arrival.memberName };
}
