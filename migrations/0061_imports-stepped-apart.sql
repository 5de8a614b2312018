-- A list that somebody takes on is left to her: the cron asks for those that were not taken on since a moment.
GRANT SELECT (stepped_at) ON member_imports TO pointmall_resolver;--> statement-breakpoint

CREATE FUNCTION directory.imports_under_way(since timestamptz, max_rows integer)
RETURNS TABLE (tenant_id text, import_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT i.tenant_id, i.id
  FROM public.member_imports i
  WHERE i.state IN ('running', 'reversing') AND (i.stepped_at IS NULL OR i.stepped_at < since)
  ORDER BY i.created_at, i.tenant_id, i.id
  LIMIT max_rows
$$;--> statement-breakpoint

-- Handed over as in 0003: rights first, because a change of owner carries the old owner's along.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON FUNCTION directory.imports_under_way(timestamptz, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.imports_under_way(timestamptz, integer) TO pointmall_app;--> statement-breakpoint
ALTER FUNCTION directory.imports_under_way(timestamptz, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
DROP FUNCTION directory.imports_under_way(integer);--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
