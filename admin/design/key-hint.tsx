import type { ReactNode } from 'react';
import './key-hint.css';

/** A key to press, as drawn on the keyboard. */
export const KeyHint = ({ children }: { readonly children: ReactNode }) => <kbd className="k-key">{children}</kbd>;
