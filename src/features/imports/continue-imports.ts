import type { Context, Services, Tenant } from '../../context.ts';
import { failureFields } from '../../lib/log.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { stepImport } from './step-import.ts';

/** A page that watches its list takes it on again sooner than this: two at once would only be in each other's way. */
const WATCHED_MS = 20_000;

/**
 * Takes lists on that are being brought in or taken back and that nobody else takes on: one step each, in turn,
 * until none is left to take or `stepsMax` are taken. What a page does meanwhile has its effect once all the same.
 */
export async function continueImports({
  ctx,
  input: { enter, limit, stepsMax },
}: {
  ctx: Services;
  input: { enter(tenant: Tenant): Context; limit: number; stepsMax: number };
}): Promise<{ found: number; steps: number; failed: number }> {
  const found = await ctx.directory.importsUnderWay({ sinceMs: ctx.clock.nowMs() - WATCHED_MS, limit });
  const figures = { found: found.length, steps: 0, failed: 0 };
  const waiting = [...found];
  for (let list = waiting.shift(); list && figures.steps < stepsMax; list = waiting.shift()) {
    const { tenantId, importId } = list;
    figures.steps += 1;
    try {
      const tenant = await findTenant({ ctx, input: { tenantId } });
      if (!tenant) throw new Error('a list of a shop that is not there');
      const taken = await stepImport({ ctx: enter(tenant), input: { importId } });
      if (taken.ok && isUnderWay(taken.value.state)) waiting.push(list);
    } catch (failure) {
      figures.failed += 1;
      ctx.log.error('list not taken on', { tenantId, importId, ...failureFields(failure) });
    }
  }
  return figures;
}

const isUnderWay = (state: string) => state === 'running' || state === 'reversing';
