import type { Http } from '../../browser/http/http';

/** What this window changed by itself, so that nobody is told of it as of another's doing. */
export interface OwnWrites {
  /** Whether a record's version is the one that a write of this window left behind. */
  readonly left: (id: string, version: number) => boolean;
  /** Undefined while a write is under way: what is seen then may be its doing. Else a number that grows with each. */
  readonly round: () => number | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

const mostKept = 1000;

/** The same requests, with an eye on what they change. */
export function watchWrites(http: Http): { readonly http: Http; readonly writes: OwnWrites } {
  const left = new Set<string>();
  const listeners = new Set<() => void>();
  let underWay = 0;
  let round = 0;
  const begin = (by: 1 | -1) => {
    underWay += by;
    round += 1;
    for (const listener of listeners) listener();
  };
  const note = (body: unknown) => {
    for (const name of versionsIn(body)) left.add(name);
    for (const name of left) {
      if (left.size <= mostKept) return;
      left.delete(name); // the oldest first
    }
  };
  return {
    http: {
      ...http,
      write: async (...call) => {
        begin(1);
        try {
          const answer = await http.write(...call);
          note(answer.body);
          return answer;
        } finally {
          begin(-1);
        }
      },
    },
    writes: {
      left: (id, version) => left.has(nameOf(id, version)),
      round: () => (underWay > 0 ? undefined : round),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

const nameOf = (id: string, version: number): string => `${id} ${version}`;

/** Every record in an answer, those within others too: an appointment holds its visit. */
function versionsIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body)) return body.flatMap(versionsIn);
  const own = 'id' in body && 'version' in body && typeof body.version === 'number';
  return [
    ...(own ? [nameOf(String(body.id), body.version as number)] : []),
    ...Object.values(body).flatMap(versionsIn),
  ];
}
