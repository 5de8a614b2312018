import { env } from 'cloudflare:workers';
import type { Context, Mail, Tenant } from '../../src/context.ts';
import { letters } from '../../src/db/schema/index.ts';
import type { JournalRow } from '../../src/domain/journal.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { sendDueLetters } from '../../src/features/letters/send-due-letters.ts';
import { changeOwnProfile } from '../../src/features/members/own-profile.ts';
import { setProvedEmail } from '../../src/features/members/queries.ts';
import { contextOf } from '../../src/http/services.ts';
import { projectMessages } from '../../src/projection/project-messages.ts';
import { join, must, type Shop } from './world.ts';

/** A post that keeps what it was given; `answers` says what it does with each letter. */
export function post(answer: (mail: Mail) => void = () => undefined) {
  const taken: Mail[] = [];
  const send = async (mail: Mail) => {
    answer(mail);
    taken.push(mail);
  };
  return { taken, mail: { send } };
}

/** A member who has proved her e-mail and reads in that language. */
export async function reader(shop: Shop, locale: Locale = 'en') {
  const { id: memberId, email } = await join(shop);
  await shop.owner.db.batch(shop.tenant.id, [setProvedEmail(shop.owner, memberId, email)]);
  must(await changeOwnProfile({ ctx: shop.owner, input: { memberId, displayName: '', locale } }));
  return { memberId, email };
}

/** Every row of her account so far. */
export async function rowsOf(shop: Shop, memberId: string): Promise<JournalRow[]> {
  const account = shop.owner.accounts.of(memberId);
  return must(await account.exportJournal({ fromSeq: 1, limit: 100 })).items;
}

/** What the queue brings: these rows, in messages of one each, in that order. */
export async function arrive(shop: Shop, memberId: string, rows: readonly JournalRow[]): Promise<void> {
  const { db, log, clock } = shop.owner;
  for (const row of rows) {
    const head = { epoch: 1, headSeq: row.seq, headHash: row.hash, dueAtMs: null };
    const message = { kind: 'account' as const, tenantId: shop.tenant.id, objectId: memberId, ...head };
    await projectMessages({ db, log, nowMs: clock.nowMs() }, shop.tenant.id, [{ ...message, rows: [row] }]);
  }
}

/** One run of the cron's step over this shop alone. */
export function sendLetters(shop: Shop, mail: Context['mail']) {
  const { owner, tenant } = shop;
  const shopsWithLetters = async (asked: { byMs: number; limit: number }) => {
    const all = await owner.directory.shopsWithLetters({ ...asked, limit: 10_000 });
    return all.filter(({ tenantId }) => tenantId === tenant.id);
  };
  const ctx = { ...owner, mail, directory: { ...owner.directory, shopsWithLetters } };
  const enter = (entered: Tenant) => contextOf(env, ctx, entered, { kind: 'system', name: 'cron' });
  return sendDueLetters({ ctx, input: { enter, limit: 10 } });
}

/** Every letter of the shop by its name's first part, with what became of it. */
export async function fates({ owner, tenant }: Shop) {
  const [rows] = await owner.db.batch(tenant.id, [owner.db.build.select().from(letters)]);
  return rows.map(({ kind, state }) => `${kind} ${state}`).toSorted();
}

/** What the queue brings of a reward's units so far. */
export async function arriveStock(shop: Shop, stockId: string): Promise<void> {
  const { db, log, clock, stocks } = shop.owner;
  const { items } = must(await stocks.of(stockId).exportJournal({ fromSeq: 1, limit: 100 }));
  const { seq: headSeq = 0, hash: headHash = '' } = items.at(-1) ?? {};
  const head = { epoch: 1, headSeq, headHash, dueAtMs: null };
  const message = {
    kind: 'stock' as const,
    tenantId: shop.tenant.id,
    objectId: stockId,
    ...head,
    rows: items,
  };
  await projectMessages({ db, log, nowMs: clock.nowMs() }, shop.tenant.id, [message]);
}
