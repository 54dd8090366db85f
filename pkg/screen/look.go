package screen

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Look says what should become of d. It writes nothing, and takes a few milliseconds
// for the longest post: call it outside a transaction.
//
// A sign of distress is asked for first, and with one nothing else is: somebody who
// may be in danger is heard at once, with what could harm them or others covered.
func (s *Screen) Look(ctx context.Context, r db.Reader, d Draft) (Result, error) {
	found := s.filters.Load().find(d.Title, d.Source)
	result := Result{Sign: s.sign(d), Card: found.does(DoesCard)}
	result.Card = result.Card || result.Sign.Card
	if result.Sign.Case() {
		result.Cover = s.covers(d.Source, result.Sign.Means)
		return result, nil
	}
	if result.Refuse = s.readOnly(d.By); result.Refuse == nil {
		result.Refuse = found.refusal()
	}
	result.Suggest, result.Flag = found.suggestions(), found.flags()
	hold, err := s.holds(ctx, r, d)
	if err != nil {
		return Result{}, err
	}
	if found.does(DoesHold) {
		hold = append(hold, HoldFilter)
	}
	result.Hold = hold
	return result, nil
}

// Seen is what [Screen.Look] says to the author of d before it is posted: what could be
// put another way, and whether to show where help is. It asks the database nothing.
func (s *Screen) Seen(d Draft) Result {
	found := s.filters.Load().find(d.Title, d.Source)
	result := Result{Sign: s.sign(d), Card: found.does(DoesCard)}
	result.Card = result.Card || result.Sign.Card
	if !result.Sign.Case() {
		result.Suggest = found.suggestions()
	}
	return result
}

// Distressed reports whether nothing may stand in the way of d: for whoever limits
// writing by other rules.
func (s *Screen) Distressed(d Draft) bool { return s.sign(d).Case() }

// sign is the graver of the signs in title and words; the passages are those of the
// words alone.
func (s *Screen) sign(d Draft) care.Sign {
	sign := s.distress(d.Source)
	if d.Title == "" {
		return sign
	}
	title := s.distress(d.Title)
	if grave(title.Class) > grave(sign.Class) {
		title.Means, title.Card = sign.Means, title.Card || sign.Card
		return title
	}
	sign.Card = sign.Card || title.Card
	return sign
}

func grave(c care.Class) int {
	switch c {
	case care.Plan:
		return 4
	case care.Wish:
		return 3
	case care.Aimed:
		return 2
	case care.Talk:
		return 1
	}
	return 0
}

// readOnly refuses what newcomers write during a storm that asks for it.
func (s *Screen) readOnly(by account.Account) error {
	storm := s.site.Now().Storm
	if !newcomer(by) || !storm.ReadOnlyAt(s.now()) {
		return nil
	}
	return fault.New(fault.TooOften, "fault.new_read_only", "Until", storm.NewReadOnly)
}
