/** The columns of a row that are instants. */
type InstantColumn<Row> = { [Column in keyof Row]-?: Date extends Row[Column] ? Column : never }[keyof Row];

/** A row as `to_jsonb` writes it, inside a row of another table: instants are text there. */
export type JsonRow<Row> = {
  readonly [Column in keyof Row]: Date extends Row[Column] ? Exclude<Row[Column], Date> | string : Row[Column];
};

/** Reads such a row. Every column of it that is an instant is named: one that is added and not named does not compile. */
export const rowFromJson =
  <Row extends object>(instants: Readonly<Record<InstantColumn<Row>, true>>) =>
  (json: JsonRow<Row>): Row => {
    const row: Record<string, unknown> = { ...json };
    for (const column of Object.keys(instants)) {
      const text = row[column];
      if (typeof text === 'string') row[column] = new Date(text);
    }
    return row as Row;
  };
