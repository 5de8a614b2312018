/** Where a page of the merchant's site finds the widget, and whose it is. */
export type SnippetPlace = { scriptUrl: string; slug: string };

/** The whole of what a merchant puts on her pages. Her server answers `/pointmall-token`. */
export function widgetSnippet({ scriptUrl, slug }: SnippetPlace): string {
  return `<script>
  window.pointmall = { q: [['identify', async () => {
    const answer = await fetch('/pointmall-token');
    if (!answer.ok) throw new Error('/pointmall-token answered ' + answer.status);
    return answer.text();
  }]] };
</script>
<script async src="${scriptUrl}" data-mall="${slug}"></script>
<pm-launcher></pm-launcher>`;
}
