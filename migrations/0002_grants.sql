-- FORCE: the policies hold for the owner of the tables too. Every table that comes later needs the
-- same line in its own migration; test/db/isolation.test.ts is red until it has it.
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_log" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "programme_drafts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "programme_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "publications" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rewards" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "member_addresses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sign_in_codes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "journal_rows" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "parked_messages" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "redemptions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stock_levels" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "order_claims" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stocks" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tenants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The Worker's roles own nothing and each sees one schema. Later tables inherit these grants.
GRANT USAGE ON SCHEMA public TO pointmall_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pointmall_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO pointmall_app;--> statement-breakpoint
GRANT USAGE ON SCHEMA auth TO pointmall_auth;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO pointmall_auth;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA auth GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO pointmall_auth;--> statement-breakpoint
-- Append-only: what was done stays written down, and a published rule body never changes.
REVOKE UPDATE, DELETE ON "audit_log", "programme_versions" FROM pointmall_app;--> statement-breakpoint
REVOKE DELETE ON "tenants" FROM pointmall_app;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
