/**
 * The whole life of one kind of thing: from each state, which event leads where. `''` is birth. The database holds the same
 * table (kernel.entity_states) and refuses what it does not list; a test compares the two; docs/states.md is made from it.
 */
export interface Life<State extends string = string, Event extends string = string> {
  readonly entity: string;
  readonly table: Readonly<Record<State | '', Readonly<Partial<Record<Event, State>>>>>;
  readonly states: readonly State[];
}

export type StateOf<L> = L extends Life<infer State> ? State : never;
export type EventOf<L> = L extends Life<string, infer Event> ? Event : never;

type Shape = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Events<T extends Shape> = { [S in keyof T]: keyof T[S] }[keyof T] & string;

export function lifeOf<const T extends Shape>(
  entity: string,
  table: T,
): Life<Exclude<keyof T & string, ''>, Events<T>> {
  const states = Object.keys(table).filter((state) => state !== '');
  for (const [from, events] of Object.entries(table))
    for (const [event, to] of Object.entries(events))
      if (!states.includes(to)) throw new Error(`${entity}: ${from} --${event}--> ${to}, which is no state`);
  return { entity, table, states } as unknown as Life<Exclude<keyof T & string, ''>, Events<T>>;
}

/** Where an event leads, or undefined when it may not happen in this state. */
export function after<State extends string, Event extends string>(
  life: Life<State, Event>,
  state: State | '',
  event: Event,
): State | undefined {
  return life.table[state]?.[event];
}

/** Every permitted step, as rows of kernel.entity_states. */
export function stepsOf(
  life: Life,
): readonly { entity: string; from_state: string; event: string; to_state: string }[] {
  return Object.entries(life.table).flatMap(([from, events]) =>
    Object.entries(events).flatMap(([event, to]) =>
      to === undefined ? [] : [{ entity: life.entity, from_state: from, event, to_state: to }],
    ),
  );
}
