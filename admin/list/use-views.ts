import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ViewedList } from '../../api/views/arrangement.contract';
import type { ListViewView, getViews } from '../../api/views/view.contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { Arrangement } from './arranged';

const key = ['list-views'];

interface KnownViews {
  /** Undefined until they are known. */
  readonly views: readonly ListViewView[] | undefined;
  /** Why they are not. */
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** The views that this person keeps of a list, by name. */
export function useViews(list: ViewedList): KnownViews {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read<typeof getViews>(http, 'list-views', { signal, automatic: isAutomatic() }),
    staleTime: Infinity,
  });
  return {
    views: data?.views.filter((view) => view.list === list),
    problem: error && !data ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}

interface ViewActs {
  /** Rejects with what the server refuses. */
  readonly save: (list: ViewedList, name: string, arrangement: Arrangement) => Promise<ListViewView>;
  readonly change: (view: ListViewView, change: Partial<Pick<ListViewView, 'name' | 'arrangement'>>) => Promise<void>;
  /** A toast offers to bring it back. */
  readonly remove: (view: ListViewView) => void;
}

/** What a person does with her views; each answer takes its place in what is known. */
export function useViewActs(): ViewActs {
  const { http, toasts } = useProgram();
  const client = useQueryClient();
  const say = useWords();
  const speech = useSpeech();
  const write = async (path: string, body: object, version?: number): Promise<ListViewView> => {
    const again = () => client.invalidateQueries({ queryKey: key });
    try {
      const answered = await http.write('POST', path, body, { version });
      await again(); // what follows finds it among the others
      return answered.body as ListViewView;
    } catch (error) {
      void again(); // it may have changed elsewhere: the next try is on that
      throw error;
    }
  };
  const tell = (error: unknown) => {
    toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' });
  };
  return {
    save: (list, name, arrangement) => write('list-views', { list, name, arrangement }),
    change: async ({ id, version, list, name, arrangement }, change) => {
      await write(`list-views/${id}/change`, { list, name, arrangement, ...change }, version);
    },
    remove: (view) => {
      write(`list-views/${view.id}/remove`, {}, view.version).then((removed) => {
        const undo = () => {
          write(`list-views/${view.id}/restore`, {}, removed.version).catch(tell);
        };
        toasts.add({ text: say('lists.views.removed', { name: view.name }), undo });
      }, tell);
    },
  };
}
