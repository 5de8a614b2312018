CREATE TABLE "member_figures" (
	"tenant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"balance_points" bigint DEFAULT 0 NOT NULL,
	"available_points" bigint DEFAULT 0 NOT NULL,
	"spent_minor" bigint DEFAULT 0 NOT NULL,
	"spent_since" timestamp (3) with time zone DEFAULT 'epoch' NOT NULL,
	"spent_until" timestamp (3) with time zone,
	"imported_visit_at" timestamp (3) with time zone,
	"last_visit_at" timestamp (3) with time zone,
	"visited_at" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce(last_visit_at, to_timestamp(0))) STORED NOT NULL,
	"first_redeemed_at" timestamp (3) with time zone,
	CONSTRAINT "member_figures_pkey" PRIMARY KEY("tenant_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "member_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "orders_by_member";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "occurred_at" timestamp (3) with time zone GENERATED ALWAYS AS (to_timestamp((body ->> 'occurredAtMs')::bigint / 1000.0)) STORED;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "spent_minor" bigint GENERATED ALWAYS AS (coalesce((body ->> 'spentMinor')::bigint, 0)) STORED;--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "visited_at" timestamp (3) with time zone GENERATED ALWAYS AS (to_timestamp((coalesce(body -> 'voucher' ->> 'usedAtMs', case
  when state = 'received' and body ->> 'trackingNumber' is null
  then jsonb_path_query_first(body, '$.timeline[*] ? (@.state == "received").atMs') #>> '{}' end))::bigint / 1000.0)) STORED;--> statement-breakpoint
CREATE INDEX "member_figures_by_available" ON "member_figures" USING btree ("tenant_id","available_points","member_id");--> statement-breakpoint
CREATE INDEX "member_figures_by_spent" ON "member_figures" USING btree ("tenant_id","spent_minor","member_id");--> statement-breakpoint
CREATE INDEX "member_figures_by_visit" ON "member_figures" USING btree ("tenant_id","visited_at","member_id");--> statement-breakpoint
CREATE INDEX "member_figures_by_first_redemption" ON "member_figures" USING btree ("tenant_id","first_redeemed_at");--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders" USING btree ("tenant_id","occurred_at");--> statement-breakpoint
CREATE INDEX "orders_by_member" ON "orders" USING btree ("tenant_id","member_id","occurred_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "member_figures" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));