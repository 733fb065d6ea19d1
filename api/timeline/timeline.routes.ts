import { invalid } from '../../domain/problems';
import { listTimeline } from '../../domain/timeline/list-timeline';
import { listingOf } from '../http/listing';
import { may, read, type Route } from '../http/route';
import { searchTimeline } from './timeline.contract';

export const timelineRoutes: readonly Route[] = [
  read(searchTimeline, { access: may('schedule.read'), purpose: 'care' }, (tx, { body }) => {
    if (!body.filter) throw invalid('/filter', 'required');
    return listTimeline(tx, body.filter, listingOf(body, 'DESC'));
  }),
];
