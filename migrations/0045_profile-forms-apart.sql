ALTER TABLE "profile_forms" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile_answers" FORCE ROW LEVEL SECURITY;
