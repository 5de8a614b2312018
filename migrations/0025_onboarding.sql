ALTER TABLE "tenants" ADD COLUMN "goal" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "onboarding" jsonb;