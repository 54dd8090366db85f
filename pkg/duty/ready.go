package duty

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/site"
)

// A Lack is something a site needs before the public may write on it. It is a key:
// the catalogue has what it is and how to mend it.
type Lack string

// What a site needs, in the order in which a page asks for it.
const (
	NoModerators Lack = "moderators" // two, so that nobody decides alone and an appeal finds another reader
	NoHelplines  Lack = "helplines"  // one at least that answers at any hour, and a number for danger
	NoHours      Lack = "hours"      // when somebody looks in: a sentence, or a rota
	NoContact    Lack = "contact"    // for complaints
	NoAge        Lack = "age"        // the youngest that may join
)

// FewestModerators is how many people must be able to look after a site: nobody
// decides on their own, and an appeal is read by somebody else.
const FewestModerators = 2

// Lacking returns what the site still needs before the public may write on it.
func (r *Rota) Lacking(ctx context.Context) ([]Lack, error) {
	team, err := account.Team(ctx, r.db)
	if err != nil {
		return nil, err
	}
	now := r.site.Now()
	var lacks []Lack
	need := func(lack Lack, is bool) {
		if !is {
			lacks = append(lacks, lack)
		}
	}
	need(NoModerators, len(team) >= FewestModerators)
	need(NoHelplines, now.Emergency != "" && someoneAlways(now.Helplines))
	need(NoHours, now.OnDuty != "" || len(r.Ahead()) > 0)
	need(NoContact, now.Contact != "")
	need(NoAge, now.MinimumAge > 0)
	return lacks, nil
}

func someoneAlways(lines []site.Helpline) bool {
	for _, h := range lines {
		if h.Always() {
			return true
		}
	}
	return false
}
