import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useSharedWords } from '../../browser/speech';
import { Icon } from './icon';
import './field.css';

/** What a control takes from its field, so that its name, hint and error are heard with it. */
export interface ControlProps {
  readonly id: string;
  readonly required?: boolean;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, and how to mend it. */
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Says that it may stay empty, in forms where most must not. */
  readonly optional?: boolean | undefined;
}

interface FieldProps extends FieldTexts {
  readonly children: (control: ControlProps) => ReactNode;
}

/** One control with its name, hint and error. */
export function Field({ children, ...texts }: FieldProps) {
  const id = useId();
  return (
    <div className="k-field">
      <FieldLabel {...texts} htmlFor={id} />
      {children(controlOf(id, texts))}
      <FieldNotes {...texts} id={id} />
    </div>
  );
}

export function controlOf(id: string, { hint, error, required }: FieldTexts): ControlProps {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    ...(required && { required }),
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true }),
  };
}

export function FieldLabel({ label, optional, htmlFor }: FieldTexts & { readonly htmlFor: string }) {
  const say = useSharedWords();
  return (
    <label className="k-field-label" htmlFor={htmlFor}>
      {label}
      {optional && <span className="k-field-note">{say('pieces.optional')}</span>}
    </label>
  );
}

export const FieldNotes = ({ id, hint, error }: Pick<FieldTexts, 'hint' | 'error'> & { readonly id: string }) => (
  <>
    {hint && (
      <div className="k-field-hint" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {error && (
      <div className="k-field-error" id={`${id}-error`}>
        <Icon of={CircleAlert} size="small" />
        {error}
      </div>
    )}
  </>
);
