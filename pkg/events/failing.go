package events

import "context"

// Failing returns how many jobs have failed and wait to be tried again, up to
// 1,000: more means the same to whoever looks after the site.
func (q *Queue) Failing(ctx context.Context) (int, error) { return failing(ctx, q.db) }
