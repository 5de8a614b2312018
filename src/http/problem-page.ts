import { html } from 'hono/html';
import { type ProblemRenderer, problemJson } from './host-app.ts';
import { problemHeaders } from './problem.ts';

/** A problem for someone who looks at pages; whoever asked for JSON gets the document itself. */
export const problemPage: ProblemRenderer = (c, problem) => {
  if (prefersJson(c.req.header('accept'))) return problemJson(c, problem);
  const page = html`<!doctype html>
<html lang="${c.var.services.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${problem.title}</title></head>
<body><main><h1>${problem.title}</h1><p>${problem.detail}</p><p><small>${problem.code} · ${problem.instance}</small></p></main></body>
</html>`;
  return c.html(page, problem.status, problemHeaders(problem));
};

function prefersJson(accept: string | undefined): boolean {
  return (
    accept !== undefined && /application\/(problem\+)?json/.test(accept) && !accept.includes('text/html')
  );
}
