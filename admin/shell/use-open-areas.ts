import { useMemo } from 'react';
import { useSession } from '../../browser/session/use-session';
import { type Area, areas, openAreas } from '../areas';

const none: readonly string[] = [];

export function useOpenAreas(): readonly Area[] {
  const capabilities = useSession()?.capabilities ?? none;
  return useMemo(() => openAreas(areas, capabilities), [capabilities]);
}
