import { DefinitionList } from '../design/definition-list';
import { useSystem } from '../system/use-system';
import { knownPart, overallOf } from '../system/verdicts';
import { useWords } from '../words';
import { FigureCard } from './figure-card';

/** Whether every part of Kept works. */
export function SystemCard() {
  const say = useWords();
  const { system, problem, again } = useSystem();
  return (
    <FigureCard
      title={say('system.title')}
      to="/system"
      view={system}
      problem={problem}
      again={again}
      renderFigures={(view) => (
        <>
          <p className="strong">{say(`system.overall.${overallOf(view)}`)}</p>
          <DefinitionList
            items={view.parts.map(({ name, state }) => {
              const part = knownPart(name);
              return {
                id: name,
                term: part === 'other' ? name : say(`system.parts.${part}`),
                value: say(`system.states.${state}`),
              };
            })}
          />
        </>
      )}
    />
  );
}
