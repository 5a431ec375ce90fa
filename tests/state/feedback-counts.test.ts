import { createFeedbackCounts } from '../../src/state/feedback-counts.js';

test('feedback is counted by channel, reaction and reason', () => {
  const { count, totals } = createFeedbackCounts();
  count({ channel: 'web', reaction: 'like', reasons: [] });
  count({ channel: 'teams', reaction: 'dislike', reasons: ['outdated', 'wrong-quote', 'outdated'] });
  count({ channel: 'teams', reaction: 'dislike', reasons: ['outdated'] });
  count({ channel: 'teams', reaction: 'dislike', reasons: [] });
  expect(totals()).toEqual({
    'teams dislike': 1,
    'teams dislike outdated': 2,
    'teams dislike wrong-quote': 1,
    'web like': 1,
  });
});
