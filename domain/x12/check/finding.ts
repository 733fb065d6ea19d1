import { elementName } from '../values';
import type { Segment } from '../segment';

/** One thing that is wrong with an 837P, or unusual (`warning`: the file is accepted all the same). */
export interface Finding {
  /** A stable code: `npi_check_digit`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Name of the segment, `''` for the file itself. */
  readonly segment: string;
  /** As the TR3 names it: `CLM02`, `SV101-3`. */
  readonly element?: string;
  readonly loop?: string;
  /** Byte in the file. */
  readonly offset: number;
  /** For an operator: what is wrong and what it should be. Never a name of a person. */
  readonly message: string;
}

/** What a rule says about a segment; where in it and in which loop, if that is known. */
export interface Remark {
  readonly rule: string;
  readonly message: string;
  readonly severity?: 'warning';
  readonly segment: Segment;
  readonly element?: number;
  readonly component?: number;
  readonly loop?: string;
}

export type Say = (remark: Remark) => void;

export function findingOf({ rule, message, severity, segment, element, component, loop }: Remark): Finding {
  return {
    rule,
    severity: severity ?? 'error',
    segment: segment.name,
    ...(element !== undefined && { element: elementOf(segment.name, element, component) }),
    ...(loop !== undefined && { loop }),
    offset: segment.offset,
    message,
  };
}

const elementOf = (segment: string, element: number, component: number | undefined): string =>
  component === undefined ? elementName(segment, element) : `${elementName(segment, element)}-${component}`;
