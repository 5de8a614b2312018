import type { Context } from '../../context.ts';
import {
  codeEndsAtMs,
  isFresh,
  signatureOf,
  stepAt,
  type TurningCode,
  turnsAtMs,
  unsignedCode,
} from '../../domain/member-code/turning-code.ts';
import { derivedKey } from '../../lib/derived-key.ts';
import { equalInConstantTime, hmacSha256 } from '../../lib/hash.ts';

type Signer = Pick<Context, 'clock' | 'config' | 'tenant'>;

/** A member's code as it stands on her screen now. */
export type ShownCode = { text: string; turnsAtMs: number; endsAtMs: number };

/** The code of this minute, for one shop alone: each signs with a key of its own. */
export function showCode(ctx: Signer, member: Pick<TurningCode, 'number' | 'isProved'>): ShownCode {
  const step = stepAt(ctx.clock.nowMs());
  const unsigned = unsignedCode({ ...member, step });
  const text = `${unsigned}${signed(ctx, unsigned)}`;
  return { text, turnsAtMs: turnsAtMs(step), endsAtMs: codeEndsAtMs(step) };
}

/** What a code is worth now: `foreign` is another shop's, an invented one, or none at all. */
export function openCode(
  ctx: Signer,
  code: TurningCode & { signature: string },
): 'fresh' | 'stale' | 'foreign' {
  const isOurs = equalInConstantTime(signed(ctx, unsignedCode(code)), code.signature);
  if (!isOurs) return 'foreign';
  return isFresh(code, ctx.clock.nowMs()) ? 'fresh' : 'stale';
}

function signed({ config, tenant }: Pick<Signer, 'config' | 'tenant'>, unsigned: string): string {
  return signatureOf(hmacSha256(derivedKey(config.sessionSecret, `member code/${tenant.id}`), unsigned));
}
