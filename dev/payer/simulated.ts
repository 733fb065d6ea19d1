/** Every sender and name in what the simulator writes says that it is one. */
export const simulated = (name: string): string => `SIMULATED ${name}`.trim();
