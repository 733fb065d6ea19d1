/** The client's relation to the policyholder, as X12 1069 numbers it; 18 is the client herself. */
export const relationships = ['18', '01', '19', '20', '21', '39', '40', '53', 'G8'] as const;
