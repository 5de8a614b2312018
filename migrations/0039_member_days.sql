CREATE TABLE "member_days" (
	"tenant_id" text NOT NULL,
	"day" date NOT NULL,
	"member_id" text NOT NULL,
	"purchases" integer NOT NULL,
	"spent_minor" bigint NOT NULL,
	"redemptions" integer NOT NULL,
	"brought_points" bigint NOT NULL,
	"issued_points" bigint NOT NULL,
	"redeemed_points" bigint NOT NULL,
	"expired_points" bigint NOT NULL,
	CONSTRAINT "member_days_pkey" PRIMARY KEY("tenant_id","day","member_id")
);
--> statement-breakpoint
ALTER TABLE "member_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "letters_by_time" ON "letters" USING btree ("tenant_id","created_at","key");--> statement-breakpoint
CREATE INDEX "journal_rows_news_by_time" ON "journal_rows" USING btree ("tenant_id","at","object_id","seq") WHERE "journal_rows"."points" is not null and not jsonb_exists("journal_rows"."body", 'importBatchId');--> statement-breakpoint
CREATE POLICY "tenant" ON "member_days" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));