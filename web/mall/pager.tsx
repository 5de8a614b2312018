type Props = {
  older: { href: string; label: string } | null;
  newest: { href: string; label: string } | null;
  end: string;
};

/** Under every long list: on to older ones, back to the newest, or the line that says it ends. */
export function Pager({ older, newest, end }: Props) {
  return (
    <p class="pager">
      {newest && (
        <a class="button quiet" href={newest.href}>
          {newest.label}
        </a>
      )}
      {older ? (
        <a class="button quiet" href={older.href}>
          {older.label}
        </a>
      ) : (
        <span class="small">{end}</span>
      )}
    </p>
  );
}
