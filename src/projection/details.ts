import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { journalRows, redemptions } from '../db/schema/index.ts';
import type { Db } from '../db/tenant.ts';
import type { ArrivedRow } from './arrived.ts';

type Query = BatchItem<'pg'>;

/**
 * Takes deliveries from the journal rows as they are stored, not as they arrived: a message that
 * was still under way when a person was erased must not bring her address back.
 */
export function fillDeliveries(db: Db, tenantId: string, rows: readonly ArrivedRow[]): Query[] {
  const carrying = rows
    .filter(({ row }) => row.body.redemption !== undefined && row.detail?.delivery !== undefined)
    .map(({ origin, row }) => ({ id: origin.objectId, epoch: row.epoch, seq: row.seq }));
  if (carrying.length === 0) return [];
  return [
    db.build.execute(sql`
      update ${redemptions} target set delivery = newest.delivery
      from (
        select distinct on (stored.body->'redemption'->>'redemptionId')
          stored.body->'redemption'->>'redemptionId' as redemption_id, stored.detail->'delivery' as delivery,
          (stored.body->'redemption'->>'version')::bigint as version
        from jsonb_to_recordset(${JSON.stringify(carrying)}::jsonb)
          as carrying(id text, epoch integer, seq bigint)
        join ${journalRows} stored
          on stored.tenant_id = ${tenantId} and stored.object_kind = 'account'
          and stored.object_id = carrying.id and stored.epoch = carrying.epoch and stored.seq = carrying.seq
        where stored.detail->'delivery' is not null
        order by stored.body->'redemption'->>'redemptionId', stored.seq desc
      ) newest
      where target.tenant_id = ${tenantId} and target.redemption_id = newest.redemption_id
        and (target.delivery is null or target.version = newest.version)`),
  ];
}

/** Erases what `details.erased` rows name. Done again for every repetition, so that no late row escapes. */
export function eraseDetails(db: Db, tenantId: string, rows: readonly ArrivedRow[]): Query[] {
  return rows
    .filter(({ row }) => row.type === 'details.erased')
    .flatMap(({ origin, row }) => {
      const throughSeq = Number(row.body.throughSeq);
      return [
        db.build.execute(sql`
          update ${journalRows} set detail = null, salt = null
          where tenant_id = ${tenantId} and object_kind = ${origin.kind} and object_id = ${origin.objectId}
            and seq <= ${throughSeq} and detail is not null`),
        db.build.execute(sql`
          update ${redemptions} target set delivery = null
          where target.tenant_id = ${tenantId} and target.member_id = ${origin.objectId}
            and target.delivery is not null
            and not exists (
              select 1 from ${journalRows} later
              where later.tenant_id = ${tenantId} and later.object_kind = ${origin.kind}
                and later.object_id = ${origin.objectId} and later.seq > ${throughSeq}
                and later.body->'redemption'->>'redemptionId' = target.redemption_id
                and later.detail->'delivery' is not null)`),
      ];
    });
}
