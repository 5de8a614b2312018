CREATE TABLE "voucher_codes" (
	"tenant_id" text NOT NULL,
	"code" text NOT NULL,
	"member_id" text NOT NULL,
	"redemption_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "voucher_codes_pkey" PRIMARY KEY("tenant_id","code"),
	CONSTRAINT "voucher_codes_redemption_unique" UNIQUE("tenant_id","redemption_id")
);
--> statement-breakpoint
ALTER TABLE "voucher_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_codes" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));