CREATE TABLE "checklists" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"sheet_saved_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "checklists" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "joined_from" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "is_test" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "members_one_test" ON "members" USING btree ("tenant_id") WHERE "members"."is_test" and "members"."state" <> 'erased';--> statement-breakpoint
CREATE POLICY "tenant" ON "checklists" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
ALTER TABLE "checklists" FORCE ROW LEVEL SECURITY;
