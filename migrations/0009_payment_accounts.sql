CREATE TABLE "payment_accounts" (
	"tenant_id" text NOT NULL,
	"account_id" text,
	"country" text,
	"state" text NOT NULL,
	"charges_enabled" boolean NOT NULL,
	"payouts_enabled" boolean NOT NULL,
	"details_submitted" boolean NOT NULL,
	"disabled_reason" text,
	"requirements" jsonb NOT NULL,
	"application_fee_basis_points" integer NOT NULL,
	"counter_enabled" boolean NOT NULL,
	"request" jsonb,
	"requests" integer NOT NULL,
	"events_cursor" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_accounts_pkey" PRIMARY KEY("tenant_id"),
	CONSTRAINT "payment_accounts_account_unique" UNIQUE("account_id")
);
--> statement-breakpoint
ALTER TABLE "payment_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stripe_events" (
	"tenant_id" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stripe_events_pkey" PRIMARY KEY("tenant_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "stripe_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "stripe_events_by_receipt" ON "stripe_events" USING btree ("tenant_id","received_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "payment_accounts" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "stripe_events" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));