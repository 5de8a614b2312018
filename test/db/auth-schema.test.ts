import { getAuthTables } from 'better-auth/db';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { organization } from 'better-auth/plugins/organization';
import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as authSchema from '../../src/db/schema/auth.ts';

const { auth: _, ...tables } = authSchema;

test("schema auth has better-auth's tables and columns, each with its type and whether it may be missing", () => {
  const wanted = getAuthTables({
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: true, storage: 'database' },
    plugins: [organization(), emailOTP({ sendVerificationOTP: async () => undefined })],
  });
  const described = Object.entries(wanted).map(([name, { fields }]) => [
    name,
    Object.entries(fields)
      .map(([field, { type, required }]) => ({ field, type, required: required !== false }))
      .concat({ field: 'id', type: 'string', required: true })
      .sort((one, other) => one.field.localeCompare(other.field)),
  ]);
  const ours = Object.entries(tables).map(([name, table]) => [
    name,
    Object.entries(getTableColumns(table))
      .map(([field, { dataType, notNull }]) => ({ field, type: dataType, required: notNull }))
      .sort((one, other) => one.field.localeCompare(other.field)),
  ]);
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(described));
});
