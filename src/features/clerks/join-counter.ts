import type { Actor, Services } from '../../context.ts';
import { isGuessablePin } from '../../domain/counter-pin.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { selectUsableLink } from './link-queries.ts';
import { readClerkLinkToken } from './link-token.ts';
import { hashPin } from './pin-hash.ts';
import { forgetPinTries } from './pin-tries.ts';
import { takeNewClerkLink, takePinLink } from './take-link-queries.ts';
import { tryPin } from './try-pin.ts';

type Input = { token: string; name: string | null; pin: string; idempotencyKey: string };
export type Joined = { tenantId: string; userId: string };

/**
 * Makes whoever holds the link a clerk, or gives one who is there her new PIN. The link counts once: of
 * two at once one is in. The same attempt sent again after a lost answer finds what it made, by its
 * PIN; a used, old or forged link refuses `clerk_link_invalid`, all in the same words.
 */
export async function joinCounter({ ctx, input }: { ctx: Services; input: Input }): Promise<Result<Joined>> {
  const linkId = readClerkLinkToken(ctx.config, input.token);
  if (linkId === null) return refuse({ code: 'clerk_link_invalid' });
  if (isGuessablePin(input.pin)) return refuse({ code: 'pin_refused' });
  const keyHash = sha256Hex(`${linkId} ${input.idempotencyKey}`);
  const first = await takeOrFind(ctx, { ...input, linkId, keyHash });
  if (first !== 'taken') return first;
  // Somebody was quicker: perhaps this very attempt, sent twice at once.
  const second = await takeOrFind(ctx, { ...input, linkId, keyHash });
  return second === 'taken' ? refuse({ code: 'clerk_link_invalid' }) : second;
}

async function takeOrFind(
  ctx: Services,
  input: Input & { linkId: string; keyHash: string },
): Promise<Result<Joined> | 'taken'> {
  const { linkId, keyHash, pin } = input;
  const nowMs = ctx.clock.nowMs();
  const link = await selectUsableLink(ctx.authDb, { linkId, keyHash, nowMs });
  if (link === null) return refuse({ code: 'clerk_link_invalid' });
  const { tenantId, usedBy } = link;
  if (usedBy !== null) {
    const tried = await tryPin(ctx, { tenantId, userId: usedBy, deviceId: linkId, pin });
    return tried.ok ? succeed({ tenantId, userId: usedBy }) : tried;
  }
  const name = link.userId === null ? input.name : link.name;
  if (!name) return refuse({ code: 'invalid_input', field: 'name', reason: 'missing' });
  const userId = link.userId ?? newId('clk');
  const actor: Actor = { kind: 'staff', userId, name, role: 'clerk' };
  const made = { linkId, keyHash, userId, nowMs, pin: hashPin(ctx.config, { tenantId, userId }, pin) };
  if (link.userId !== null) {
    const line = auditLine({ ...ctx, actor }, 'staff.pin_set', userId);
    if (!(await takePinLink(ctx.authDb, { ...made, line }))) return 'taken';
    await forgetPinTries(ctx, { tenantId, userId });
    return succeed({ tenantId, userId });
  }
  const line = auditLine({ ...ctx, actor }, 'staff.joined_by_link', userId);
  const isIn = await takeNewClerkLink(ctx.authDb, { ...made, name, membershipId: newId('stf'), line });
  return isIn ? succeed({ tenantId, userId }) : 'taken';
}
