/** How the practice is doing, on one page. */
export const practice = {
  title: 'Practice',
  lead: 'How the practice is doing, as of {day}. Each figure leads to its report.',
  moneyIn: { thisMonth: 'came in this month so far', year: 'Twelve months' },
  visits: { title: 'Visits this month', kept: 'kept this month' },
  reminders: { out: 'went out this month' },
} as const;
