/** Sentences that react-admin's headless half asks for by its own codes; its parameters have its own names. */
export const ra = {
  action: {
    undo: 'Undo',
    refresh: 'Refresh',
    create: 'New',
    delete: 'Delete',
    close: 'Close',
    clear_array_input: 'Clear',
  },
  auth: { auth_check_error: 'Sign in to go on' },
  input: {
    references: {
      all_missing: 'These could not be loaded',
      many_missing: 'One of these is no longer available',
      single_missing: 'This is no longer available',
    },
  },
  message: {
    invalid_form: 'Something needs correcting. Look at the marked fields.',
    unsaved_changes: 'What you typed is not saved. Leave anyway?',
    clear_array_input: 'Clear the whole list?',
    select_all_limit_reached: 'Too many to select at once. The first {max} are selected.',
  },
  navigation: { previous: 'Previous', next: 'Next', page: 'Page {page}' },
  notification: {
    updated: 'Saved',
    created: 'Saved',
    deleted: 'Ended',
    item_doesnt_exist: 'This is no longer here',
    http_error: 'The server could not be reached',
    data_provider_error: 'Something went wrong on our side',
    logged_out: 'Your session ended. Sign in to go on.',
    not_authorized: 'You do not have access to this',
  },
  page: { list: '{name}', show: '{name}', edit: '{name}', create: '{name}' },
  validation: {
    required: 'Fill this in',
    minLength: 'Use at least {min} characters',
    maxLength: 'Use at most {max} characters',
    minValue: 'The smallest allowed is {min}',
    maxValue: 'The largest allowed is {max}',
    number: 'Write a number',
    email: 'Write an email address, such as name@example.com',
    oneOf: 'Choose one of the list',
    regex: 'Check this field',
    unique: 'This is in use already',
  },
} as const;
