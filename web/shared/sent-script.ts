const SENDING = 'sending';

type Sending = { path: string; fields: [string, string][]; lost?: boolean };

const here = () => location.pathname + location.search;

/** Keeps a form that is being sent, in this tab alone, until another page says what came of it. */
export function keepSending(form: HTMLFormElement): void {
  if (form.id !== 'typed') return;
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  store({ path: here(), fields });
}

/**
 * On the page that stands for a lost connection: leads back to the form. On the form's own page after that:
 * what was sent stands in it again, with its key, so that sending it once more is the same act. On any
 * other page the sending arrived, and is forgotten.
 */
export function findSending(): void {
  const sending = stored();
  if (!sending) return;
  const back = document.querySelector<HTMLAnchorElement>('[data-lost] a.button');
  if (back) {
    back.href = sending.path;
    store({ ...sending, lost: true });
    return;
  }
  store(null);
  if (sending.lost && sending.path === here()) fill(sending.fields);
}

function fill(fields: Sending['fields']): void {
  const form = document.querySelector<HTMLFormElement>('form#typed');
  for (const [name, value] of fields) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
    else if (field && 'value' in field) field.value = value;
  }
}

function stored(): Sending | null {
  try {
    return JSON.parse(sessionStorage.getItem(SENDING) ?? 'null');
  } catch {
    // A browser that gives no storage: the form is empty, as without script.
    return null;
  }
}

function store(sending: Sending | null): void {
  try {
    if (sending) sessionStorage.setItem(SENDING, JSON.stringify(sending));
    else sessionStorage.removeItem(SENDING);
  } catch {
    // As above.
  }
}
