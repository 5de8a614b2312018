import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { ApiKeyAnswer, createdApiKeySchema } from '../../src/features/api-keys/schemas.ts';
import type { AuditPage } from '../../src/features/audit-log/schemas.ts';
import type { HomeAnswer } from '../../src/features/home/schemas.ts';
import type { InviteStaffInput, StaffAnswer } from '../../src/features/staff/schemas.ts';
import type {
  CreateTenantInput,
  TenantAnswer,
  UpdateTenantInput,
} from '../../src/features/tenants/schemas.ts';
import type { ApiKey, CreatedApiKey } from '../../web/console/api-keys/api.ts';
import type { AuditLogPage } from '../../web/console/audit-log/api.ts';
import type { Home } from '../../web/console/home/api.ts';
import type { Shop } from '../../web/console/session/session.ts';
import type { Staff } from '../../web/console/staff/api.ts';
import type { NewTenant, TenantChanges } from '../../web/console/tenants/api.ts';

/**
 * The console can't import types that lead to the Worker's own, so it states some answers itself;
 * `npm run check` refuses them when they are no longer what the routes answer.
 */
test('what the console reads is what the routes answer', () => {
  expectTypeOf<TenantAnswer>().toExtend<Shop>();
  expectTypeOf<HomeAnswer>().toExtend<Home>();
  expectTypeOf<StaffAnswer>().toExtend<Staff>();
  expectTypeOf<ApiKeyAnswer>().toExtend<ApiKey>();
  expectTypeOf<z.infer<typeof createdApiKeySchema>>().toExtend<CreatedApiKey>();
  expectTypeOf<AuditPage>().toExtend<AuditLogPage>();
});

test('what the console sends is what the routes take', () => {
  expectTypeOf<NewTenant>().toExtend<CreateTenantInput>();
  expectTypeOf<TenantChanges>().toExtend<UpdateTenantInput>();
  expectTypeOf<
    Parameters<typeof import('../../web/console/staff/api.ts').inviteStaff>[0]
  >().toExtend<InviteStaffInput>();
});
