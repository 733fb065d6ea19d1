/** What may stand as a cause: a rule of the scrub, or what an answer says, as it says it (`CO-197`, `A7:562:85`, `IK3:NM1:8`). */
export const causeShape = /^[A-Za-z0-9_:. -]{1,80}$/;

/** Why a claim stands as it does, by the parameters of the event that led there: the codes as they came, in their order. */
export function causesIn(params: Readonly<Record<string, unknown>> | null): readonly string[] {
  const said = params?.['codes'] ?? params?.['rules'];
  return typeof said === 'string' && said !== '' ? said.split(', ') : [];
}
