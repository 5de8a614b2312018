import type { ImportedMember } from '../../src/features/imports/schemas.ts';
import type { DemoTarget } from './demo.ts';
import { historyOf } from './history.ts';
import { lamplight } from './shops/lamplight.ts';
import { mianyu } from './shops/mianyu.ts';
import { mutang } from './shops/mutang.ts';
import { enterConsole } from './staff.ts';

const MEMBERS_AT_ONCE = 40;
const BATCH = 'demo-cards';

export type FillProgress = { done: number; total: number };

/**
 * Hands in each shop's list of older members, as a merchant would that comes from paper cards. It runs
 * behind pages that serve already; interrupted, it begins again and counts nothing twice.
 */
export async function fillDemo(
  target: DemoTarget,
  { nowMs, tell }: { nowMs: number; tell: (progress: FillProgress) => void },
): Promise<void> {
  const lists = [mianyu, mutang, lamplight].map((shop) => ({ shop, members: historyOf(shop, nowMs) }));
  const total = lists.reduce((sum, { members }) => sum + members.length, 0);
  let done = 0;
  tell({ done, total });
  for (const { shop, members } of lists) {
    const owner = await enterConsole(target, {
      name: shop.staffNames.owner,
      email: `owner@${shop.slug}.example`,
    });
    let lines = 0;
    for (let from = 0; from < members.length; from += MEMBERS_AT_ONCE) {
      const some = members.slice(from, from + MEMBERS_AT_ONCE);
      const answer = await owner.ask<{ members: ImportedMember[] }>('/api/imports/members', {
        json: { batchId: BATCH, members: some },
        key: `demo-${shop.slug}-cards-${from}`,
      });
      const refused = answer.members.find(({ refusal }) => refusal !== null);
      if (refused) throw new Error(`${shop.slug} refused a member: ${JSON.stringify(refused)}`);
      lines += answer.members.reduce((sum, each) => sum + each.importedLines + each.knownLines, 0);
      done += some.length;
      tell({ done, total });
    }
    target.say(`${shop.name}: ${members.length} members of its paper cards, ${lines} lines`);
  }
}
