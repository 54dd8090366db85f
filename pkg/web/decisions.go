package web

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/audit"
)

// decisionsPage says how moderation works here, how often it did what, and what the
// record of it ends with, for whoever wants to note that.
type decisionsPage struct {
	frame
	Months  []actMonth
	Hash    string // the record's newest, or "" while nothing stands in it
	Entries string // how many it has, in words
}

// An actMonth is how often each act was done in a month, the most frequent first.
type actMonth struct {
	Month  string
	Acts   []actCount
	Folded bool // every month but the latest
}

type actCount struct {
	Words string
	N     int
}

var decisionsView = newPage[decisionsPage]("decisions.html")

// monthsShown is how far back the numbers go: a year tells more than a decade.
const monthsShown = 12

func (s *Server) decisions(c *gin.Context) error {
	ctx, now := c.Request.Context(), s.Now()
	newest, err := s.Forum.NewestAct(ctx)
	if err != nil {
		return err
	}
	this := audit.MonthOf(now)
	return readPage(s, c, decisionsView, keyOf("decisions", newest.Hash, int(this)), func() (decisionsPage, error) {
		f := s.frame(c)
		page := decisionsPage{frame: s.frame(c, f.T("decisions.title"))}
		if newest.N > 0 {
			page.Hash, page.Entries = newest.Hash.String(), f.N("decisions.record.2", int(newest.N))
		}
		counts, err := s.Forum.CountActs(ctx, audit.MonthOf(this.Start().AddDate(0, 1-monthsShown, 0)))
		page.Months = f.months(counts, this)
		return page, err
	})
}

// months puts counts into words, the latest month first.
func (f frame) months(counts []audit.Count, this audit.Month) (months []actMonth) {
	words := map[audit.Month]map[string]int{}
	for _, n := range counts {
		if n.Month == this && !shownAtOnce(n.Act) {
			continue
		}
		if words[n.Month] == nil {
			words[n.Month] = map[string]int{}
		}
		words[n.Month][f.actKind(n.Act)] += n.N
	}
	for m := this; len(words) > 0; m = audit.MonthOf(m.Start().AddDate(0, 0, -1)) {
		if words[m] == nil {
			continue
		}
		month := actMonth{Month: f.Month(m.Start().Add(middle)), Folded: len(months) > 0}
		for said, n := range words[m] {
			month.Acts = append(month.Acts, actCount{said, n})
		}
		slices.SortFunc(month.Acts, func(a, b actCount) int { return cmp.Or(b.N-a.N, strings.Compare(a.Words, b.Words)) })
		months = append(months, month)
		delete(words, m)
	}
	return months
}

// actKind is what an act is counted as. Keeping the house in order is one kind:
// what was done to words and to people is what readers want to know.
func (f frame) actKind(act string) string {
	kind, _, _ := strings.Cut(act, ".")
	if slices.Contains(housekeeping, kind) {
		return f.T("act.house")
	}
	if words := f.hint("act." + act); words != "" {
		return words
	}
	return f.T("act.other")
}

var housekeeping = []string{"board", "label", "site", "helpline", "agreement", "filter", "storm", "shift", "invitation", "reason"}

// middle is well inside a month, in every zone.
const middle = 14 * 24 * time.Hour

// shownAtOnce reports whether an act is counted in public as soon as it is done: it is
// about the site. The others wait until their month is over: or who looks at the page
// again and again could tell from its numbers what happened a minute ago, to a person
// or on a board that only members read.
func shownAtOnce(act string) bool {
	kind, _, _ := strings.Cut(act, ".")
	return slices.Contains(housekeeping, kind)
}
