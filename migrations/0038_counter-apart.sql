ALTER TABLE "counter_settings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "counter_grants" FORCE ROW LEVEL SECURITY;
