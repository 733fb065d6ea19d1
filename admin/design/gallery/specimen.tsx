import { type ReactNode, useId } from 'react';
import './gallery.css';

interface SpecimenProps {
  /** Names its picture: `tests/visual`. */
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One piece in its states, under its name. */
export function Specimen({ id, title, children }: SpecimenProps) {
  const heading = useId();
  return (
    <section className="specimen" data-specimen={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
