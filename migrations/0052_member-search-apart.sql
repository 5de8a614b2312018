ALTER TABLE "member_search_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Each end of a name, and of a phone's digits while three are left.
CREATE FUNCTION public.search_keys_of(display_name text, phone text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT left(substr(lower(display_name), place), 40)
  FROM generate_series(1, least(char_length(display_name), 40)) place
  UNION
  SELECT substr(phone, place) FROM generate_series(2, char_length(phone) - 2) place
$$;--> statement-breakpoint
CREATE FUNCTION public.keep_search_keys() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM public.member_search_keys k
    WHERE k.tenant_id = OLD.tenant_id AND k.member_id = OLD.id
      AND k.key IN (SELECT public.search_keys_of(OLD.display_name, OLD.phone));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO public.member_search_keys (tenant_id, key, member_id)
    SELECT NEW.tenant_id, key, NEW.id FROM public.search_keys_of(NEW.display_name, NEW.phone) key;
  END IF;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER members_search_keys AFTER INSERT OR DELETE OR UPDATE OF tenant_id, id, display_name, phone
ON "members" FOR EACH ROW EXECUTE FUNCTION public.keep_search_keys();--> statement-breakpoint
-- Members of before. Shop by shop, because the policies hold an owner who is no superuser as well.
DO $$
DECLARE
  shop text;
BEGIN
  FOR shop IN SELECT tenant_id FROM directory.tenant_ids('', 2147483647) LOOP
    PERFORM set_config('app.tenant', shop, true);
    INSERT INTO public.member_search_keys (tenant_id, key, member_id)
    SELECT m.tenant_id, key, m.id
    FROM public.members m, public.search_keys_of(m.display_name, m.phone) key
    WHERE m.tenant_id = shop;
  END LOOP;
  PERFORM set_config('app.tenant', '', true);
END
$$;
