ALTER TABLE "member_days" ADD COLUMN "acted_before" date;--> statement-breakpoint
ALTER TABLE "member_days" ADD COLUMN "bought_before" date;--> statement-breakpoint
ALTER TABLE "member_days" ADD COLUMN "bought_before_that" date;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "figures_from" date;--> statement-breakpoint
CREATE INDEX "members_tests" ON "members" USING btree ("tenant_id","id") WHERE "members"."is_test";--> statement-breakpoint
CREATE INDEX "member_days_by_member" ON "member_days" USING btree ("tenant_id","member_id","day");