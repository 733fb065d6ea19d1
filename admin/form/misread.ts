/** What a form whose fields are all texts holds of a field in which something was typed that is no amount, or no time. */
export const misread = 'misread';

export const isMisread = (text: string): boolean => text === misread;
