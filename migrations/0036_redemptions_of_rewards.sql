ALTER TABLE "redemptions" ADD COLUMN "reward_id" text GENERATED ALWAYS AS (body #>> '{lines,0,rewardId}') STORED;--> statement-breakpoint
CREATE INDEX "letters_by_subject" ON "letters" USING btree ("tenant_id","subject_id");--> statement-breakpoint
CREATE INDEX "redemptions_of_rewards" ON "redemptions" USING btree ("tenant_id","created_at","reward_id","state");