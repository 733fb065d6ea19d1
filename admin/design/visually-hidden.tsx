import type { ReactNode } from 'react';
import './visually-hidden.css';

/** Words for those who hear the page. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className="k-hidden">{children}</span>
);
