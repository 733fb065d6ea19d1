/** Why a file that was set aside needs nothing any more: it came again whole, is for somebody else, or says nothing that is needed. */
export const dismissals = ['came_again', 'not_ours', 'not_needed'] as const;
export type Dismissal = (typeof dismissals)[number];
