const texts = new Map<string, string>();

/** What someone typed into a search, by place: it survives going back, never leaves memory, and dies with the tab. */
export const rememberText = (place: string, text: string): void => void texts.set(place, text);
export const textOf = (place: string): string => texts.get(place) ?? '';
