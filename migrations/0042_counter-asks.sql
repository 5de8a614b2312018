CREATE TABLE "counter_asks" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"member_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"reward_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"price_version" integer NOT NULL,
	"points_each" bigint NOT NULL,
	"cash_each_minor" bigint NOT NULL,
	"state" text NOT NULL,
	"refusal" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "counter_asks_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "counter_asks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "counter_asks" ADD CONSTRAINT "counter_asks_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_asks_by_member" ON "counter_asks" USING btree ("tenant_id","member_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "counter_asks" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));