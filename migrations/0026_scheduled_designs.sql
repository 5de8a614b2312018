CREATE TABLE "design_schedules" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"body" jsonb NOT NULL,
	"publish_at" timestamp (3) with time zone NOT NULL,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"scheduled_by" text NOT NULL,
	"scheduled_by_name" text
);
--> statement-breakpoint
ALTER TABLE "design_schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "design_schedules_due" ON "design_schedules" USING btree ("publish_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "design_schedules" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));