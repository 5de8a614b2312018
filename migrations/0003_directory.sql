-- The few questions that cannot name a tenant yet. The functions run as pointmall_resolver, which
-- cannot log in, sees only the columns below, and is let past the tenant policy for reading alone:
-- so they work whether or not the owner of the tables is a superuser or has BYPASSRLS.
CREATE SCHEMA directory;--> statement-breakpoint
GRANT SELECT (id, slug, state) ON tenants TO pointmall_resolver;--> statement-breakpoint
GRANT SELECT (tenant_id, id, name, key_hash, scopes, revoked_at) ON api_keys TO pointmall_resolver;--> statement-breakpoint
GRANT SELECT (tenant_id, member_id, due_at) ON accounts TO pointmall_resolver;--> statement-breakpoint
GRANT SELECT (tenant_id, stock_id, due_at) ON stocks TO pointmall_resolver;--> statement-breakpoint
CREATE POLICY resolver ON tenants FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint
CREATE POLICY resolver ON api_keys FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint
CREATE POLICY resolver ON accounts FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint
CREATE POLICY resolver ON stocks FOR SELECT TO pointmall_resolver USING (true);--> statement-breakpoint

-- Which shop a host belongs to: at most one row.
CREATE FUNCTION directory.resolve_host(wanted_slug text)
RETURNS TABLE (tenant_id text, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT t.id, t.state FROM public.tenants t WHERE t.slug = wanted_slug
$$;--> statement-breakpoint

-- Whose key this is: at most one row, none for a revoked key.
CREATE FUNCTION directory.resolve_key(wanted_hash text)
RETURNS TABLE (tenant_id text, key_id text, name text, scopes text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT k.tenant_id, k.id, k.name, k.scopes
  FROM public.api_keys k
  WHERE k.key_hash = wanted_hash AND k.revoked_at IS NULL
$$;--> statement-breakpoint

-- Objects whose alarm should have rung before the given moment, most overdue first: ids only.
CREATE FUNCTION directory.due_objects(before timestamptz, max_rows integer)
RETURNS TABLE (kind text, tenant_id text, object_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  (SELECT 'account', a.tenant_id, a.member_id, a.due_at
   FROM public.accounts a WHERE a.due_at < before ORDER BY a.due_at LIMIT max_rows)
  UNION ALL
  (SELECT 'stock', s.tenant_id, s.stock_id, s.due_at
   FROM public.stocks s WHERE s.due_at < before ORDER BY s.due_at LIMIT max_rows)
  ORDER BY 4, 1, 2, 3
  LIMIT max_rows
$$;--> statement-breakpoint

-- One page of one slice of the registry, in the order of its key, after the given row: ids only.
CREATE FUNCTION directory.registered_objects(
  wanted_kind text, slice integer, slices integer, after_tenant_id text, after_object_id text, max_rows integer
)
RETURNS TABLE (tenant_id text, object_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  (SELECT a.tenant_id, a.member_id
   FROM public.accounts a
   WHERE wanted_kind = 'account'
     AND (a.tenant_id, a.member_id) > (after_tenant_id, after_object_id)
     AND (hashtext(a.member_id) & 2147483647) % slices = slice
   ORDER BY a.tenant_id, a.member_id LIMIT max_rows)
  UNION ALL
  (SELECT s.tenant_id, s.stock_id
   FROM public.stocks s
   WHERE wanted_kind = 'stock'
     AND (s.tenant_id, s.stock_id) > (after_tenant_id, after_object_id)
     AND (hashtext(s.stock_id) & 2147483647) % slices = slice
   ORDER BY s.tenant_id, s.stock_id LIMIT max_rows)
$$;--> statement-breakpoint

-- Every shop's id, for the owner's commands: FORCE hides other rows of `tenants` from the owner too.
CREATE FUNCTION directory.tenant_ids(after_id text, max_rows integer)
RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT t.id FROM public.tenants t WHERE t.id > after_id ORDER BY t.id LIMIT max_rows
$$;--> statement-breakpoint

-- Handing the functions over takes membership in the new owner and its right to create here, both
-- only for the moment.
GRANT pointmall_resolver TO CURRENT_USER;--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA directory TO pointmall_resolver;--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA directory FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA directory TO pointmall_app;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  directory.resolve_host(text),
  directory.resolve_key(text),
  directory.due_objects(timestamptz, integer),
  directory.registered_objects(text, integer, integer, text, text, integer)
TO pointmall_app;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.tenant_ids(text, integer) TO CURRENT_USER;--> statement-breakpoint
ALTER FUNCTION directory.resolve_host(text) OWNER TO pointmall_resolver;--> statement-breakpoint
ALTER FUNCTION directory.resolve_key(text) OWNER TO pointmall_resolver;--> statement-breakpoint
ALTER FUNCTION directory.due_objects(timestamptz, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
ALTER FUNCTION directory.registered_objects(text, integer, integer, text, text, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
ALTER FUNCTION directory.tenant_ids(text, integer) OWNER TO pointmall_resolver;--> statement-breakpoint
REVOKE CREATE ON SCHEMA directory FROM pointmall_resolver;--> statement-breakpoint
REVOKE pointmall_resolver FROM CURRENT_USER;
