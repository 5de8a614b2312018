-- Shops that close and whose owners are due a letter, found by the cron: whose they are and nothing else.
GRANT SELECT (closing_due_at) ON tenants TO pointmall_resolver;--> statement-breakpoint

CREATE FUNCTION directory.shops_closing(before timestamptz, max_rows integer)
RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT t.id
  FROM public.tenants t
  WHERE t.closing_due_at <= before
  ORDER BY t.closing_due_at, t.id
  LIMIT max_rows
$$;--> statement-breakpoint

-- Handed over as in 0003: rights first, because a change of owner carries the old owner's along.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON FUNCTION directory.shops_closing(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.shops_closing(timestamptz, integer) TO pointmall_app;--> statement-breakpoint
ALTER FUNCTION directory.shops_closing(timestamptz, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
