ALTER TABLE "former_contacts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "letters" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Shops with letters that are due, found by the cron: whose they are and nothing of what they say.
GRANT SELECT (tenant_id, due_at) ON letters TO pointmall_resolver;--> statement-breakpoint
CREATE POLICY resolver ON letters FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint

CREATE FUNCTION directory.shops_with_letters(before timestamptz, max_rows integer)
RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT l.tenant_id
  FROM public.letters l
  WHERE l.due_at <= before
  GROUP BY l.tenant_id
  ORDER BY min(l.due_at), l.tenant_id
  LIMIT max_rows
$$;--> statement-breakpoint

-- Handed over as in 0003: rights first, because a change of owner carries the old owner's along.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON FUNCTION directory.shops_with_letters(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.shops_with_letters(timestamptz, integer) TO pointmall_app;--> statement-breakpoint
ALTER FUNCTION directory.shops_with_letters(timestamptz, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
