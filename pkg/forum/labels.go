package forum

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

// MaxLabel is how long a label may be, in characters: several stand on one line.
const MaxLabel = 30

// Labels returns every label in the operator's order, those no longer offered too.
func (f *Forum) Labels(ctx context.Context) ([]Label, error) { return allLabels(ctx, f.db) }

// SetLabels puts the labels called slugs on the thread called pid, in the place of
// those that are on it; at most [maxLabels] that are offered. A label that is no
// longer offered stays where it is. When a moderator does it, it is written down.
func (f *Forum) SetLabels(ctx context.Context, by account.Account, pid string, slugs []string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		t, err := findThread(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		owns, err := f.owns(ctx, tx, by, t.OpenedBy)
		if err != nil {
			return err
		}
		if err := CanLabel(by, owns, t); err != nil {
			return err
		}
		if err := clearLabels(ctx, tx, t.ID); err != nil {
			return err
		}
		if err := putLabels(ctx, tx, t.ID, slugs); err != nil {
			return err
		}
		if _, err := f.touch(ctx, tx, t.ID); err != nil || owns {
			return err
		}
		return f.record(ctx, tx, by, t.Board, "thread.labelled", audit.Subject("thread", t.PID), "")
	})
}

// AddLabel adds a label after the others, for an operator.
func (f *Forum) AddLabel(ctx context.Context, by account.Account, title string) (Label, error) {
	l := Label{Title: text.CleanTitle(title)}
	err := f.operate(ctx, by, "label.added", func(tx *db.Tx) (string, error) {
		if err := checkLabel(l.Title); err != nil {
			return "", err
		}
		known, err := allLabels(ctx, tx)
		if err != nil {
			return "", err
		}
		l.Slug = freeSlug(l.Title, func(slug string) bool {
			for _, k := range known {
				if k.Slug == slug {
					return true
				}
			}
			return false
		})
		l.ID, err = insertLabel(ctx, tx, l)
		return audit.Subject("label", l.Slug), err
	})
	return l, err
}

// RenameLabel gives the label called slug another title, for an operator. Threads
// that carry it show the new one.
func (f *Forum) RenameLabel(ctx context.Context, by account.Account, slug, title string) error {
	title = text.CleanTitle(title)
	return f.operate(ctx, by, "label.renamed", func(tx *db.Tx) (string, error) {
		if err := checkLabel(title); err != nil {
			return "", err
		}
		return audit.Subject("label", slug), renameLabel(ctx, tx, slug, title)
	})
}

// ArchiveLabel no longer offers the label called slug, for an operator. It stays on
// the threads that carry it.
func (f *Forum) ArchiveLabel(ctx context.Context, by account.Account, slug string) error {
	return f.operate(ctx, by, "label.archived", func(tx *db.Tx) (string, error) {
		return audit.Subject("label", slug), archiveLabel(ctx, tx, slug, f.now())
	})
}

// OfferLabel offers an archived label again, for an operator.
func (f *Forum) OfferLabel(ctx context.Context, by account.Account, slug string) error {
	return f.operate(ctx, by, "label.offered", func(tx *db.Tx) (string, error) {
		return audit.Subject("label", slug), offerLabel(ctx, tx, slug)
	})
}

// OrderLabels puts the labels called slugs in this order, for an operator.
func (f *Forum) OrderLabels(ctx context.Context, by account.Account, slugs []string) error {
	return f.operate(ctx, by, "label.ordered", func(tx *db.Tx) (string, error) {
		for i, slug := range slugs {
			if err := placeLabel(ctx, tx, slug, i+1); err != nil {
				return "", err
			}
		}
		return "labels", nil
	})
}

func checkLabel(title string) error {
	if title == "" {
		return fault.Field("title", "fault.label_empty")
	}
	if over := utf8.RuneCountInString(title) - MaxLabel; over > 0 {
		return fault.Field("title", "fault.title_long", "N", over)
	}
	return nil
}

// freeSlug makes the name in addresses of a title: its letters and digits without
// accents, and a number when that is taken.
func freeSlug(title string, taken func(string) bool) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(title)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	slug := strings.Trim(b.String()[:min(b.Len(), 60)], "-")
	if slug == "" {
		slug = "new" // of a title in letters that an address cannot hold
	}
	for n, plain := 2, slug; taken(slug); n++ {
		slug = fmt.Sprintf("%s-%d", plain, n)
	}
	return slug
}
