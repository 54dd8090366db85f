package audit

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// A Month is a year and a month, in UTC: 202611.
type Month int

// MonthOf returns the month of t.
func MonthOf(t time.Time) Month {
	t = t.UTC()
	return Month(t.Year()*100 + int(t.Month()))
}

// Start is the first moment of m.
func (m Month) Start() time.Time {
	return time.Date(int(m)/100, time.Month(int(m)%100), 1, 0, 0, 0, 0, time.UTC)
}

// A Count is how often an act was done in a month.
type Count struct {
	Month Month
	Act   string
	N     int
}

// Counts returns how often each act was done in each month from m on, in order. Of
// what was done for people in danger it counts [CareClosed] alone.
func Counts(ctx context.Context, r db.Reader, m Month) ([]Count, error) {
	return countsSince(ctx, r, m)
}

// count keeps the numbers in the transaction of the entry, so that nobody has to
// read the record to tell them.
func count(ctx context.Context, tx *db.Tx, e Entry, n int) error {
	if !counted(e) {
		return nil
	}
	return addCount(ctx, tx, Count{MonthOf(e.At), e.Act, n})
}

func counted(e Entry) bool { return !ofCare(e.Act) || e.Act == CareClosed }
