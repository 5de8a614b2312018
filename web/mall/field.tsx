import type { FieldState } from './views.ts';

type Props = {
  name: string;
  label: string;
  state: FieldState;
  autocomplete: string;
  type?: 'text' | 'tel' | 'email';
  inputmode?: 'text' | 'tel' | 'email' | 'numeric';
  required?: boolean;
  maxlength?: number;
  hint?: string;
  wide?: boolean;
  /** The one field a page is about: a keyboard stands ready in it. */
  focus?: boolean;
};

/** A labelled field that keeps what was typed and ties its error and hint to itself. */
export function Field({ name, label, state, wide = false, focus = false, hint, ...input }: Props) {
  return (
    <div class={wide ? 'field wide' : 'field'}>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={input.type ?? 'text'}
        inputmode={input.inputmode}
        autocomplete={input.autocomplete}
        required={input.required}
        maxlength={input.maxlength}
        value={state.value}
        autofocus={focus}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={describedBy(name, state, hint)}
      />
      {hint && (
        <p class="small" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError name={name} state={state} />
    </div>
  );
}

type TextAreaProps = Pick<Props, 'name' | 'label' | 'state' | 'maxlength' | 'hint' | 'required'> & {
  rows: number;
};

/** The same for more than a line. */
export function TextArea({ name, label, state, hint, rows, maxlength, required }: TextAreaProps) {
  return (
    <div class="field wide">
      <label for={name}>{label}</label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={maxlength}
        required={required}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={describedBy(name, state, hint)}
      >
        {state.value}
      </textarea>
      {hint && (
        <p class="small" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError name={name} state={state} />
    </div>
  );
}

export function FieldError({ name, state }: { name: string; state: FieldState }) {
  return state.error ? (
    <p class="error" id={`${name}-error`}>
      {state.error}
    </p>
  ) : null;
}

function describedBy(name: string, state: FieldState, hint: string | undefined): string | undefined {
  const ids = [state.error && `${name}-error`, hint && `${name}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
