import { Bookmark, BookmarkPlus, Pencil, RotateCcw, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ListViewView } from '../../api/views/view.contract';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { Menu, type MenuGroup } from '../design/menu';
import { UnreadDialog } from '../form/unread';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { Views } from './use-arranged';
import { useViewActs } from './use-views';
import { ViewDialog } from './view-dialog';

/** The views that a person keeps of a list; where they could not be read, why not. */
export function ViewsMenu({ views }: { readonly views: Views }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const { problem, again } = views;
  if (!problem) return <KnownViews views={views} />;
  const title = say('lists.views.menu');
  return (
    <>
      <Button icon={Bookmark} onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open && <UnreadDialog title={title} problem={problem} onRetry={again} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Picked, kept anew, renamed, removed. */
function KnownViews({ views }: { readonly views: Views }) {
  const say = useWords();
  const speech = useSpeech();
  const { toasts } = useProgram();
  const { change, remove } = useViewActs();
  const [naming, setNaming] = useState<'new' | ListViewView>();
  const { all, picked, changed, now, pick } = views;
  const keep = () => {
    if (!picked) return;
    change(picked, { arrangement: now }).then(
      () => toasts.add({ text: say('lists.views.kept', { name: picked.name }), tone: 'good' }),
      (error: unknown) => toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' }),
    );
  };
  const asNew = { id: 'new', name: say('lists.views.saveAs'), icon: BookmarkPlus, onSelect: () => setNaming('new') };
  const groups: MenuGroup[] = [
    {
      id: 'views',
      items: [
        { id: 'none', name: say('lists.views.none'), checked: !picked, onSelect: () => pick(undefined) },
        ...all.map((view) => ({
          id: view.id,
          name: view.name,
          checked: view.id === picked?.id,
          onSelect: () => pick(view),
        })),
      ],
    },
    {
      id: 'acts',
      items: [
        ...(picked && changed
          ? [
              { id: 'keep', name: say('lists.views.keep', { name: picked.name }), icon: Save, onSelect: keep },
              { id: 'back', name: say('lists.views.back'), icon: RotateCcw, onSelect: () => pick(picked) },
            ]
          : []),
        asNew,
        ...(picked
          ? [
              { id: 'rename', name: say('lists.views.rename'), icon: Pencil, onSelect: () => setNaming(picked) },
              {
                id: 'remove',
                name: say('lists.views.remove'),
                icon: Trash2,
                danger: true,
                onSelect: () => {
                  pick(undefined);
                  remove(picked);
                },
              },
            ]
          : []),
      ],
    },
  ];
  const name = picked ? say(changed ? 'lists.views.changed' : 'lists.views.picked', { name: picked.name }) : undefined;
  return (
    <>
      <Menu
        label={say('lists.views.menu')}
        align="end"
        groups={groups}
        renderTrigger={(trigger) => (
          <Button icon={Bookmark} {...trigger}>
            <span className="view-name">{name ?? say('lists.views.menu')}</span>
          </Button>
        )}
      />
      {naming === 'new' && <ViewDialog views={views} onClose={() => setNaming(undefined)} />}
      {naming !== undefined && naming !== 'new' && (
        <ViewDialog
          views={views}
          renamed={all.find(({ id }) => id === naming.id) ?? naming}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}
