package moderation

import (
	"context"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/fault"
)

// A Reason is a written reason for which a decision is given. Operators change them;
// what a decision quoted once, it keeps.
type Reason struct {
	Slug     string
	Verdicts []Verdict // which it is for
	Archived bool      // kept for what was decided for it, and offered no more
	Version  int64
	Words    map[string]ReasonWords // by language
}

// ReasonWords is a reason in one language.
type ReasonWords struct {
	Title     string // what a list shows, and a placeholder
	Agreement string // the agreement concerned, quoted
	Message   string // what the letter to an author begins with
}

// How long the words of a reason may be, in characters.
const (
	maxReasonTitle = 120
	maxReasonWords = 600
)

// For reports whether r is offered for v.
func (r Reason) For(v Verdict) bool { return !r.Archived && slices.Contains(r.Verdicts, v) }

// In returns the words of r in a language, or else in the one that comes first.
func (r Reason) In(language string) ReasonWords {
	if w, ok := r.Words[language]; ok {
		return w
	}
	if w, ok := r.Words["en"]; ok {
		return w
	}
	first := ""
	for tag := range r.Words {
		if first == "" || tag < first {
			first = tag
		}
	}
	return r.Words[first]
}

func (r Reason) check() error {
	for tag, w := range r.Words { // each field stands on the form once for each language
		for field, words := range map[string]string{"title": w.Title, "agreement": w.Agreement, "message": w.Message} {
			most := maxReasonWords
			if field == "title" {
				most = maxReasonTitle
			}
			if over := utf8.RuneCountInString(words) - most; over > 0 {
				return fault.Field(field+"-"+tag, "fault.site_long", "N", over)
			}
		}
		if strings.TrimSpace(w.Title) == "" {
			return fault.Field("title-"+tag, "fault.site_empty")
		}
	}
	if len(r.Words) == 0 {
		return fault.Field("title-en", "fault.site_empty")
	}
	if len(r.Verdicts) == 0 {
		return fault.Field("verdicts", "fault.choose_again")
	}
	return nil
}

// reasonBook keeps the reasons in memory: every placeholder shows one.
type reasonBook struct {
	mu      sync.Mutex
	version int64 // raised by each change, so that what was read before it is not kept
	reasons []Reason
}

func (b *reasonBook) get() ([]Reason, int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.reasons, b.version
}

func (b *reasonBook) keep(reasons []Reason, version int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.version == version {
		b.reasons = reasons
	}
}

func (b *reasonBook) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.version++
	b.reasons = nil
}

// Reasons returns every written reason in order, those that are archived too.
func (d *Desk) Reasons(ctx context.Context) ([]Reason, error) {
	kept, version := d.reasons.get()
	if kept != nil {
		return kept, nil
	}
	all, err := readReasons(ctx, d.db)
	if err == nil {
		d.reasons.keep(all, version)
	}
	return all, err
}

// ReasonTitle returns what a reason is called in a language, and false when there is
// none of that slug.
func (d *Desk) ReasonTitle(ctx context.Context, language, slug string) (string, bool) {
	all, err := d.Reasons(ctx)
	if err != nil {
		return "", false
	}
	for _, r := range all {
		if r.Slug == slug {
			return r.In(language).Title, true
		}
	}
	return "", false
}

// reasonFor returns the reason that a verdict is given for. One that takes something
// from somebody needs one.
func (d *Desk) reasonFor(ctx context.Context, v Verdict, slug string) (Reason, error) {
	if slug == "" && !v.needsReason() {
		return Reason{}, nil
	}
	all, err := d.Reasons(ctx)
	if err != nil {
		return Reason{}, err
	}
	for _, r := range all {
		if r.Slug == slug && r.For(v) {
			return r, nil
		}
	}
	return Reason{}, fault.Field("reason", "fault.reason")
}
