import { Hono } from 'hono';
import type { MissingOutcome } from '../../../web/mall/missing-points.tsx';
import type { PurchaseView } from '../../account/contract.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { AppError } from '../../lib/app-error.ts';
import { writtenLine } from '../../lib/written-text.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { translator } from '../../messages/translator.ts';
import { wordsOf } from '../mall/pages.tsx';
import { readForm, readText } from '../mall/read-form.ts';
import { ACCOUNT_WAIT_MS, readMember, requireMember } from '../mall/read-member.ts';
import { withinOrNull } from '../mall/within.ts';
import { getMember } from '../members/find-member.ts';
import { onAccount } from '../members/open-account.ts';
import type { MemberRow } from '../members/queries.ts';
import { findMissingOrder } from '../orders/find-missing-order.ts';
import { askAboutOrder, wasAskedAbout } from '../questions/ask-question.ts';
import { historyCsv } from './history-csv.ts';
import { missingPage, pointsPage } from './pages.tsx';
import { readTab, spansOf } from './points-view.ts';
import { readHistory } from './read-history.ts';
import { toSignIn, whoOf } from './who.ts';

const PAGE_SIZE = 20;
const NUMBER_CHARACTERS_MAX = 128;

/** Her points, why they are what they are, and what to do where some are missing. */
export const pointsRoutes = new Hono<AppEnv>()
  .get('/points', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const beforeSeq = readSeq(c.req.query('before'));
    const tab = readTab(c.req.query('tab'));
    const member = await readMember({ ctx });
    if (member.kind === 'visitor') return toSignIn(c);
    if (member.kind === 'unknown') return c.html(pointsPage(visit, null), 503);
    const { memberId, overview } = member;
    const [entries, found] = await Promise.all([
      withinOrNull(
        ACCOUNT_WAIT_MS,
        onAccount(ctx, memberId, (account) =>
          account.listEntries({ beforeSeq, limit: PAGE_SIZE, ...(tab === 'all' ? {} : { kind: tab }) }),
        ),
      ),
      withinOrNull(ACCOUNT_WAIT_MS, getMember({ ctx, input: { memberId } })),
    ]);
    const page = entries?.ok ? entries.value : null;
    const spans = spansOf(page?.items ?? [], ctx.tenant.timeZone);
    const sums = await withinOrNull(
      ACCOUNT_WAIT_MS,
      onAccount(ctx, memberId, (account) => account.sumEntries(spans)),
    );
    const source = {
      who: found?.ok ? whoOf(found.value) : null,
      tab,
      overview,
      entries: page,
      sums: sums?.ok ? sums.value : null,
      paged: beforeSeq !== null,
      missing: newMissingForm(''),
    };
    return c.html(pointsPage(visit, source));
  })
  .get('/points/history.csv', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const member = await requireMember({ ctx });
    if (!member) return c.redirect('/sign-in?to=%2Fpoints', 303);
    const rows = await readHistory({ ctx, input: { memberId: member.memberId } });
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', `attachment; filename="${ctx.tenant.slug}-points.csv"`);
    return c.body(historyCsv(wordsOf(visit), rows, ctx.tenant));
  })
  // What was found of the order in its address: reload and Back find it again.
  .get('/points/missing', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const orderNumber = (c.req.query('number') ?? '').slice(0, NUMBER_CHARACTERS_MAX);
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const owner = await memberRow(c, member.memberId);
    const outcome = orderNumber === '' ? null : await outcomeOf(c, owner, orderNumber);
    const form = newMissingForm(outcome === null ? orderNumber : '');
    return c.html(missingPage(visit, { outcome, form, refusal: null }));
  })
  .post('/points/missing', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const number = writtenLine(readText(await readForm(c), 'number', NUMBER_CHARACTERS_MAX));
    const path = `/points/missing?number=${encodeURIComponent(number)}`;
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(path)}`, 303);
    if (number === '') {
      const form = { ...newMissingForm(''), number: { value: '', error: missingNumber(c) } };
      return c.html(missingPage(onPage(c), { outcome: null, form, refusal: null }), 422);
    }
    const owner = await memberRow(c, member.memberId);
    const found = await findMissingOrder({ ctx, input: { member: owner, orderNumber: number } });
    if (found.kind === 'found') return c.redirect(path, 303);
    const asked = await askAboutOrder({ ctx, input: { memberId: member.memberId, orderNumber: number } });
    if (asked.ok) return c.redirect(path, 303);
    const { locale, tenant, clock } = ctx;
    const setting = { locale, timeZone: tenant.timeZone, pointsName: tenant.pointsName };
    const refusal = refusalWords(asked.refusal, setting, clock.nowMs()).detail;
    const view = { outcome: null, form: newMissingForm(number), refusal };
    return c.html(missingPage(onPage(c), view), STATUS_BY_CODE[asked.refusal.code]);
  });

/** The page of a form that was refused is led to by its own address. */
function onPage(c: AppContext) {
  return { ...c.var.visit, path: '/points/missing' };
}

function newMissingForm(number: string) {
  return { number: { value: number, error: null } };
}

function missingNumber(c: AppContext): string {
  return translator(c.var.visit.ctx.locale, 'member')('missing.required');
}

async function memberRow(c: AppContext, memberId: string): Promise<MemberRow> {
  const found = await getMember({ ctx: c.var.visit.ctx, input: { memberId } });
  if (!found.ok) throw new AppError('not_found');
  return found.value;
}

/** Looked for anew: whoever comes back a week later reads how it stands then. Null where nobody asked yet. */
async function outcomeOf(c: AppContext, member: MemberRow, number: string): Promise<MissingOutcome | null> {
  const { ctx } = c.var.visit;
  const found = await findMissingOrder({ ctx, input: { member, orderNumber: number } });
  if (found.kind === 'found') return foundOutcome(found.order, number, ctx.clock.nowMs());
  const asked = await wasAskedAbout({ ctx, input: { memberId: member.id, orderNumber: number } });
  return asked ? { kind: 'sent', number } : null;
}

function foundOutcome(order: PurchaseView, number: string, nowMs: number): MissingOutcome {
  const points = order.points - order.clawedBackPoints;
  if (points <= 0 || order.status === 'cancelled') return { kind: 'nothing', number };
  const { availableAtMs } = order;
  const waits = availableAtMs === null || availableAtMs > nowMs;
  return waits ? { kind: 'waiting', number, points, availableAtMs } : { kind: 'credited', number, points };
}

function readSeq(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
