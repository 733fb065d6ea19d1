/** What the address says at this moment: a second key can come before what the first one asked for has been drawn. */
export const addressNow = (): URLSearchParams => new URLSearchParams(window.location.search);
