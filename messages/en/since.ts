/** What others changed while somebody looked. */
export const since = {
  rows: { one: '{count} changed since you looked', other: '{count} changed since you looked' },
  show: 'Show',
  showAll: 'Show what others changed',
  new: 'new since you looked',
  changed: 'changed since you looked',
  record: 'Changed since you looked',
  event: 'Since you looked: {what} · {detail}',
  events: {
    one: 'Since you looked: {what} · {detail}, and {count} more',
    other: 'Since you looked: {what} · {detail}, and {count} more',
  },
} as const;
