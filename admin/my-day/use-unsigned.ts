import { useGetList } from 'react-admin';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useMay } from '../../browser/session/use-session';

/** The longest page of a list; who has more unsigned notes than that begins with the oldest. */
const most = 200;

interface Unsigned {
  /** Her visits whose note waits for a signature, the oldest first; undefined until they are known. */
  readonly visits: readonly AppointmentView[] | undefined;
  readonly total: number;
}

/** Notes that she owes, of today and of every day before; live hints keep the list true. */
export function useUnsigned(): Unsigned {
  const { data, total = 0 } = useGetList<AppointmentView>(
    'unsigned-notes',
    { filter: {}, sort: { field: 'startsAt', order: 'ASC' }, pagination: { page: 1, perPage: most } },
    { enabled: useMay('notes.read') },
  );
  const visits = data?.filter(({ visit }) => visit?.note !== 'signed');
  return { visits, total: visits ? Math.max(visits.length, total - ((data?.length ?? 0) - visits.length)) : 0 };
}
