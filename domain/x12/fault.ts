/** What is wrong with a file as X12, before anyone asks what it means. */
export type FaultCode =
  // the bytes
  | 'leading_junk'
  | 'no_isa'
  | 'isa_width'
  | 'delimiters_equal'
  | 'stray_text'
  | 'truncated'
  | 'segment_too_long'
  // the envelopes
  | 'missing_se'
  | 'missing_ge'
  | 'missing_iea'
  | 'misplaced'
  | 'se_count'
  | 'se_control'
  | 'ge_count'
  | 'ge_control'
  | 'iea_count'
  | 'iea_control'
  | 'no_transaction'
  // what a typed reader could not read
  | 'bad_amount'
  | 'missing_segment'
  | 'unread_segment';

export interface Fault {
  readonly code: FaultCode;
  /** Name of the segment, `''` for the file itself. */
  readonly segment: string;
  /** Byte in the file. */
  readonly offset: number;
  /** For an operator. Holds counts and control numbers, never a name or an amount. */
  readonly message: string;
}

/** A byte order mark or blank lines before the ISA harm nothing: such a file is not well formed, but whole. */
export const isHarmless = (fault: Fault): boolean => fault.code === 'leading_junk' || isNote(fault);

/** A segment that no reader of ours knows at its place: worth a look, no defect of the file. */
export const isNote = (fault: Fault): boolean => fault.code === 'unread_segment';
