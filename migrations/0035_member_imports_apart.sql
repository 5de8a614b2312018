ALTER TABLE "member_imports" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "member_import_rows" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "member_import_members" FORCE ROW LEVEL SECURITY;
