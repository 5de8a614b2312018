import type { CopiedRow, ObjectEvidence, TenantEvidence } from '../../src/audit/evidence.ts';
import { actOf } from '../../src/domain/fold/act.ts';
import { figuresOf } from '../../src/domain/fold/figures.ts';
import { foldJournal } from '../../src/domain/fold/fold.ts';
import { memberDaysOf } from '../../src/domain/fold/member-day.ts';
import { entryOf } from '../../src/domain/fold/projected.ts';

const TIME_ZONE = 'Asia/Shanghai';

/** The books of a shop whose projections and registry are what its objects say. */
export function copiedFrom(tenantId: string, objects: ObjectEvidence[]): TenantEvidence {
  const folds = objects.map(({ kind, objectId, journal }) =>
    foldJournal({ kind, tenantId, objectId }, journal),
  );
  return structuredClone({
    tenantId,
    name: 'Mianyu',
    timeZone: TIME_ZONE,
    objects,
    unopened: [],
    silent: [],
    registry: objects.map(({ kind, objectId, state: { epoch, headSeq, headHash } }) => ({
      kind,
      objectId,
      epoch,
      headSeq,
      headHash,
      state: 'open' as const,
    })),
    journalRows: objects.flatMap(({ kind, objectId, journal }) =>
      journal.map((row): CopiedRow => {
        const entry = entryOf(row);
        const moved = { points: entry?.points ?? null, balanceAfter: entry?.balanceAfter ?? null };
        return { tenantId, objectKind: kind, objectId, ...row, ...moved };
      }),
    ),
    redemptions: folds.flatMap(({ redemptions }) => redemptions.map((row) => ({ tenantId, ...row }))),
    orders: folds.flatMap(({ orders }) => orders.map((row) => ({ tenantId, ...row }))),
    stockLevels: folds.flatMap(({ stockLevel }) => (stockLevel ? [{ tenantId, ...stockLevel }] : [])),
    memberFigures: objects.flatMap(({ kind, objectId, journal }, index) => {
      const folded = folds[index];
      if (kind !== 'account' || folded === undefined) return [];
      const figures = figuresOf(journal, folded, 0);
      return [{ tenantId, memberId: objectId, ...figures, spentSinceMs: 0, spentUntilMs: null }];
    }),
    memberDays: objects.flatMap(({ kind, objectId, journal }) =>
      [...memberDaysOf({ kind, tenantId, objectId }, journal, TIME_ZONE)].map(([day, figures]) => ({
        ...{ tenantId, day, memberId: objectId },
        ...figures,
      })),
    ),
    counterGrants: [],
    untoldOrders: [],
    counterAsks: [],
    memberImports: [],
    memberImportMembers: [],
    memberImportRows: [],
    voucherCodes: [],
    auditLog: objects.flatMap(({ kind, objectId, journal }) =>
      journal.flatMap((row) => {
        const act = actOf({ kind, tenantId, objectId }, row);
        return act ? [{ tenantId, ...act, actorName: null }] : [];
      }),
    ),
    parked: [],
    atStripe: null,
  }) as unknown as TenantEvidence;
}
