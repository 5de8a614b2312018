ALTER TABLE "tenants" ADD COLUMN "closing" jsonb;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "closing_told" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "closing_due_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "tenants_closing_due" ON "tenants" USING btree ("closing_due_at");