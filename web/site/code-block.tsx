type Props = { name: string; code: string; copy: string; copied: string };

/** Lines to take along as they are: by the button, or by hand where there is no script. */
export function CodeBlock({ name, code, copy, copied }: Props) {
  return (
    <figure class="code">
      <figcaption>
        <span>{name}</span>
        <span class="small" role="status" data-copied={copied} />
        <button class="link" type="button" data-copy={code} aria-label={`${copy}: ${name}`} hidden>
          {copy}
        </button>
      </figcaption>
      <pre tabindex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
