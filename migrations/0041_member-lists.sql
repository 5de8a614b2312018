ALTER TABLE "members" ADD COLUMN "name_key" text GENERATED ALWAYS AS (lower(display_name)) STORED;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "name_key_2" text GENERATED ALWAYS AS (substr(lower(display_name), 2)) STORED;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "name_key_3" text GENERATED ALWAYS AS (substr(lower(display_name), 3)) STORED;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "last_word" text GENERATED ALWAYS AS (split_part(lower(display_name), ' ', -1)) STORED;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "phone_reversed" text GENERATED ALWAYS AS (reverse(phone)) STORED;--> statement-breakpoint
ALTER TABLE "member_figures" ADD COLUMN "frozen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "member_figures" ADD COLUMN "frozen_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "letters_by_member" ON "letters" USING btree ("tenant_id","member_id","done_at");--> statement-breakpoint
CREATE INDEX "members_search_name" ON "members" USING btree ("tenant_id","name_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "members_search_name_2" ON "members" USING btree ("tenant_id","name_key_2" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "members_search_name_3" ON "members" USING btree ("tenant_id","name_key_3" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "members_search_last_word" ON "members" USING btree ("tenant_id","last_word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "members_search_phone" ON "members" USING btree ("tenant_id","phone" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "members_search_phone_reversed" ON "members" USING btree ("tenant_id","phone_reversed" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "members_search_number" ON "members" USING btree ("tenant_id","number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "members_search_email" ON "members" USING btree ("tenant_id","email" text_pattern_ops);