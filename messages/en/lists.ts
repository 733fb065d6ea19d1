/** What all lists have: the views that a person keeps. */
export const lists = {
  columns: 'Columns',
  views: {
    menu: 'Views',
    none: 'No view',
    picked: 'View: {name}',
    changed: 'Changed view: {name}',
    saveAs: 'Save as a view…',
    keep: 'Save the changes to “{name}”',
    back: 'Undo the changes',
    rename: 'Rename…',
    remove: 'Remove this view',
    removed: 'The view “{name}” is removed',
    kept: 'The view “{name}” is saved',
    saveTitle: 'Save this list as a view',
    saveLead: 'Its filters, its order and its columns. What is typed into the search is not saved.',
    renameTitle: 'Rename this view',
    name: 'Name',
    nameHint: 'Only you see it.',
    taken: 'You have a view of this list with that name',
    save: 'Save',
  },
} as const;
