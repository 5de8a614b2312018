ALTER TABLE "mall_tickets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "signing_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "used_tokens" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "widget_origins" FORCE ROW LEVEL SECURITY;
