// knex publishes no types for the classes that its dialects are made of; these are the parts that kept-client.ts stands on.
declare module 'knex/lib/dialects/postgres' {
  import type { Knex } from 'knex';

  const Base: typeof Knex.Client;
  class ClientPG extends Base {
    transaction(container: unknown, config: unknown, outer: unknown): unknown;
    query(connection: unknown, sql: string): Promise<{ response: unknown }>;
    _query(connection: unknown, statement: unknown): Promise<unknown>;
  }
  export = ClientPG;
}

declare module 'knex/lib/dialects/postgres/execution/pg-transaction' {
  interface Answer {
    readonly response: unknown;
  }
  interface Querying {
    query(connection: unknown, sql: string): Promise<Answer>;
  }
  class TransactionPG {
    constructor(client: unknown, container: unknown, config: unknown, outer: unknown);
    protected client: Querying;
    protected trxClient: Querying;
    protected _completed: boolean;
    protected _resolver(value: unknown): void;
    protected _rejecter(error: unknown): void;
    begin(connection: unknown): Promise<unknown>;
    commit(connection: unknown, value: unknown): Promise<unknown>;
  }
  export = TransactionPG;
}
