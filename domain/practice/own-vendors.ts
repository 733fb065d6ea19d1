/** The message sandbox and the disks of this machine are Kept's own: what they get leaves nobody's hands. */
export const ownVendors: ReadonlySet<string> = new Set(['sandbox', 'disk']);
