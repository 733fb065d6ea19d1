import { classes } from './classes';
import './clinician-dot.css';

export type WhoColor = 1 | 2 | 3 | 4 | 5 | 6;

/** The clinician's colour, before the clinician's name: the colour alone says nothing. */
export const ClinicianDot = ({ who }: { readonly who: WhoColor }) => (
  <span className={classes('k-who', `k-who-${who}`)} aria-hidden />
);
