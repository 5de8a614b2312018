CREATE TABLE "member_search_keys" (
	"tenant_id" text NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"member_id" text NOT NULL,
	CONSTRAINT "member_search_keys_pkey" PRIMARY KEY("tenant_id","key","member_id")
);
--> statement-breakpoint
ALTER TABLE "member_search_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "members_search_name";--> statement-breakpoint
DROP INDEX "members_search_name_2";--> statement-breakpoint
DROP INDEX "members_search_name_3";--> statement-breakpoint
DROP INDEX "members_search_last_word";--> statement-breakpoint
DROP INDEX "members_search_phone";--> statement-breakpoint
DROP INDEX "members_search_phone_reversed";--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "cancel_asked" boolean GENERATED ALWAYS AS (coalesce(body #>> '{cancelRequest,state}' = 'open', false)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "refund_waits" boolean GENERATED ALWAYS AS (coalesce(jsonb_path_exists(body, '$.payment ? (exists(@.refunds[*] ? (@.state == "failed" && @.because != "outside"))
  || (@.method == "counter" && exists(@.refunds[*] ? (@.state == "requested"))))'), false)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "redemptions_for_staff" ON "redemptions" USING btree ("tenant_id","created_at","redemption_id") WHERE "redemptions"."cancel_asked" or "redemptions"."refund_waits";--> statement-breakpoint
CREATE INDEX "questions_answered" ON "questions" USING btree ("tenant_id","asked_at","id") WHERE "questions"."answered_at" is not null;--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "name_key";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "name_key_2";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "name_key_3";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "last_word";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "phone_reversed";--> statement-breakpoint
CREATE POLICY "tenant" ON "member_search_keys" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));