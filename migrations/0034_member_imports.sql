CREATE TABLE "member_import_members" (
	"tenant_id" text NOT NULL,
	"import_id" text NOT NULL,
	"member_id" text NOT NULL,
	"row" integer,
	"joined" boolean NOT NULL,
	"points" bigint NOT NULL,
	"state" text NOT NULL,
	"taken_points" bigint DEFAULT 0 NOT NULL,
	"lapsed_points" bigint DEFAULT 0 NOT NULL,
	"owed_points" bigint DEFAULT 0 NOT NULL,
	"written_off_points" bigint DEFAULT 0 NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "member_import_members_pkey" PRIMARY KEY("tenant_id","import_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "member_import_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_import_rows" (
	"tenant_id" text NOT NULL,
	"import_id" text NOT NULL,
	"row" integer NOT NULL,
	"cells" jsonb,
	"state" text NOT NULL,
	"field" text,
	"reason" text,
	CONSTRAINT "member_import_rows_pkey" PRIMARY KEY("tenant_id","import_id","row")
);
--> statement-breakpoint
ALTER TABLE "member_import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_imports" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"digest" text,
	"rows_total" integer NOT NULL,
	"options" jsonb,
	"expires_at" timestamp (3) with time zone,
	"figures" jsonb NOT NULL,
	"created_by_id" text NOT NULL,
	"created_by_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"reversed_at" timestamp (3) with time zone,
	CONSTRAINT "member_imports_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "member_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "import_batch_id" text;--> statement-breakpoint
CREATE INDEX "member_import_members_in" ON "member_import_members" USING btree ("tenant_id","import_id","member_id") WHERE "member_import_members"."state" = 'in';--> statement-breakpoint
CREATE INDEX "member_import_rows_waiting" ON "member_import_rows" USING btree ("tenant_id","import_id","row") WHERE "member_import_rows"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "member_import_rows_refused" ON "member_import_rows" USING btree ("tenant_id","import_id","row") WHERE "member_import_rows"."state" = 'refused';--> statement-breakpoint
CREATE INDEX "member_imports_by_creation" ON "member_imports" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE POLICY "tenant" ON "member_import_members" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_import_rows" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_imports" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));