import { classes } from './classes';
import './clinician-dot.css';

export type WhoColor = 1 | 2 | 3 | 4 | 5 | 6;

/** The colour that the practice gave to a clinician; a number beyond the six that are drawn begins again. */
export const whoColor = (colour: number): WhoColor => (((Math.max(1, colour) - 1) % 6) + 1) as WhoColor;

/** The clinician's colour, before the clinician's name: the colour alone says nothing. */
export const ClinicianDot = ({ who }: { readonly who: WhoColor }) => (
  <span className={classes('k-who', `k-who-${who}`)} aria-hidden />
);
