/** What can be wrong with one field, by the code that the API or a form gives. */
export const fields = {
  unknown: 'Check this field',
  required: 'Fill this in',
  too_short: 'Use at least {min} characters',
  too_long: 'Use at most {max} characters',
  too_small: 'The smallest allowed is {min}',
  too_big: 'The largest allowed is {max}',
  not_a_number: 'Write a number',
  not_a_date: 'Write a date, such as 12/01/2026',
  not_a_time: 'Write a time, such as 2:30 PM',
  not_an_email: 'Write an email address, such as name@example.com',
  not_a_phone: 'Write a phone number with area code',
  not_money: 'Write an amount, such as 25.00',
  not_one_of: 'Choose one of the list',
  not_unique: 'This is in use already',
  in_the_past: 'Choose a time that is still to come',
  in_the_future: 'Choose a time that has passed',
} as const;
