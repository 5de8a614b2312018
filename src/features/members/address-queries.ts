import { and, eq, sql } from 'drizzle-orm';
import type { DeliveryAddress } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { memberAddresses } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type OwnAddress = { memberId: string; addressId: string };

/** One of her addresses; somebody else's is as missing as none. */
export function selectAddress({ db, tenant }: Scope, own: OwnAddress) {
  return db.build.select().from(memberAddresses).where(isOwn(tenant.id, own));
}

export function setAddress({ db, tenant }: Scope, own: OwnAddress, address: DeliveryAddress) {
  return db.build.update(memberAddresses).set({ address }).where(isOwn(tenant.id, own)).returning();
}

export function deleteAddress({ db, tenant }: Scope, own: OwnAddress) {
  return db.build.delete(memberAddresses).where(isOwn(tenant.id, own));
}

/** One statement: the address that is named leads, all others of hers do not; nothing where it is not hers. */
export function setDefaultAddress({ db, tenant }: Scope, { memberId, addressId }: OwnAddress) {
  return db.build
    .update(memberAddresses)
    .set({ isDefault: sql`${memberAddresses.id} = ${addressId}` })
    .where(
      and(
        eq(memberAddresses.tenantId, tenant.id),
        eq(memberAddresses.memberId, memberId),
        sql`exists (select 1 from ${memberAddresses} own where own.tenant_id = ${tenant.id}
          and own.member_id = ${memberId} and own.id = ${addressId})`,
      ),
    );
}

export function deleteAddresses({ db, tenant }: Scope, memberId: string) {
  return db.build
    .delete(memberAddresses)
    .where(and(eq(memberAddresses.tenantId, tenant.id), eq(memberAddresses.memberId, memberId)));
}

function isOwn(tenantId: string, { memberId, addressId }: OwnAddress) {
  return and(
    eq(memberAddresses.tenantId, tenantId),
    eq(memberAddresses.memberId, memberId),
    eq(memberAddresses.id, addressId),
  );
}
