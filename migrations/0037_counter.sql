CREATE TABLE "counter_grants" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"staff_id" text NOT NULL,
	"member_id" text NOT NULL,
	"order_id" text NOT NULL,
	"purchase" jsonb NOT NULL,
	"receipt" text,
	"note" text,
	"amount_minor" bigint NOT NULL,
	"points" bigint NOT NULL,
	"counted_points" bigint NOT NULL,
	"day" text NOT NULL,
	"sold_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	"undo_reason" text,
	CONSTRAINT "counter_grants_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "counter_grants_order_unique" UNIQUE("tenant_id","order_id"),
	CONSTRAINT "counter_grants_undone_whole" CHECK (("counter_grants"."undone_at" is null) = ("counter_grants"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "counter_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "counter_settings" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"categories" jsonb,
	"services" jsonb,
	"grant_points_max" bigint NOT NULL,
	"day_points_max" bigint NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "counter_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "counter_grants" ADD CONSTRAINT "counter_grants_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_grants_by_staff" ON "counter_grants" USING btree ("tenant_id","staff_id","at");--> statement-breakpoint
CREATE INDEX "counter_grants_by_time" ON "counter_grants" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "counter_grants_by_day" ON "counter_grants" USING btree ("tenant_id","day","at");--> statement-breakpoint
CREATE INDEX "counter_grants_by_receipt" ON "counter_grants" USING btree ("tenant_id","receipt");--> statement-breakpoint
CREATE POLICY "tenant" ON "counter_grants" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "counter_settings" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));