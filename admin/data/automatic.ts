let depth = 0;

/**
 * Runs refetches that nobody asked for (a live update, a new connection), so that their requests say so (`Kept-Refetch: 1`).
 * TanStack Query begins a refetch before the call returns, so the requests that start inside are these and no others; one that
 * it delays goes unmarked, and the server then audits one look too many rather than one too few.
 */
export function automatically<T>(refetch: () => T): T {
  depth += 1;
  try {
    return refetch();
  } finally {
    depth -= 1;
  }
}

export const isAutomatic = (): boolean => depth > 0;
