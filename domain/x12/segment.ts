import type { Delimiters } from './delimiters';

/** One segment as it stands in a file. */
export interface Segment {
  readonly name: string;
  /** The elements after the name, each as its components. A trailing separator leaves an empty last element. */
  readonly elements: readonly (readonly string[])[];
  readonly delimiters: Delimiters;
  /** Byte in the file at which the name begins. */
  readonly offset: number;
  /** The segment as written, without its terminator. */
  readonly text: string;
}

/** Element `n` (1 is the first after the name) as written, whole; `''` when it is not there. */
export function element(segment: Segment, n: number): string {
  const components = segment.elements[n - 1];
  if (!components) return '';
  if (components.length === 1) return components[0] ?? '';
  // free text may hold the component separator, and blanks beside it that a component would lose
  const written = segment.text.split(segment.delimiters.element)[n] ?? '';
  return written.replaceAll('\n', '').trim();
}

/** Component `k` (from 1) of element `n`; `''` when it is not there. */
export function component(segment: Segment, n: number, k: number): string {
  return segment.elements[n - 1]?.[k - 1] ?? '';
}

/** The repetitions of element `n`, each as its components. The tokenizer leaves repetitions unsplit. */
export function repetitions(segment: Segment, n: number): readonly (readonly string[])[] {
  const { component, repetition } = segment.delimiters;
  const whole = element(segment, n);
  if (whole === '') return [];
  return /^[A-Za-z0-9]?$/.test(repetition)
    ? [whole.split(component)]
    : whole.split(repetition).map((one) => one.split(component));
}

/** `''` is nothing said. */
export const optional = (value: string): string | undefined => (value === '' ? undefined : value);
