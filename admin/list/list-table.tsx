import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { problemOf } from '../../browser/http/problem-words';
import type { Row } from '../data/records';
import { Button } from '../design/button';
import { Pager } from '../design/pager';
import { ProblemNotice } from '../design/problem-notice';
import { Table } from '../design/table';
import type { Column, TableSort } from '../design/table-column';
import { useWords } from '../words';

interface ListTableProps<T extends Row> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly linkTo?: (row: T) => string;
  /** What a row is called beside its checkbox; with it, rows can be selected. */
  readonly rowName?: (row: T) => string;
  /** What is said of a row that is to be noticed. */
  readonly markOf?: (row: T) => ReactNode;
  readonly empty: ReactNode;
}

/** The rows of the list around it, with its sorting, its selection and its pages. */
export function ListTable<T extends Row>({ caption, columns, linkTo, rowName, markOf, empty }: ListTableProps<T>) {
  const say = useWords();
  const list = useListContext<T & { id: string }>();
  if (list.error && list.data === undefined) {
    return (
      <ProblemNotice
        problem={problemOf(list.error)}
        actions={
          <Button size="small" onClick={() => void list.refetch()}>
            {say('pieces.retry')}
          </Button>
        }
      />
    );
  }
  const sort: TableSort = { field: list.sort.field, order: list.sort.order };
  return (
    <>
      <Table<T>
        caption={caption}
        columns={columns}
        rows={list.data}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={list.setSort}
        busy={list.isFetching}
        empty={empty}
        markOf={markOf}
        {...(linkTo && { linkTo })}
        {...(rowName && {
          rowName,
          selection: {
            selected: new Set(list.selectedIds.map(String)),
            onChange: (selected: ReadonlySet<string>) => list.onSelect([...selected]),
          },
        })}
      />
      {list.total !== undefined && list.total > list.perPage && (
        <Pager page={list.page} perPage={list.perPage} total={list.total} onPage={list.setPage} />
      )}
    </>
  );
}
