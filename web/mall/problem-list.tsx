type Props = { title: string; problems: { field: string | null; text: string }[] };

/** What is wrong with a form, above it; each line leads to its field. Nothing when all is well. */
export function ProblemList({ title, problems }: Props) {
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert">
      <p class="problems-title">{title}</p>
      <ul>
        {problems.map(({ field, text }) => (
          <li>{field === null ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
