-- A batch cannot stop half-way to look at what it read. This statement makes the whole batch fail
-- with the given reason unless its condition holds; src/db/failure.ts turns that into a value.
CREATE FUNCTION public.refuse_unless(condition boolean, reason text)
RETURNS void
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF condition IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'PM001', MESSAGE = reason;
  END IF;
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.refuse_unless(boolean, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.refuse_unless(boolean, text) TO pointmall_app;
