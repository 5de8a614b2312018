CREATE TABLE "join_links" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"token" text NOT NULL,
	"name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "join_links_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "join_links_token_unique" UNIQUE("tenant_id","token")
);
--> statement-breakpoint
ALTER TABLE "join_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "join_scans" (
	"tenant_id" text NOT NULL,
	"source" text NOT NULL,
	"scans" bigint NOT NULL,
	CONSTRAINT "join_scans_pkey" PRIMARY KEY("tenant_id","source")
);
--> statement-breakpoint
ALTER TABLE "join_scans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "join_link_id" text;--> statement-breakpoint
CREATE INDEX "members_by_join_link" ON "members" USING btree ("tenant_id","join_link_id") WHERE "members"."join_link_id" is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "join_links" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "join_scans" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));