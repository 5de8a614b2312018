CREATE TABLE "notice_choices" (
	"tenant_id" text NOT NULL,
	"user_id" text NOT NULL,
	"muted" text[] NOT NULL,
	"locale" text,
	"quiet_nights" boolean NOT NULL,
	CONSTRAINT "notice_choices_pkey" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "notice_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_events" (
	"tenant_id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"member_id" text,
	"subject_id" text NOT NULL,
	"part" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	CONSTRAINT "staff_events_pkey" PRIMARY KEY("tenant_id","key")
);
--> statement-breakpoint
ALTER TABLE "staff_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_notices" (
	"tenant_id" text NOT NULL,
	"user_id" text NOT NULL,
	"event_key" text NOT NULL,
	"letter_key" text,
	CONSTRAINT "staff_notices_pkey" PRIMARY KEY("tenant_id","user_id","event_key")
);
--> statement-breakpoint
ALTER TABLE "staff_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "letters" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "user_id" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "told" jsonb;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "failure" text;--> statement-breakpoint
CREATE INDEX "staff_events_due" ON "staff_events" USING btree ("due_at") WHERE "staff_events"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "staff_notices_by_letter" ON "staff_notices" USING btree ("tenant_id","letter_key");--> statement-breakpoint
CREATE INDEX "letters_to_staff" ON "letters" USING btree ("tenant_id","created_at","key") WHERE "letters"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "letters_open_to_staff" ON "letters" USING btree ("tenant_id","user_id") WHERE "letters"."user_id" is not null and "letters"."due_at" is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "notice_choices" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "staff_events" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "staff_notices" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));