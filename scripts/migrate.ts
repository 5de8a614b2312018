import { openPostgres } from './local/open-database.ts';

// The owner's connection string; the Worker itself is never given it.
const ownerUrl = process.env.DATABASE_URL;
if (!ownerUrl) {
  console.error('Set DATABASE_URL to the connection string of the owner of the database.');
  process.exit(1);
}
const opened = await openPostgres(ownerUrl);
await opened.database.close();
console.log(`Migrated. The Worker's own connection strings, for wrangler secret put:
DATABASE_APP_URL=${opened.appUrl}
DATABASE_AUTH_URL=${opened.authUrl}`);
