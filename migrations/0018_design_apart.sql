ALTER TABLE "design_drafts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "design_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- A version is what members saw: it is added, and dropped when twenty newer ones are there, and never rewritten.
REVOKE UPDATE ON "design_versions" FROM pointmall_app;
