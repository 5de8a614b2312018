CREATE TABLE "design_drafts" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"body_version" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "design_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "design_versions" (
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	"published_by_name" text,
	CONSTRAINT "design_versions_pkey" PRIMARY KEY("tenant_id","version")
);
--> statement-breakpoint
ALTER TABLE "design_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant" ON "design_drafts" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "design_versions" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));