ALTER TABLE "join_links" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "join_scans" FORCE ROW LEVEL SECURITY;
