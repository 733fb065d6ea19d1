import { useSession } from '../../browser/session/use-session';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { reportIds, reportPath, reports } from './report-ids';
import './reports.css';

/** Every report that is open to the person, with what it answers. */
export function ReportsPage() {
  const say = useWords();
  const capabilities = useSession()?.capabilities;
  return (
    <Page area="reports" title={say('reports.title')} lead={say('reports.lead')}>
      <ul className="report-list">
        {reportIds
          .filter((id) => capabilities?.includes(reports[id].needs))
          .map((id) => (
            <Card as="li" key={id} padded className="report-card">
              <Icon of={reports[id].icon} size="big" />
              <div>
                <h2>
                  <Link to={reportPath(id)}>{say(`reports.${id}.title`)}</Link>
                </h2>
                <p className="small soft">{say(`reports.${id}.about`)}</p>
              </div>
            </Card>
          ))}
      </ul>
    </Page>
  );
}
